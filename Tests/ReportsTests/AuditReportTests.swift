import Audit
import Foundation
import InventedPast
import Reports
import Terms
import TestSupport
import Testing

/// An audit in every form: nothing is left out, nothing breaks out, and pages are whole.
@Suite struct AuditReportTests {
    private static let evil =
        "</script><script>alert(1)</script> | [x](javascript:y) `c` &lt; =1+1 \"q\""

    /// A year with promises of many kinds, in which everybody writes what they like.
    private static func happened(_ words: String) throws -> Happened {
        let quoted = "'" + words.replacing("'", with: "''") + "'"
        var happened = Happened([
            "purpose": """
            why: Together.
            objectives:
              - {id: first-five, statement: \(quoted), quadrant: strategic, owner: ben,
                 baseline: 0 contracts, target: 5 contracts, by: 2028-01-31}
            """ + "\n",
            "governance":
                "meetings: [{id: steering, layer: steering, cadence: 3 months, who: [ada]}]\n",
            "commercials": """
            investments:
              - {id: platform, party: northwind, kind: equipment, description: \(quoted),
                 amount: 'EUR 36,000', by: 2027-06-30}
            streams:
              - {id: service, kind: services, base: net, shares: {northwind: 70%, contoso: 30%}}
            settlement: {frequency: 1 quarter, pay-within: 30 days, invoiced-by: northwind}
            """ + "\n",
            "safeguards": """
            disputes:
              partners:
                steps:
                  - {id: talk, step: talk, who: [ada, dora], within: 5 business days}
                  - {id: court, step: court, who: [northwind, contoso], within: 6 months}
            """ + "\n",
        ])
        for (day, value) in [("2027-04-01", "1 contract"), ("2027-08-01", "2 contracts")] {
            try happened.record(
                "measures/first-five taken", on: day,
                "of: first-five\nvalue: \(value)\nsource: \(quoted)")
        }
        try happened.record(
            "meetings/steering held", on: "2027-06-01", "meeting: steering\nwho: [ada]")
        let made = try happened.record(
            "investments/northwind made", on: "2027-03-01",
            "party: northwind\namount: EUR 20,000\nwhat: \(quoted)\npromise: platform")
        try happened.confirm(made)
        try happened.record(
            "deals/lift registered", on: "2027-03-01",
            "customer: \(quoted)\nparty: northwind\nstream: service")
        try happened.record(
            "deals/lift invoiced", on: "2027-03-02",
            "number: '1'\namount: EUR 1,190\ntax: EUR 190")
        try happened.record(
            "disputes/late raised", on: "2027-07-05",
            "term: commercials.streams\nwith: [contoso]\nwhat: \(quoted)")
        for (person, of) in [("ada", "northwind"), ("dora", "northwind")] {
            let marks = [
                "trust", "communication", "fairness", "team-orientation", "innovation", "focus",
            ].map { "\($0): \(person == "ada" ? 5 : 3)" }.joined(separator: "\n")
            let party = person == "ada" ? "northwind" : "contoso"
            try happened.record(
                "health/\(party) rated", on: "2027-08-01", by: person, "of: \(of)\n\(marks)")
        }
        return happened
    }

    private static func report(
        _ words: String = "Five customers sign", since: String? = nil
    ) throws -> AuditReport {
        let audit = AuditResult(try happened(words).past("2027-09-01"))
        return AuditReport(
            audit,
            changes: try since.map {
                AuditChanges(audit, since: try CalendarDate(parsing: $0))
            }, tellsNewsOnly: since != nil,
            header: AuditHeader(
                framework: "alliance", title: words, day: "2027-09-01", state: "version 1",
                digest: "sha256:0", records: "all"),
            names: Names(audit.past.current.document))
    }

    @Test("a score is told with what it comes from, and each promise with its records")
    func text() throws {
        let text = try Self.report().text(style: TerminalStyle(width: 100))
        #expect(text.contains("0 of 3 points: 3 broken."), "\(text)")
        #expect(text.contains("drifting: Five customers sign"))
        #expect(text.contains("investments/northwind/20270301T100004Z-made (confirmed by both)"))
        #expect(text.contains("Next: Ben Okafor: say what has to change"))
        #expect(text.contains("Difference: EUR 16,000.00 short"))
    }

    @Test("since a day, only what is new is told in full, and scores stay those of all of it")
    func since() throws {
        let report = try Self.report(since: "2027-07-31")
        let text = report.text(style: TerminalStyle(width: 100))
        #expect(text.contains("What changed since 2027-07-31"))
        #expect(text.contains("3 records tell of what happened since"))
        #expect(text.contains("drifting: Five customers sign (was not yet due)"), "\(text)")
        #expect(!text.contains("Evidence: investments/"))
        #expect(text.contains("Money and effort"))
    }

    @Test("a page is whole, and what is drawn is said in words")
    func page() throws {
        let page = Page(try Self.report().html())
        #expect(page.faults == [])
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links.count > 10)
        #expect(links.filter { !$0.hasPrefix("#") || !ids.contains(String($0.dropFirst())) } == [])
        let drawings = page.all("svg").filter { $0.attributes["role"] == "img" }
        #expect(drawings.count >= 5)
        for drawing in drawings {
            for name in ["aria-labelledby", "aria-describedby"] {
                let place = try #require(drawing.attributes[name])
                let said = page.elements.first { $0.attributes["id"] == place }
                #expect(said?.text.isEmpty == false)
            }
        }
        #expect(page.text.contains("2027-04-01: 1 contract, 2027-08-01: 2 contracts"))
        #expect(page.text.contains("Trust: itself 5, others 3"))
    }

    @Test("whatever partners write stays text, in every form")
    func hostile() throws {
        let report = try Self.report(Self.evil)
        let page = Page(report.html())
        #expect(page.faults == [])
        #expect(page.all("script", "img", "iframe", "object").isEmpty)
        #expect(page.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
        #expect(page.all("a").allSatisfy { $0.attributes["href"]?.hasPrefix("#") == true })
        let markdown = report.markdown()
        #expect(!markdown.contains("<script") && !markdown.contains("[x](java"))
    }

    @Test("a spreadsheet takes no cell for a formula, and reads each as it was")
    func csv() throws {
        let rows = try Self.report("=1+1, \"then\"").csv().split(separator: "\n")
        let objective = try #require(rows.first { $0.hasPrefix("objective:") })
        #expect(objective.contains(",\"'=1+1, \"\"then\"\"\","), "\(objective)")
        #expect(rows[0].hasPrefix("id,section,path,version,label,promised,actual"))
        #expect(rows.count == (try Self.report().csv().split(separator: "\n").count))
    }

    @Test("the same facts give the same bytes")
    func stable() throws {
        #expect(try Self.report().html() == Self.report().html())
        #expect(try Self.report().json() == Self.report().json())
    }

    @Test(
        "the JSON is what its schema says, by somebody else's validator",
        .enabled(if: StockValidator.isPossible, "needs python3 with jsonschema"))
    func schema() throws {
        let schema = try AuditSchema.schema()
        let whole = try Self.report().json()
        let documents = [
            whole, try Self.report(since: "2027-07-31").json(),
            whole.replacing("\"drifting\"", with: "\"fine\""),
        ]
        let problems = try StockValidator.problems(
            documents.map { .init(schema: schema, instance: $0) })
        #expect(problems[0] == [] && problems[1] == [] && problems[2] != [])
    }

    @Test("how each kind of promise is judged is written down")
    func documentation() throws {
        let page = try String(contentsOfFile: SourceTree.root + "/docs/audit.md", encoding: .utf8)
        for id in AuditRules.all.map(\.id) + ["verdict"] {
            #expect(page.contains("`\(id)`"), "\(id)")
        }
    }
}
