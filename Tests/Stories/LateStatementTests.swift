import TestSupport
import Testing

/// What is said of a proposal while somebody else agrees it.
@Suite("a statement that comes too late")
struct LateStatementTests {
    /// Ada has agreed Dora's and her proposal, and nobody has heard of it yet.
    private func agreed() throws -> Partners {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", "notice", "--yes")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.ada, "agree", "notice")
        return partners
    }

    private func proposals(_ person: Person, _ partners: Partners, _ flags: String...) throws
        -> JSON
    {
        let listed = try partners.copy(of: person).run(["proposals", "--json"] + flags, as: person)
        return try #require(JSON(listed.output), "\(listed)")
    }

    @Test(
        "is told to both, kept, and undoes nothing",
        arguments: [
            ("withdraw", "a withdrawal", "withdrawal"), ("object", "an objection", "objection"),
            ("close", "a closing", "closing"),
        ])
    func tooLate(command: String, words: String, kind: String) throws {
        let partners = try agreed()
        try partners.must(.dora, command, "notice", "--reason", "Our board objects.")
        try partners.sync(.ada)
        let outcome = try partners.run(.dora, "sync")
        let ours = try partners.run(.ada, "sync", "--dry-run", "--json")
        let theirs = try partners.run(.ada, "sync")
        for said in [outcome, theirs] {
            let text = (said.output + said.errors).replacing(/\s+/, with: " ")
            #expect(
                text.contains(
                    "Too late: notice is version 2 of alliance already, and \(words) by Dora "
                        + "Winkler does not undo that."), "\(text)")
        }
        let came = try #require(JSON(ours.output))["came"][0]
        #expect(came["kind"].text == "late" && came["number"].number == 2, "\(came)")
        #expect(came["statements"][0]["kind"].text == kind, "\(came)")
        for person in [Person.ada, .dora] {
            #expect(try proposals(person, partners).list.isEmpty)
            let all = try proposals(person, partners, "--all")[0]
            #expect(all["state"].text == "agreed" && all["title"].text == "Notice", "\(all)")
            #expect(all["statements"].list.last?["kind"].text == kind, "\(all)")
            let again = try partners.sync(person)
            #expect(again["came"].list.isEmpty && again["went"].list.isEmpty, "\(again)")
            let status = try partners.run(person, "status").output
            #expect(!status.contains("proposed by"), "\(status)")
        }
        #expect(try partners.hubBranches().contains("alliance/notice"))
        try partners.expectInStep()
    }

    @Test("is told, once, to whoever sent it before the version came")
    func sentBefore() throws {
        let partners = try agreed()
        try partners.must(.dora, "withdraw", "notice", "--reason", "Our board objects.")
        try partners.sync(.dora)
        try partners.must(.dora, "comment", "notice", "--reason", "Please wait.")
        try partners.sync(.ada)
        let sentence =
            "Too late: notice is version 2 of alliance already, and a withdrawal by Dora Winkler "
            + "does not undo that."
        for times in [1, 0] {
            let outcome = try partners.run(.dora, "sync")
            let text = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
            #expect(text.split(separator: sentence).count == times + 1, "\(text)")
        }
        for person in [Person.ada, .dora] {
            let listed = try partners.run(person, "proposals").output
            #expect(!listed.contains("notice"), "\(listed)")
        }
        try partners.sync(.ada)
        try partners.expectInStep()
    }

    @Test("is told as what it is where it asks for nothing")
    func comment() throws {
        let partners = try agreed()
        try partners.must(.dora, "comment", "notice", "--reason", "Thank you.")
        try partners.sync(.ada)
        let outcome = try partners.run(.dora, "sync")
        #expect(outcome.output.contains("notice: a comment by Dora"), "\(outcome)")
        #expect(!(outcome.output + outcome.errors).contains("Too late"), "\(outcome)")
    }

    @Test("said on both sides, it is brought together, and goes when the place has no name for it")
    func together() throws {
        let partners = try agreed()
        let tip = try partners.copy(of: .dora).shell(
            "git rev-parse proposals/alliance/notice", as: .dora)
        try partners.must(.dora, "withdraw", "notice", "--reason", "Our board objects.")
        try partners.sync(.ada)
        try partners.sync(.dora)
        // Ada's other machine has not heard of it either.
        try partners.copy(of: .ada).shell(
            """
            git clone -q ../hub.git ../other && cd ../other && entente init .
            git reset -q --hard main^ && git branch -q -f proposals/alliance/notice \(tip)
            git update-ref -d refs/entente/verified/main
            entente object notice --reason Wait.
            entente sync ../hub.git
            """)
        let said = try partners.run(.dora, "sync")
        let text = (said.output + said.errors).replacing(/\s+/, with: " ")
        #expect(text.contains("an objection by Ada Brennan does not undo that"), "\(text)")
        try partners.sync(.ada)
        try partners.expectInStep()
        #expect(try proposals(.ada, partners, "--all").list.count == 1)
        try partners.copy(of: .dora).shell(
            "git push -q origin :proposals/alliance/notice", as: .dora)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
        #expect(try proposals(.ada, partners, "--all").list.isEmpty)
    }

    @Test("is told by mail, once, to whoever said it")
    func mail() throws {
        let partners = try agreed()
        try partners.must(.dora, "withdraw", "notice", "--reason", "Our board objects.")
        let file = partners.sandbox.path + "/mail.zip"
        try partners.must(.ada, "bundle", file)
        let sentence =
            "Too late: notice is version 2 of alliance already, and a withdrawal by Dora Winkler "
            + "does not undo that."
        let dry = try partners.run(.dora, "sync", file, "--dry-run", "--json")
        let late = try #require(JSON(dry.output))["late"]
        #expect(late[0]["number"].number == 2 && late[0]["proposal"].text == "notice", "\(dry)")
        #expect(late.list.count == 1, "\(dry)")
        for isTold in [true, false] {
            let outcome = try partners.run(.dora, "sync", file)
            let text = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
            #expect(text.contains(sentence) == isTold, "\(text)")
        }
    }
}
