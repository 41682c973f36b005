import TestSupport
import Testing

/// A draft in a file that a newly agreed version changed, too.
@Suite("a draft on terms that are no longer in force")
struct OvertakenDraftTests {
    /// Ada changes the notice in her files while Dora's proposal, which sets something, is agreed.
    private func overtaken(by assignment: String) throws -> Partners {
        let partners = try Partners.founded()
        try partners.must(
            .dora, "propose", "other", "--title", "Other", "--why", "So.", "--set", assignment)
        try partners.must(.dora, "sign", "other", "--yes")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.ada, "sign", "other", "--yes")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.ada, "set", "framework.term.notice", "7 months")
        try partners.must(.dora, "agree", "other")
        try partners.sync(.dora)
        let left = try partners.sync(.ada)["leftAlone"].texts
        #expect(left == ["frameworks/alliance/terms/framework.yaml"])
        return partners
    }

    @Test("is shown as what it changes, as it would be proposed")
    func changes() throws {
        let partners = try overtaken(by: "framework.term.starts=2027-03-01")
        let shown = try #require(JSON(try partners.run(.ada, "diff", "--json").output))
        #expect(
            shown["changes"].list.map(\.["path"].text) == ["framework.term.notice"], "\(shown)")
        let status = try partners.run(.ada, "status").output.replacing(/\s+/, with: " ")
        #expect(status.contains("changed: 1 term changed"), "\(status)")
        #expect(!status.contains("contradicts"), "\(status)")
        let counts = try partners.run(.ada, "diff", "--stat").output
        #expect(counts.contains("framework.yaml 1 changed") || counts.contains("  1 changed"))
        try partners.must(.ada, "propose", "mine", "--title", "Mine", "--why", "So.")
        let proposed = try #require(JSON(try partners.run(.ada, "diff", "mine", "--json").output))
        #expect(proposed["changes"].list.map(\.["path"].text) == ["framework.term.notice"])
    }

    @Test("is shown against what it was taken from where it contradicts what is in force")
    func contradiction() throws {
        let partners = try overtaken(by: "framework.term.notice=6 months")
        let shown = try partners.run(.ada, "diff").output
        #expect(shown.contains("7 months") && !shown.contains("6 months"), "\(shown)")
        #expect(shown.contains("version 1, no longer in force"), "\(shown)")
        let status = try partners.run(.ada, "status").output.replacing(/\s+/, with: " ")
        let advice = "It contradicts version 2: entente propose, then entente update brings"
        #expect(status.contains(advice), "\(status)")
        // Whoever names both sees both.
        let named = try partners.run(.ada, "diff", "in-force", "working").output
        #expect(named.contains("7 months") && named.contains("6 months"), "\(named)")
        // It is proposed on the terms that it was written on, and people decide.
        let made = try partners.run(.ada, "propose", "mine", "--title", "Mine", "--why", "So.")
        let said = made.output.replacing(/\s+/, with: " ")
        #expect(made.code == 0 && said.contains("It contradicts version 2,"), "\(made)")
        #expect(said.contains("7 months") && said.contains("6 months"), "\(made)")
        #expect(made.errors.contains("Next: entente update mine"), "\(made)")
        #expect(try partners.sync(.ada)["waitsOnMe"][0]["next"].text == "entente update mine")
        #expect(try partners.run(.ada, "update", "mine").code == 1)
        try partners.must(.ada, "resolve", "framework.term.notice", "--take", "northwind")
        try partners.must(.ada, "update", "mine", "--continue")
        let carried = try #require(JSON(try partners.run(.ada, "diff", "mine", "--json").output))
        #expect(carried["changes"].list.map(\.["path"].text) == ["framework.term.notice"])
        // Whoever did not propose it is not told to carry it over.
        try partners.propose(.dora, "later", notice: "12 months")
        try partners.must(.ada, "sign", "mine", "--yes")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", "mine", "--yes")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.ada, "agree", "mine")
        #expect(try partners.sync(.ada)["waitsOnMe"].list.isEmpty)
        let waiting = try partners.sync(.dora)["waitsOnMe"]
        #expect(waiting[0]["next"].text == "entente update later")
    }

    @Test("that was begun on a text that a proposal has no more is proposed and decided as well")
    func supersededText() throws {
        let partners = try Partners.founded()
        try partners.propose(.dora, "longer", notice: "9 months")
        try partners.must(.dora, "revise", "longer", "--load")
        try partners.must(.dora, "set", "framework.review-on", "2028-01-01")
        try partners.must(
            .ada, "propose", "other", "--title", "Other", "--why", "So.", "--set",
            "framework.term.notice=6 months", "--set", "framework.review-on=2027-09-30")
        try partners.must(.ada, "sign", "other", "--yes")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", "other", "--yes")
        try partners.must(.dora, "agree", "other")
        func files() throws -> String {
            try partners.run(.dora, "status").output.replacing(/\s+/, with: " ")
        }
        let carrying = "It goes on with longer: entente update longer, then entente revise longer"
        #expect(try files().contains(carrying))
        // What she decides comes into force, and then her draft of before is back.
        #expect(try partners.run(.dora, "update", "longer").code == 1)
        try partners.must(.dora, "resolve", "framework.term.notice", "--value", "8 months")
        let done = try partners.must(.dora, "update", "longer", "--continue")
        #expect(done.errors.contains("hold the draft again"), "\(done)")
        #expect(done.errors.contains("revise longer adds it"), "\(done)")
        #expect(try files().contains("It goes on with longer: entente revise longer"))
        let edited = try partners.must(.dora, "set", "framework.review-on", "2028-01-01")
        #expect(edited.errors.contains("then entente revise longer"), "\(edited)")
        try partners.must(.dora, "sign", "longer", "--yes")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.ada, "sign", "longer", "--yes")
        try partners.must(.ada, "agree", "longer")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        #expect(try files().contains("It contradicts version 3: entente propose"))
        let made = try partners.run(.dora, "propose", "next", "--title", "Next", "--why", "So.")
        let said = made.output.replacing(/\s+/, with: " ")
        #expect(made.code == 0 && said.contains("It contradicts version 3,"), "\(made)")
        #expect(said.contains("written on: 1 term added."), "\(made)")
        #expect(try partners.run(.dora, "update", "next").code == 1)
        try partners.must(.dora, "resolve", "framework.review-on", "--value", "2028-01-01")
        try partners.must(.dora, "update", "next", "--continue")
        let carried = try #require(JSON(try partners.run(.dora, "diff", "next", "--json").output))
        #expect(carried["changes"].list.map(\.["path"].text) == ["framework.review-on"])
        try partners.sync(.dora)
        try partners.must(.dora, "sign", "next", "--yes")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.ada, "sign", "next", "--yes")
        try partners.must(.ada, "agree", "next")
        try partners.must(.ada, "verify")
    }
}
