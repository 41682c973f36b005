import Foundation
import TestSupport
import Testing

/// Updates that wait for decisions while other terms come into force, and what is said of them
/// meanwhile.
@Suite("an update that is overtaken")
struct OvertakenUpdateTests {
    private let file = "frameworks/alliance/terms/commercials.yaml"

    /// Puts version 4 in force.
    private func overtake(_ alliance: Alliance, setting values: [String]) throws {
        try alliance.propose("third", setting: values, as: .dora)
        try alliance.agree("third")
        #expect(try alliance.shell("cat \(file)").contains("<<<<<<< "))
    }

    /// The same, decided, with a target that was agreed anew before.
    private func overtaken() throws -> Alliance {
        let alliance = try Alliance.undecided()
        try overtake(alliance, setting: ["commercials.pipeline.target=EUR 400"])
        try alliance.must("resolve", "commercials.pipeline", "--take", "northwind")
        return alliance
    }

    @Test("ends on the terms that are in force then")
    func clean() throws {
        let alliance = try Alliance.undecided()
        try overtake(alliance, setting: ["framework.term.notice=7 months"])
        try alliance.must("resolve", "commercials.pipeline", "--take", "northwind")
        let done = try alliance.run(["update", "ours", "--continue"])
        #expect(done.code == 0, "\(done)")
        #expect(done.output.contains("the terms in force (version 4)"), "\(done)")
        #expect(done.output.contains("It waits for"), "\(done)")
        #expect(!done.output.contains("Notice"), "\(done)")
        let again = try alliance.run(["update", "ours"])
        #expect(again.output.contains("is up to date"), "\(again)")
        try alliance.agree("ours")
        #expect(try alliance.run(["verify"]).code == 0)
        let shown = try alliance.shell("entente show --format markdown")
        #expect(shown.contains("7 months") && shown.contains("EUR 200.00"), "\(shown)")
        #expect(try alliance.shell("git status --porcelain") == "")
    }

    @Test("shows what contradicts newer terms as the next to decide, and keeps what was decided")
    func nextRound() throws {
        let alliance = try overtaken()
        let next = try alliance.run(["update", "ours", "--continue"])
        #expect(next.code == 1, "\(next)")
        let told = next.output.replacing("\n  ", with: " ")
        for part in [
            "version 4", "Northwind Ltd changed the target to EUR 200.00.",
            "Contoso GmbH changed it to EUR 400.00.", "Before: EUR 300.00.",
        ] { #expect(told.contains(part), "\(part): \(told)") }
        let open = try #require(JSON(try alliance.run(["resolve", "--json"]).output))
        #expect(open.list.map(\.["path"].text) == ["commercials.pipeline.target"], "\(open)")
        #expect(try alliance.shell("cat \(file)").contains("cycle: 9 months"))
        #expect(try alliance.run(["update", "ours", "--continue"]).code == 1)
        // The proposal is what it was until all is decided.
        #expect(try alliance.shell("entente show --at ours").contains("EUR 200.00"))
        try alliance.must("resolve", "commercials.pipeline.target", "--value", "EUR 250")
        let done = try alliance.run(["update", "ours", "--continue"])
        #expect(done.code == 0 && done.output.contains("(version 4)"), "\(done)")
        try alliance.agree("ours")
        #expect(try alliance.run(["verify"]).code == 0)
        let shown = try alliance.shell("entente show --format markdown")
        #expect(shown.contains("EUR 250.00") && shown.contains("9 months"), "\(shown)")
        #expect(
            try alliance.shell("git status --porcelain; git for-each-ref refs/entente/update") == ""
        )
    }

    @Test("is overtaken again, and tells the clauses of all rounds that are to be read again")
    func thirdRound() throws {
        let alliance = try Alliance.ofAnimals()
        try alliance.crossAnimals(notice: ["ours": "7 months", "theirs": "8 months"])
        #expect(try alliance.run(["update", "ours"]).code == 1)
        for (slug, notice) in [("later", "9 months"), ("latest", "10 months")] {
            try alliance.propose(slug, setting: ["framework.term.notice=\(notice)"], as: .dora)
            try alliance.agree(slug)
            try alliance.must("resolve", "framework.term.notice", "--value", "7 months")
            let next = try alliance.run(["update", "ours", "--continue"])
            #expect(next.code == 1, "\(next)")
        }
        try alliance.must("resolve", "framework.term.notice", "--value", "7 months")
        let done = try alliance.run(["update", "ours", "--continue"])
        #expect(done.code == 0, "\(done)")
        #expect(done.output.contains("as a whole: both sides changed it"), "\(done)")
        let shown = try alliance.shell("entente show --at ours --format markdown")
        #expect(shown.contains("7 months"), "\(shown)")
    }

    @Test("given up in the next round, everything is what it was")
    func abandoning() throws {
        let alliance = try overtaken()
        #expect(try alliance.run(["update", "ours", "--continue"]).code == 1)
        try alliance.must("update", "ours", "--abandon")
        try alliance.must("status")
        #expect(
            try alliance.shell("git status --porcelain; git for-each-ref refs/entente/update") == ""
        )
        #expect(try alliance.run(["update", "ours"]).code == 1)
    }

    @Test("a file that somebody changes while the next round begins is kept, and all is decided")
    func changedWhileBeginning() throws {
        let alliance = try overtaken()
        let decided = try alliance.shell("cat \(file)")
        #expect(try alliance.run(["update", "ours", "--continue"]).code == 1)
        // As if it had been killed before it wrote a file, and somebody had gone on writing.
        try Data((decided + "# mine\n").utf8)
            .write(to: URL(fileURLWithPath: "\(alliance.path)/\(file)"))
        try alliance.shell(
            """
            ref=refs/entente/update/alliance
            git update-ref $ref $(git log -1 --format=%B $ref | sed 's/: open$/: opening/' |
                git commit-tree $ref^{tree} -p $ref^1 -p $ref^2 -p $ref^3)
            """)
        try alliance.must("status")
        #expect(try alliance.shell("cat \(file)") == decided + "# mine\n")
        #expect(try alliance.run(["resolve"]).code == 0)
        #expect(try alliance.run(["update", "ours", "--continue"]).code == 1)
        let marked = try alliance.shell("cat \(file)")
        #expect(marked.contains("<<<<<<< ") && marked.contains("# mine"), "\(marked)")
    }

    @Test("killed at any moment, nothing decided is lost")
    func killed() throws {
        let alliance = try overtaken()
        for round in 0..<6 {
            let copy = try alliance.copy("round-\(round)")
            let running = try copy.start(["update", "ours", "--continue"])
            usleep(UInt32(round * 15_000))
            running.kill()
            _ = try running.wait()
            try copy.must("status")
            #expect(try copy.leftovers() == "")
            let text = try copy.shell("cat \(file)")
            #expect(text.contains("EUR 200") && text.contains("9 months"), "\(text)")
            #expect(try copy.run(["update", "ours", "--continue"]).code == 1)
            let open = try #require(JSON(try copy.run(["resolve", "--json"]).output))
            #expect(open.list.count == 1)
            try copy.delete()
        }
    }

    @Test("every command names the step that is next")
    func nextSteps() throws {
        let alliance = try Alliance.undecided()
        func next(_ command: [String]) throws -> String {
            let outcome = try alliance.run(command)
            return outcome.output + outcome.errors
        }
        let open = try next(["status"])
        #expect(open.contains("→ entente resolve\n"), "\(open)")
        #expect(!open.contains("→ entente update"), "\(open)")
        let set = try next(["set", "framework.term.notice", "7 months"])
        #expect(set.contains("Next: entente resolve"), "\(set)")
        let one = try next(["resolve", "framework.term.notice", "--take", "base"])
        #expect(one.contains("commercials.pipeline.cycle"), "\(one)")

        try alliance.must("resolve", "commercials.pipeline", "--take", "base")
        let decided = try next(["status"])
        #expect(decided.contains("all is decided"), "\(decided)")
        #expect(decided.contains("→ entente update ours --continue\n"), "\(decided)")
        for command in [
            ["resolve"], ["resolve", "commercials.pipeline.cycle", "--take", "base"],
            ["set", "framework.term.notice", "8 months"],
            ["people", "add", "ben", "--name", "Ben", "--party", "northwind"],
        ] {
            let said = try next(command)
            #expect(said.contains("entente update ours --continue"), "\(command): \(said)")
            #expect(!said.contains("propose"), "\(command): \(said)")
        }
    }
}
