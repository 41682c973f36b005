import Foundation
import TestSupport
import Testing

/// Settling what is undecided: on a terminal, when things go wrong, and where no side can be taken.
@Suite("Settling an update")
struct ResolveTests {
    private let file = "frameworks/alliance/terms/commercials.yaml"

    @Test("on a terminal it asks about one after the other")
    func terminal() throws {
        let alliance = try Alliance.undecided()
        let shown = try alliance.typed(
            ["nobody", "contoso", "= 8 months"], into: "entente resolve")
        #expect(shown.contains("`nobody` is no side of this"), "\(shown)")
        #expect(
            shown.contains("entente resolve commercials.pipeline.cycle --value '8 months'"),
            "\(shown)")
        #expect(shown.contains("--take contoso"), "\(shown)")
        #expect(shown.contains("Nothing is undecided."), "\(shown)")
        #expect(shown.hasSuffix("exit 0\n"), "\(shown)")
        try alliance.must("update", "ours", "--continue")
        let text = try alliance.shell("entente show --at ours --format markdown")
        #expect(text.contains("EUR 300.00") && text.contains("8 months"), "\(text)")
    }

    @Test("what is undecided is told, listed and asked for in one order")
    func order() throws {
        func settings(_ number: Int) -> [String] {
            [
                "commercials.pipeline={target: EUR \(number), cycle: \(number) months}",
                "purpose.why=\(number)", "framework.term.notice=\(number) months",
            ]
        }
        let alliance = try Alliance.crossed(ours: settings(4), theirs: settings(5))
        let paths = [
            "framework.term.notice", "purpose.why", "commercials.pipeline.target",
            "commercials.pipeline.cycle",
        ]
        func told(_ text: String) -> [String] {
            text.matches(of: /resolve ([a-z.]+) --take/).map { String($0.1) }
        }
        #expect(told(try alliance.run(["update", "ours"]).output) == paths)
        #expect(told(try alliance.run(["resolve"]).output) == paths)
        let listed = try #require(JSON(try alliance.run(["resolve", "--json"]).output))
        #expect(listed.list.map(\.["path"].text) == paths)
        let asked = try alliance.typed(["", "", "", ""], into: "entente resolve")
        #expect(told(asked) == paths + paths)
    }

    @Test("on a terminal, an empty line or the end of input leaves it for later")
    func leaving() throws {
        let alliance = try Alliance.undecided()
        let compared = try alliance.run(["diff"]).errors.replacing(/\s+/, with: " ")
        #expect(compared.contains("nobody has decided yet at "), "\(compared)")
        let before = try alliance.state()
        for lines in [["", ""], [""], []] {
            let shown = try alliance.typed(lines, into: "entente resolve")
            #expect(shown.contains("2 terms are undecided:"), "\(shown)")
            #expect(shown.hasSuffix("exit 1\n"), "\(shown)")
        }
        #expect(try alliance.state() == before)
    }

    @Test("what a killed one was about to write goes, also when the next only looks")
    func leftover() throws {
        let alliance = try Alliance.undecided()
        try alliance.shell(
            """
            touch frameworks/alliance/terms/.entente-1.lock
            echo work:frameworks/alliance/terms/.entente-1.lock > .git/entente.lock
            """)
        try alliance.must("status")
        #expect(try alliance.leftovers() == "")
    }

    @Test("killed at any moment, a decision is made or not, and can be made again")
    func killed() throws {
        let alliance = try Alliance.undecided()
        let marked = try alliance.shell("cat \(file)")
        for round in 0..<6 {
            let copy = try alliance.copy("round-\(round)")
            let running = try copy.start([
                "resolve", "commercials.pipeline.target", "--take", "contoso",
            ])
            usleep(UInt32(round * 12_000))
            running.kill()
            _ = try running.wait()
            try copy.must("status")
            #expect(try copy.leftovers() == "")
            let text = try copy.shell("cat \(file)")
            let open = try #require(JSON(try copy.run(["resolve", "--json"]).output))
            #expect(open.list.count == (text == marked ? 2 : 1))
            if text == marked {
                let again = try copy.run([
                    "resolve", "commercials.pipeline.target", "--take", "contoso",
                ])
                #expect(again.code == 1, "\(again)")
            }
            #expect(try copy.shell("cat \(file)").contains("\n  target: EUR 300\n"))
            try copy.must("update", "ours", "--abandon")
            #expect(try copy.shell("git status --porcelain") == "")
            try copy.delete()
        }
    }

    @Test("where both together break a rule, it is said, and no side can be taken")
    func breach() throws {
        let alliance = try Alliance.founded()
        try alliance.must("people", "add", "ben", "--name", "Ben", "--party", "northwind")
        try alliance.must("propose", "ben", "--title", "Ben", "--why", "Help.")
        try alliance.agree("ben")
        try alliance.propose(
            "ours",
            setting: [
                "purpose.goals=[{id: grow, kind: objective, holder: ben, statement: Grow.}]"
            ])
        try alliance.must("people", "remove", "ben")
        try alliance.must("propose", "theirs", "--title", "Gone", "--why", "He left.", as: .dora)
        try alliance.agree("theirs")
        let outcome = try alliance.run(["update", "ours"])
        #expect(outcome.code == 1)
        let told = outcome.output.replacing("\n  ", with: " ")
        #expect(told.contains("does not go together"), "\(told)")

        let path = "purpose.goals.grow.holder"
        for command in [["resolve"], ["update", "ours", "--continue"]] {
            let refused = try alliance.run(command)
            #expect(refused.code == 1, "\(command): \(refused)")
        }
        let listed = try alliance.run(["resolve"])
        #expect(listed.output.contains("Both sides together break a rule:"), "\(listed)")
        #expect(listed.output.contains("entente set \(path) <value>"), "\(listed)")
        let items = try #require(JSON(try alliance.run(["resolve", "--json"]).output))
        #expect(items[0]["kind"].text == "breach" && items[0]["path"].text == path)
        let taken = try alliance.run(["resolve", path, "--take", "northwind"])
        #expect(taken.code == 2 && taken.errors.contains("neither side can be taken"), "\(taken)")
        let asked = try alliance.typed([], into: "entente resolve")
        #expect(asked.hasSuffix("exit 1\n"), "\(asked)")

        try alliance.must("set", path, "ada")
        #expect(try alliance.run(["resolve"]).code == 0)
        try alliance.must("update", "ours", "--continue")
        try alliance.agree("ours")
        #expect(try alliance.run(["verify"]).code == 0)
    }

    @Test("in a bare repository nobody can decide, and nothing changes")
    func bare() throws {
        let alliance = try Alliance.crossed(
            ours: ["commercials.pipeline.target=EUR 200"],
            theirs: ["commercials.pipeline.target=EUR 300"])
        try alliance.shell("git clone -q --bare . ../bare.git")
        let bare = Alliance(
            sandbox: alliance.sandbox, path: alliance.sandbox.path + "/bare.git")
        try bare.must("status")
        let before = try bare.state()
        let outcome = try bare.run(["update", "ours", "--json"])
        #expect(outcome.code == 1)
        let problem = try #require(JSON(outcome.errors), "\(outcome)")
        #expect(problem["code"].text == "conflict")
        #expect(problem["message"].text?.contains("Contoso GmbH changed it") == true)
        #expect(problem["next"].text?.contains("in a clone") == true)
        #expect(try bare.run(["resolve"]).code == 2)
        #expect(try bare.state() == before)
    }

    @Test("each side of a conflict goes by the party that wrote what is contested")
    func attribution() throws {
        // Northwind's other amendment was agreed, too, and is about something else.
        let alliance = try Alliance.founded()
        try alliance.propose("ours", setting: ["framework.term.notice=6 months"])
        try alliance.propose("more", setting: ["purpose.why=Both want to grow."])
        try alliance.agree("more")
        try alliance.propose("theirs", setting: ["framework.term.notice=9 months"], as: .dora)
        try alliance.agree("theirs")
        let outcome = try alliance.run(["update", "ours"])
        let told = outcome.output.replacing("\n  ", with: " ")
        #expect(told.contains("Contoso GmbH changed"), "\(told)")
        #expect(told.contains("Northwind Ltd changed"), "\(told)")
        let marks = try alliance.shell("grep -E '^(<<<<<<<|>>>>>>>)' frameworks/*/terms/*.yaml")
        #expect(marks.contains(" Contoso GmbH\n") && marks.contains(" Northwind Ltd\n"), "\(marks)")
    }

    @Test("what both sides changed in different places is to be read again, for programs as well")
    func flags() throws {
        let alliance = try Alliance.ofAnimals()
        try alliance.crossAnimals()
        let outcome = try alliance.run(["update", "ours", "--json"])
        #expect(outcome.code == 0, "\(outcome)")
        let made = try #require(JSON(outcome.output))
        #expect(made["readAgain"][0]["path"].text == "clauses/animals")
    }

    @Test("who takes what is in force gets it as it is written there")
    func nothingLeft() throws {
        let alliance = try Alliance.ofAnimals()
        let path = "frameworks/alliance/terms/clauses/animals.md"
        for (slug, place) in [("ours", "upstairs"), ("theirs", "downstairs")] {
            try alliance.shell(
                "git checkout -q main -- \(path); sed -i 's/outside/\(place)/' \(path)")
            try alliance.must("propose", slug, "--title", slug, "--why", "Because.", "--as-is")
        }
        try alliance.agree("theirs")
        #expect(try alliance.run(["update", "ours"]).code == 1)
        try alliance.must("resolve", "clauses/animals", "--value", "Dogs sleep downstairs.")
        let done = try alliance.run(["update", "ours", "--continue"])
        #expect(
            done.code == 0 && (done.output + done.errors).contains("entente close ours"), "\(done)")
        let branch = "proposals/alliance/ours"
        #expect(try alliance.shell("git diff main \(branch) -- \(path)").isEmpty)
    }
}
