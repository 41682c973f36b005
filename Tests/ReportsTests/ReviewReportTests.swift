import Foundation
import Redline
import Terms
import Testing

@testable import Reports

/// The report of a review, in each of its forms (reports.md, "The review report").
@Suite struct ReviewReportTests {
    static let old = terms([
        "commercials.yaml": """
        investments:
          - {id: cars, party: acme, kind: equipment, amount: "EUR 9,000"}
        """,
        "purpose.yaml": """
        objectives:
          - {id: one, statement: First., quadrant: strategic, owner: ann}
          - {id: two, statement: Second., quadrant: strategic, owner: ann}
        """,
        "clauses/law.md": """
        # Law

        Before it.

        The law of Austria applies to all of it. Stays too.

        After it.

        And more.
        """,
        "clauses/form.md": "Same words.\n",
    ])

    static let new = terms([
        "commercials.yaml": """
        investments:
          - {id: cars, party: acme, kind: equipment, amount: "EUR 12,000"}
        """,
        "purpose.yaml": """
        objectives:
          - {id: two, statement: Second., quadrant: strategic, owner: ann}
          - {id: one, statement: First., quadrant: strategic, owner: ann}
        """,
        "clauses/law.md": """
        # Law

        Before it.

        The law of Germany applies to all of it. Stays too.

        After it.

        And more.
        """,
        "clauses/form.md": "Same\nwords.\n",
        "clauses/new.md": "# New\n\n| Who | Days |\n| --- | ---: |\n| Acme | 30 |\n",
    ])

    /// A report with all of its sections, in the words of somebody.
    static func report(_ word: String = "word") -> ComparisonReport {
        let path = TermPath(section: "clauses/law")
        let remark = ChangeOrigin.Remark(kind: "comment", person: word, date: "d", text: word)
        return ComparisonReport(
            from: old, to: new,
            header: ComparisonHeader(
                framework: "small", from: "version 1", to: "more", oldDigest: "sha256:1",
                newDigest: "sha256:2",
                proposal: .init(title: word, why: word, proposer: word)),
            review: Review(
                signatures: [.init(person: word, party: word, role: word, date: "2027-01-31")],
                decisions: [
                    Decision(.objection, word, place: word, by: word, uses: [word], next: word),
                    Decision(.warning, "Is cured.", isCured: true),
                ],
                origins: [
                    path: ChangeOrigin(proposer: word, date: "d", why: word, remarks: [remark])
                ],
                signOffs: SignOffs(
                    standings: [.init(name: word, text: word, isDone: false)], voided: [word],
                    state: word, next: "entente sign x")))
    }

    @Test func sectionsStandInTheirOrder() {
        let order = [
            "Proposal", "changed, ", "Decide these", "Figures", "Term by term", "Moves",
            "Formatting only", "Sign-offs",
        ]
        for text in [
            Self.report().text(style: TerminalStyle()), Self.report().markdown(),
            Page(Self.report().html()).all("body").first?.text ?? "",
        ] {
            // The contents of a page name the sections as well.
            let start = text.range(of: "Next: ").map { _ in text.startIndex } ?? text.startIndex
            var rest = text[start...]
            for title in order {
                let found = rest.range(of: title)
                #expect(found != nil, "\(title) in \(text)")
                rest = rest[(found?.upperBound ?? rest.startIndex)...]
            }
        }
    }

    @Test func decisionsAndOriginsReadAsSentences() {
        let text = Self.report().text(style: TerminalStyle(width: 80))
        #expect(text.contains("  • Objection of word, word: word\n    Used in: word"), "\(text)")
        #expect(text.contains("\n  • Settled: Is cured.\n"))
        #expect(text.contains("Proposed by word, d: word\n"))
        #expect(text.contains("  • word: word\n  • No longer counts: the sign-off of word\n"))
        #expect(text.hasSuffix("  Next: entente sign x\n"))
    }

    // MARK: Pages

    @Test func pagesAreWhole() {
        let page = Page(Self.report().html())
        #expect(page.faults == [])
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let links = page.all("a").compactMap { $0.attributes["href"] }
        #expect(links.count > 8)
        #expect(links.filter { $0.hasPrefix("#") && !ids.contains(String($0.dropFirst())) } == [])
        for name in ["header", "main", "footer", "h1", "nav"] {
            #expect(page.all(name).count == 1, "\(name)")
        }
        #expect(page.all("script").isEmpty)
    }

    @Test func readersChooseWhichTextTheySee() {
        let page = Page(Self.report().html())
        let inputs = page.all("input")
        #expect(inputs.map { $0.attributes["type"] } == ["radio", "radio", "radio", "checkbox"])
        #expect(inputs.filter { $0.attributes["checked"] != nil }.count == 1)
        #expect(
            page.all("label").map { $0.attributes["for"] } == inputs.map { $0.attributes["id"] })
        #expect(page.all("legend").map(\.text) == ["Show"])
    }

    @Test func changesAreHeardAndWhatStaysCanBeOpened() {
        let page = Page(Self.report().html())
        #expect(page.all("del").map(\.text) == ["deleted: EUR 9,000.00", "deleted: Austria"])
        #expect(page.all("ins").map(\.text) == ["inserted: EUR 12,000.00", "inserted: Germany"])
        #expect(!page.text.contains("[-") && !page.text.contains("{+"))
        let folded = page.all("details")
        #expect(
            page.all("summary").map(\.text) == [
                "2 paragraphs stay as before", "2 paragraphs stay as before",
            ])
        #expect(folded[0].text.contains("Before it.") && folded[1].text.contains("And more."))
        #expect(page.text.contains("Stays too."))
        // All of it opens at once, without a script, and is printed then.
        #expect(page.all("label").last?.text == "Everything that stays the same")
        #expect(StyleSheet.all.contains(":has(#show-all:checked) details::details-content"))
        #expect(!Self.report().text(style: TerminalStyle()).contains("Stays too."))
    }

    @Test func newClausesAreLaidOut() {
        #expect(Page(Self.report().html()).all("td", "th").contains { $0.text == "Acme" })
        #expect(Self.report().markdown().contains("> | Acme | 30 |\n"))
    }

    // MARK: Side by side

    @Test func oldAndNewTextStandBesideEachOther() {
        let style = TerminalStyle(width: 120, isSideBySide: true)
        let lines = Self.report().text(style: style).split(separator: "\n")
        #expect(lines.allSatisfy { columns($0) <= 120 })
        let amount = lines.first { $0.contains("{+EUR 12,000.00+}") }
        #expect(amount?.hasPrefix("  [-EUR 9,000.00-]  ") == true)
        #expect(amount?.hasSuffix(" │ {+EUR 12,000.00+} · +EUR 3,000.00 (+33.3%)") == true)
        let law = lines.first { $0.contains("[-Austria-]") }
        #expect(law?.hasPrefix("  The law of [-Austria-] applies to all of it. …") == true)
        #expect(law?.hasSuffix("│ The law of {+Germany+} applies to all of it. …") == true)
    }

    @Test("What stands behind a word that was replaced stands right behind it on both sides")
    func punctuationBesideReplacedWords() {
        func clause(_ end: String) -> TermsDocument {
            terms(["clauses/end.md": "All of this ends at the end of \(end).\n"])
        }
        let style = TerminalStyle(width: 120, isSideBySide: true)
        let text = ReportsTests.report(clause("May 2026"), clause("July")).text(style: style)
        #expect(text.contains("at the end of [-May 2026-]. "), "\(text)")
        #expect(text.contains("at the end of {+July+}."), "\(text)")
    }

    // MARK: JSON

    @Test func jsonIsWhatItsSchemaSays() throws {
        let schema = try #require(
            JSONSerialization.jsonObject(with: Data(ComparisonSchema.schema().utf8))
                as? [String: Any])
        for report in [
            Self.report(), ReportsTests.report(nil, Self.new), ReportsTests.report(Self.old, nil),
            ReportsTests.report(template, example), ReportsTests.report(Self.old, Self.old),
        ] {
            let json = try JSONSerialization.jsonObject(with: Data(report.json().utf8))
            #expect(faults(in: json, by: schema, at: "$") == [])
        }
        #expect(!faults(in: ["framework": 1], by: schema, at: "$").isEmpty)
    }

    /// What breaks a schema, by the few words that ours use, and as if it allowed nothing else.
    private func faults(in value: Any, by schema: [String: Any], at place: String) -> [String] {
        if let words = schema["enum"] as? [String] {
            return words.contains(value as? String ?? "") ? [] : ["\(place): another word"]
        }
        switch schema["type"] as? String {
        case "string": return value is String ? [] : ["\(place): no string"]
        case "boolean": return value is Bool ? [] : ["\(place): no boolean"]
        case "array":
            guard let items = value as? [Any], let item = schema["items"] as? [String: Any] else {
                return ["\(place): no array"]
            }
            return items.enumerated().flatMap {
                faults(in: $1, by: item, at: "\(place)[\($0)]")
            }
        case "object":
            guard let members = value as? [String: Any],
                let properties = schema["properties"] as? [String: Any],
                let required = schema["required"] as? [String]
            else { return ["\(place): no object"] }
            return required.filter { members[$0] == nil }.map { "\(place).\($0): missing" }
                + members.flatMap { key, member -> [String] in
                    guard let inner = properties[key] as? [String: Any] else {
                        return ["\(place).\(key): unknown"]
                    }
                    return faults(in: member, by: inner, at: "\(place).\(key)")
                }
        default: return []
        }
    }
}
