import Foundation
import TestSupport
import Testing

/// Updates that wait for decisions while partners go on.
@Suite("an update that waits")
struct WaitingUpdateTests {
    /// Ada's proposal is in force, and Dora's, which both have, contradicts it.
    private func crossed() throws -> Partners {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.dora, "longer", notice: "9 months")
        for person in [Person.ada, .dora, .ada] { try partners.sync(person) }
        for person in [Person.ada, .dora] { try partners.must(person, "sign", "notice", "--yes") }
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "agree", "notice")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        return partners
    }

    private func record(_ deal: String, by person: Person, in partners: Partners) throws {
        try partners.must(
            person, "record", "deals", "registered", deal, "--set", "customer=\(deal)")
    }

    private func begin(_ person: Person, in partners: Partners) throws {
        #expect(try partners.run(person, "update", "longer").code == 1)
    }

    private func finish(_ notice: String, by person: Person, in partners: Partners) throws {
        try partners.must(person, "resolve", "framework.term.notice", "--value", notice)
        try partners.must(person, "update", "longer", "--continue")
    }

    @Test("goes on from what all have, where steps were made again")
    func stepsMadeAgain() throws {
        let partners = try crossed()
        try record("deal-a", by: .ada, in: partners)
        try begin(.ada, in: partners)
        try record("deal-d", by: .dora, in: partners)
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try finish("8 months", by: .ada, in: partners)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
        let listed = JSON(try partners.run(.dora, "proposals", "--json").output)
        #expect(listed?[0]["proposal"].text == "longer" && listed?[0]["outdated"].flag == false)
    }

    @Test("keeps the later steps that its proposal came to")
    func laterSteps() throws {
        let partners = try crossed()
        try begin(.ada, in: partners)
        try record("deal-d", by: .dora, in: partners)
        // Dora decides that the proposal's text stays, on the step with the record.
        try begin(.dora, in: partners)
        try finish("9 months", by: .dora, in: partners)
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try finish("7 months", by: .ada, in: partners)
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
    }

    @Test(
        "ended before the files were written, it keeps what somebody changes then",
        arguments: ["--continue", "--abandon"])
    func endedHalfway(how: String) throws {
        let partners = try crossed()
        let ada = partners.copy(of: .ada)
        try begin(.ada, in: partners)
        try partners.must(.ada, "resolve", "framework.term.notice", "--value", "7 months")
        // Somebody else writes Git's index, as if the power went at that moment.
        try ada.shell("touch .git/index.lock")
        #expect(try partners.run(.ada, "update", "longer", how).code == 2)
        try ada.shell(
            "rm .git/index.lock; echo '# Mine.' >> frameworks/alliance/terms/purpose.yaml")
        try partners.must(.ada, "status")
        let terms = try ada.shell(
            "cd frameworks/alliance/terms; tail -n 1 purpose.yaml; grep '^  notice' framework.yaml")
        #expect(terms == "# Mine.\n  notice: 6 months\n")
        #expect(try ada.shell("git for-each-ref refs/entente/update").isEmpty)
    }

    @Test("sync and status name the step that is next")
    func nextSteps() throws {
        let partners = try crossed()
        try begin(.dora, in: partners)
        func next() throws -> String? { try partners.sync(.dora)["waitsOnMe"][0]["next"].text }
        #expect(try next() == "entente resolve")
        try partners.must(.dora, "resolve", "framework.term.notice", "--value", "8 months")
        #expect(try next() == "entente update longer --continue")
    }

    @Test("another proposal that is to be carried over comes after it, everywhere")
    func otherOutdated() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.ada, "longer", notice: "9 months")
        try partners.propose(.dora, "third", notice: "12 months")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.dora, "agree", "notice")
        try begin(.dora, in: partners)
        let next = "entente resolve (the update of longer comes first)"
        let waiting = try partners.sync(.dora)["waitsOnMe"].list
        let third = waiting.first { $0["proposal"].text == "third" }
        #expect(third?["next"].text == next, "\(waiting)")
        for command in [["status"], ["review", "third"]] {
            let said = try partners.copy(of: .dora).run(command, as: .dora).output
            #expect(said.contains(next) && !said.contains("entente update third"), "\(said)")
        }
        let signed = try partners.run(.dora, "sign", "third", "--yes", "--json")
        #expect(JSON(signed.errors)?["next"].text == next, "\(signed)")
    }

    @Test("a draft that it puts aside is told, and comes back")
    func draftPutAside() throws {
        let partners = try crossed()
        func status() throws -> String {
            try partners.run(.ada, "status").output.replacing(/\s+/, with: " ")
        }
        try begin(.ada, in: partners)
        #expect(try !status().contains("put aside"))
        try partners.must(.ada, "update", "longer", "--abandon")
        try partners.must(.ada, "set", "purpose.why", "Both win.")
        try begin(.ada, in: partners)
        #expect(try status().contains("--continue and --abandon bring it back"))
        try finish("8 months", by: .ada, in: partners)
        let files = try partners.copy(of: .ada).shell("git diff --name-only")
        #expect(files == "frameworks/alliance/terms/purpose.yaml\n")
    }

    /// The step that a command of Ada's is refused with.
    private func advice(_ partners: Partners, _ command: String...) throws -> String? {
        let refused = try partners.copy(of: .ada).run(command + ["--json"], as: .ada)
        #expect(refused.code == 1, "\(command): \(refused)")
        return JSON(refused.errors)?["next"].text
    }

    @Test("sign and agree name the step of the update that is next")
    func refusedMeanwhile() throws {
        let partners = try crossed()
        let anew = "entente update longer carries it over"
        #expect(try advice(partners, "sign", "longer", "--yes")?.hasPrefix(anew) == true)
        #expect(try advice(partners, "agree", "longer")?.hasPrefix(anew) == true)
        try begin(.ada, in: partners)
        func expect(_ next: String) throws {
            #expect(try advice(partners, "sign", "longer", "--yes") == next)
            #expect(try advice(partners, "agree", "longer") == next)
        }
        try expect("entente resolve")
        try partners.must(.ada, "resolve", "framework.term.notice", "--value", "8 months")
        try expect("entente update longer --continue")
        // Another proposal is held up by decisions, not by what a partner did.
        let other = try advice(partners, "propose", "other", "--title", "Other", "--why", "So.")
        #expect(other?.contains("--continue; --abandon gives it up") == true)
    }

    @Test("says that a partner revised the proposal meanwhile, and drops nothing of that")
    func revised() throws {
        let partners = try crossed()
        try begin(.ada, in: partners)
        try begin(.dora, in: partners)
        try finish("8 months", by: .dora, in: partners)
        try partners.sync(.dora)
        let came = try partners.run(.ada, "sync")
        for outcome in [came, try partners.run(.ada, "sync"), try partners.run(.ada, "status")] {
            let said = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
            #expect(said.contains("longer was revised"), "\(said)")
            #expect(
                said.contains(
                    "entente update longer --abandon, then read it with entente diff longer and sign"
                ),
                "\(said)")
        }
        for command in [["revise", "longer"], ["update", "longer"]] {
            let refused = try partners.copy(of: .ada).run(command, as: .ada)
            #expect(refused.errors.contains("can't go on: longer was revised"), "\(refused)")
        }
        let abandon = "entente update longer --abandon"
        #expect(try advice(partners, "revise", "longer") == abandon)
        #expect(try advice(partners, "update", "longer") == abandon)
        #expect(
            try advice(partners, "propose", "other", "--title", "Other", "--why", "So.") == abandon)
        try partners.must(.ada, "resolve", "framework.term.notice", "--value", "7 months")
        let before = try partners.hubBranches()
        let refused = try partners.run(.ada, "update", "longer", "--continue")
        #expect(refused.code == 1 && refused.errors.contains("--abandon"), "\(refused)")
        try partners.sync(.ada)
        #expect(try partners.hubBranches() == before)
        try partners.must(.ada, "update", "longer", "--abandon")
        try partners.must(.ada, "diff", "longer")
        try partners.must(.ada, "sign", "longer", "--yes")
        let shown = try partners.must(.ada, "show", "--at", "longer", "--format", "markdown")
        #expect(shown.output.contains("8 months"), "\(shown)")
    }

    @Test("can be given up when the proposal is over", arguments: [false, true])
    func over(isTidied: Bool) throws {
        let partners = try crossed()
        try begin(.ada, in: partners)
        try partners.must(.dora, "close", "longer", "--reason", "No.")
        try partners.sync(.dora)
        let came = try partners.run(.ada, "sync")
        if isTidied {
            try partners.copy(of: .ada).shell("git branch -q -D proposals/alliance/longer")
        }
        for outcome in [came, try partners.run(.ada, "status")] {
            let said = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
            #expect(said.contains("longer is no longer open"), "\(said)")
            #expect(said.contains("entente update longer --abandon"), "\(said)")
        }
        let abandon = "entente update longer --abandon"
        #expect(
            try advice(partners, "propose", "other", "--title", "Other", "--why", "So.") == abandon)
        if !isTidied {
            let anew = "\(abandon), then propose it anew"
            for command in ["--continue", "--why=So."] {
                let next = try advice(partners, "update", "longer", command)
                #expect(next?.hasPrefix(anew) == true, "\(command): \(next ?? "")")
            }
            #expect(try advice(partners, "revise", "longer")?.hasPrefix(anew) == true)
        }
        try partners.must(.ada, "update", "longer", "--abandon")
        #expect(try partners.copy(of: .ada).shell("git status --porcelain") == "")
    }

    @Test("a revision on terms that are no longer in force either is to be carried over")
    func revisedAndOvertaken() throws {
        let partners = try crossed()
        for person in [Person.ada, .dora] { try begin(person, in: partners) }
        try finish("8 months", by: .dora, in: partners)
        try partners.propose(.dora, "third", notice: "10 months")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.ada, "sign", "third", "--yes")
        try partners.must(.ada, "agree", "third")
        let next = "entente update longer --abandon, then entente update longer"
        #expect(try partners.sync(.ada)["waitsOnMe"][0]["next"].text == next)
        #expect(try advice(partners, "sign", "longer", "--yes") == next)
        try partners.must(.ada, "update", "longer", "--abandon")
        #expect(try partners.run(.ada, "update", "longer").code == 1)
    }
}
