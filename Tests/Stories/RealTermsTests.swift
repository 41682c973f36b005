import Foundation
import TestSupport
import Testing

/// The contract template, filled in by two companies that make a published agreement part of
/// theirs and let one of its sections apply differently.
@Suite(
    "A published agreement as standard terms",
    .enabled(
        if: RealAgreement.versions != nil,
        """
        needs partnership-agreement/1.0.md and 1.1.md in ENTENTE_SHARED, or in a folder \
        `shared/data` beside the project
        """))
struct RealTermsTests {
    let alliance: Alliance

    private static let answers = [
        "framework.review-on": "2028-02-01",
        "purpose.goals": """
        [{id: a, kind: objective, holder: joint, statement: Ten joint customers.}, \
        {id: b, kind: material, holder: joint, statement: Revenue that renews.}, \
        {id: c, kind: subjective, holder: joint, statement: One voice.}, \
        {id: d, kind: emotional, holder: ada, statement: To trust again.}, \
        {id: e, kind: emotional, holder: dora, statement: To be heard.}]
        """,
        "purpose.values": "[{id: a, statement: Bad news first., we-do: [We call.]}]",
        "purpose.vision.joint.statement": "The first name that customers think of.",
        "purpose.success": """
        [{id: a, party: northwind, measure: Margin, target: 30%, by: 2028-12-31}, \
        {id: b, party: contoso, measure: Users, target: 900 users, by: 2028-12-31}]
        """,
        "purpose.objectives": """
        [{id: five, statement: Five customers sign., quadrant: strategic, owner: ada, \
        set-by: [ada, dora], metric: Signed contracts, target: 5 contracts, by: 2028-01-31, \
        source: Pipeline list}]
        """,
        "governance.roles.parties.northwind.partnership-manager": "ada",
        "governance.roles.parties.contoso.partnership-manager": "dora",
        "governance.roles.opportunity-lead": "dora",
        "governance.roles.sales-lead": "ada",
        "governance.trial": "{project: Ten users of one customer., decide-by: 2027-09-30}",
        "commercials.investments": """
        [{id: a, party: northwind, kind: people, hours: 300, rate: EUR 100, by: 2027-12-31}, \
        {id: b, party: contoso, kind: software, amount: "EUR 30,000", by: 2027-06-30}]
        """,
        "commercials.readiness":
            "[{id: a, team: northwind, course: Showing it, people: 4, by: 2027-03-31}]",
        "commercials.streams": """
        [{id: fee, kind: subscription, base: net, currency: EUR, term: 3 years, renewal: tacit, \
        clawback: {when: They leave., within: 6 months}, \
        shares: {northwind: 45%, contoso: 55%}}]
        """,
        "commercials.waterfall":
            "[{id: rest, step: split, shares: {northwind: 50%, contoso: 50%}}]",
        "commercials.advice": "[{id: a, who: Example Advisors, for: joint, on: 2027-01-10}]",
        "framework.asked": "[{id: a, at: governance.advisor, party: contoso}]",
    ]

    init() throws {
        alliance = try .founded()
        let versions = try #require(RealAgreement.versions)
        try FileManager.default.createDirectory(
            atPath: alliance.path + "/standard-terms", withIntermediateDirectories: false)
        try versions.new.write(to: text)
        for (path, value) in Self.answers.sorted(by: { $0.key < $1.key }) {
            try alliance.must("set", path, value)
        }
        let digest = try alliance.shell("sha256sum < standard-terms/partnership.md").prefix(64)
        try alliance.must(
            "set", "framework.standard-terms",
            """
            [{id: partnership, name: Common Paper Partnership Agreement, version: "1.1", \
            file: standard-terms/partnership.md, sha256: \(digest), overrides: \
            ["Section 5.1 (Escalation Procedure): the steps in the section on safeguards take its \
            place."]}]
            """)
    }

    private var text: URL {
        URL(fileURLWithPath: alliance.path + "/standard-terms/partnership.md")
    }

    private func check(_ arguments: String...) throws -> (json: JSON, code: Int32) {
        let outcome = try alliance.run(["check", "--json"] + arguments)
        return (try #require(JSON(outcome.output)?[0]), outcome.code)
    }

    @Test("nothing is found, and everything is answered or asked")
    func complete() throws {
        let (result, code) = try check()
        #expect(code == 0)
        let found = result["findings"].list.map(\.["rule"].text)
        #expect(found == ["one-key-lock-out", "one-key-lock-out"])
        let sections = result["completeness"].list
        #expect(sections.flatMap(\.["open"].texts).isEmpty)
        #expect(sections.flatMap(\.["asked"].list).map(\.["path"].text) == ["governance.advisor"])
    }

    @Test("it is agreed as long as the text is the one that was read")
    func agreed() throws {
        let versions = try #require(RealAgreement.versions)
        try alliance.must("propose", "terms", "--title", "Standard terms", "--why", "To be done.")
        // Somebody puts the earlier version in its place.
        try versions.old.write(to: text)
        for command in [["sign", "terms", "--yes"], ["revise", "terms"]] {
            let refused = try alliance.run(command)
            #expect(refused.code == 1)
            #expect(
                refused.errors.contains(
                    "`standard-terms/partnership.md` is not the file that "
                        + "`framework.standard-terms.partnership.sha256` names"))
        }
        #expect(try check().json["findings"].list.map(\.["rule"].text).contains("digest-stale"))
        try versions.new.write(to: text)
        try alliance.must("sign", "terms", "--yes")
        try alliance.must("sign", "terms", "--yes", as: .dora)
        try alliance.must("agree", "terms")
        // The file was never committed, so a copy of the agreement has to do without it.
        let (inForce, code) = try check("--at", "v2")
        #expect(code == 0)
        #expect(inForce["findings"].list.map(\.["rule"].text).contains("file-missing"))
        let shown = try alliance.run(["show"]).output
        #expect(shown.contains("Common Paper Partnership Agreement"))
        #expect(shown.contains("Escalation Procedure"))
    }

    @Test("as a clause, it has the mistakes that its authors left in it")
    func asAClause() throws {
        let versions = try #require(RealAgreement.versions)
        try versions.old.write(
            to: URL(fileURLWithPath: alliance.terms + "/clauses/partnership.md"))
        let found = try check().json["findings"].list.filter {
            $0["file"].text == "clauses/partnership.md"
        }
        #expect(
            found.map { "\($0["line"].number ?? 0) \($0["rule"].text ?? "")" } == [
                "30 clause-title", "31 clause-title", "50 term-once", "59 term-once",
            ])
        #expect(
            found.map(\.["message"].text) == [
                "Section 2 is called “Payment & Taxes”, and not “Payment & Fees”",
                "Section 9 is called “Limitation of Liability”, and not “Limitation not Liability”",
                "“Disclosing Party” is written like a term, and no clause defines it",
                "“Notice Address” is written like a term, and no clause defines it",
            ])
    }
}
