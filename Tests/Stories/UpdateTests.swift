import Foundation
import TestSupport
import Testing

/// Proposals that cross: carried over, settled, left and given up.
@Suite("Updating proposals")
struct UpdateTests {
    private let file = "frameworks/alliance/terms/commercials.yaml"

    private func crossed() throws -> Alliance {
        try .crossed(
            ours: ["commercials.pipeline.target=EUR 200"],
            theirs: ["commercials.pipeline.target=EUR 300"])
    }

    @Test("what does not conflict is carried over, and sign-offs are voided")
    func clean() throws {
        let alliance = try Alliance.crossed(
            ours: ["commercials.pipeline.target=EUR 200"],
            theirs: ["commercials.pipeline.cycle=9 months"])
        let outcome = try alliance.run(["update", "ours"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("voids the sign-off of Ada"), "\(outcome.output)")
        #expect(try alliance.run(["update", "ours"]).output.contains("is up to date"))
        try alliance.agree("ours")
        #expect(try alliance.run(["verify"]).code == 0)
        let text = try alliance.shell("cat \(file)")
        #expect(text.contains("EUR 200") && text.contains("9 months"), "\(text)")
    }

    @Test("a clause that both changed is to be read as a whole", arguments: ["update", "revise"])
    func flags(command: String) throws {
        let alliance = try Alliance.ofAnimals()
        try alliance.crossAnimals()
        let outcome = try alliance.run([command, "ours"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("as a whole: both sides changed it"), "\(outcome.output)")
    }

    @Test(
        "the proposal comes first: in text, in JSON and between the marks",
        arguments: [("EUR 200", "EUR 300"), ("EUR 300", "EUR 200")])
    func oneOrder(ours: String, theirs: String) throws {
        let alliance = try Alliance.crossed(
            ours: ["commercials.pipeline={target: \(ours), cycle: 9 months}"],
            theirs: ["commercials.pipeline={target: \(theirs), cycle: 12 months}"])
        let sides = ["northwind", "contoso"]
        func expectOrder(_ json: String) throws {
            let conflicts = try #require(JSON(json)).list
            #expect(!conflicts.isEmpty)
            for conflict in conflicts {
                #expect(conflict["sides"].list.map(\.["take"].text) == sides, "\(json)")
            }
        }
        try expectOrder(try alliance.run(["update", "ours", "--json"]).output)
        try expectOrder(try alliance.run(["resolve", "--json"]).output)
        let told = try alliance.run(["resolve"]).output
        #expect(told.contains("Northwind Ltd changed the target to \(ours).00."), "\(told)")
        #expect(told.contains("--take northwind|contoso|base"), "\(told)")
        // What is settled leaves the order of the rest.
        let settled = ["resolve", "commercials.pipeline.cycle", "--take", "base"]
        #expect(try alliance.run(settled).code == 1)
        try expectOrder(try alliance.run(["resolve", "--json"]).output)
        let marked = try alliance.shell("grep -E '^(<<<<<<<|>>>>>>>)' \(file)")
        #expect(marked == "<<<<<<< Northwind Ltd\n>>>>>>> Contoso GmbH\n")
    }

    @Test(
        "a conflict is told in the parties' words, settled, agreed and verified",
        arguments: [
            ["--take", "northwind"], ["--take", "contoso"], ["--take", "base"],
            ["--value", "EUR 250"],
        ])
    func conflict(choice: [String]) throws {
        let alliance = try crossed()
        let outcome = try alliance.run(["update", "ours"])
        #expect(outcome.code == 1)
        for part in [
            "Northwind Ltd changed the", "to EUR 200.00.", "Contoso GmbH changed it to EUR 300.00.",
            "Before: EUR 100.00.", "entente resolve commercials.pipeline.target --take ",
        ] {
            let told = outcome.output.replacing("\n  ", with: " ")
            #expect(told.contains(part), "\(part): \(told)")
        }
        #expect(try alliance.run(["resolve"]).code == 1)
        let checked = try alliance.run(["check"])
        #expect(checked.output.contains("[undecided]"))
        let mark = try alliance.shell(
            "grep -n '<<<<<<<' \(file) | cut -d: -f1 | tr -d '\\n'")
        #expect(
            checked.output.contains("Nobody has decided yet at commercials.yaml:\(mark);"),
            "\(checked)")
        #expect(checked.output.contains("entente resolve"))
        // What the marks hide is not unanswered.
        #expect(!checked.output.contains("commercials  "), "\(checked)")
        for command in [
            ["update", "ours"], ["update", "ours", "--continue"],
            ["revise", "ours"], ["revise", "ours", "--load"],
            ["propose", "more", "--title", "T", "--why", "W"],
        ] {
            #expect(try alliance.run(command).code == 1, "\(command)")
        }
        let settled = try alliance.run(["resolve", "commercials.pipeline.target"] + choice)
        #expect(settled.code == 0, "\(settled.errors)")
        let done = try alliance.run(["update", "ours", "--continue"])
        #expect(done.code == 0, "\(done.errors)")
        #expect(done.output.contains("voids the sign-off of Ada"), "\(done.output)")
        let clean = try alliance.shell(
            "git status --porcelain; git for-each-ref refs/entente/update")
        #expect(clean == "")
        // What is in force already has nobody to agree to it.
        if choice.last == "contoso" { return }
        try alliance.agree("ours")
        #expect(try alliance.run(["verify"]).code == 0)
        let expected =
            choice.last == "northwind" ? "EUR 200" : choice.last == "base" ? "EUR 100" : "EUR 250"
        #expect(try alliance.shell("cat \(file)").contains("target: \(expected)"))
    }

    @Test("the file can be edited, and other changes in it stay")
    func editing() throws {
        let alliance = try crossed()
        #expect(try alliance.run(["update", "ours"]).code == 1)
        let status = try alliance.run(["status"]).output
        #expect(status.contains("halfway through the update of ours"), "\(status)")
        try alliance.shell(
            """
            sed -i '/^<<<<<<</,/^>>>>>>>/c\\  target: EUR 275' \(file)
            sed -i 's/6 months/7 months/' \(file)
            """)
        let open = try alliance.run(["resolve", "--json"])
        #expect(open.code == 0, "\(open.output)")
        try alliance.must("update", "ours", "--continue")
        let shown = try alliance.run(["diff", "in-force", "ours"]).output
        #expect(shown.contains("EUR 275.00") && shown.contains("7 months"), "\(shown)")
    }

    @Test("giving up restores everything, byte for byte")
    func abandoning() throws {
        let alliance = try crossed()
        // Somebody is in the middle of something, and an editor has left a copy.
        try alliance.shell(
            "printf '# my note\\n' >> \(file); cp \(file) \(file)~; chmod +x \(file)~")
        try alliance.must("status")
        let before = try alliance.state()
        #expect(try alliance.run(["update", "ours"]).code == 1)
        try alliance.shell("echo nonsense >> \(file)")
        let outcome = try alliance.run(["update", "ours", "--abandon"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        func files(_ state: String) -> [Substring] {
            state.split(separator: "\n").filter { !$0.hasSuffix("  -") }
        }
        let after = try alliance.state()
        #expect(files(after) == files(before), "\(Alliance.changes(from: before, to: after))")
        #expect(try alliance.run(["update", "ours", "--abandon"]).code == 1)
    }

    @Test("giving up leaves what was done in other files meanwhile, and names what it drops")
    func abandoningOthers() throws {
        let alliance = try Alliance.crossed(
            ours: ["commercials.pipeline.target=EUR 200"],
            theirs: ["commercials.pipeline.target=EUR 300", "framework.term.notice=6 months"])
        try alliance.must("revise", "ours", "--load")
        #expect(try alliance.run(["update", "ours"]).code == 1)
        try alliance.shell(
            """
            cd frameworks/alliance/terms
            echo '# Mine.' >> purpose.yaml
            echo '# Dropped.' >> framework.yaml
            echo '# Decided.' >> commercials.yaml
            echo mine > clauses/mine.md
            """)
        let outcome = try alliance.run(["update", "ours", "--abandon"])
        let said = (outcome.output + outcome.errors).replacing(/\s+/, with: " ")
        let found = try #require(
            said.firstMatch(of: /changed in (\S+) since; git show (\S+) has it/), "\(said)")
        #expect(found.1 == "frameworks/alliance/terms/framework.yaml")
        #expect(try alliance.shell("git show \(found.2)").hasSuffix("# Dropped.\n"))
        let files = try alliance.shell(
            "cd frameworks/alliance/terms; tail -qn 1 purpose.yaml clauses/mine.md;"
                + "grep -e Dropped -e Decided *.yaml || :")
        #expect(files == "# Mine.\nmine\n", "\(files)")
    }

    @Test("a file that somebody changes while an update begins is kept, and no side is dropped")
    func changedWhileBeginning() throws {
        let alliance = try crossed()
        #expect(try alliance.run(["update", "ours"]).code == 1)
        // As if it had been killed before it wrote a file, and somebody had gone on writing.
        let before = try alliance.shell(
            """
            ref=refs/entente/update/alliance
            git update-ref $ref $(git log -1 --format=%B $ref | sed 's/: open$/: opening/' |
                git commit-tree $ref^{tree} -p $ref^1 -p $ref^2)
            git cat-file blob $ref:before/commercials.yaml > \(file)
            echo '# mine' >> \(file)
            cat \(file)
            """)
        try alliance.must("status")
        #expect(try alliance.shell("git for-each-ref refs/entente/update") == "")
        #expect(try alliance.shell("cat \(file)") == before)
        #expect(try alliance.run(["update", "ours"]).code == 1)
        #expect(try alliance.shell("cat \(file)").contains("<<<<<<< "))
        try alliance.must("update", "ours", "--abandon")
        #expect(try alliance.shell("cat \(file)") == before)
    }

    @Test("JSON names the sides, the texts and the words that settle it")
    func json() throws {
        let alliance = try crossed()
        let outcome = try alliance.run(["update", "ours", "--json"])
        #expect(outcome.code == 1)
        let items = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
        #expect(items.map { $0["path"] as? String } == ["commercials.pipeline.target"])
        let sides = try #require(items.first?["sides"] as? [[String: String]])
        #expect(Set(sides.compactMap { $0["take"] }) == ["northwind", "contoso"])
        #expect(Set(sides.compactMap { $0["text"] }) == ["EUR 200", "EUR 300"])
    }

    @Test("marks that Git leaves are settled in the same way")
    func marksOfGit() throws {
        let alliance = try crossed()
        try alliance.must("hooks", "install")
        try alliance.shell("git merge proposals/alliance/ours > /dev/null 2>&1 || :")
        let outcome = try alliance.run([
            "resolve", "commercials.pipeline.target", "--take", "incoming-text",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(try alliance.shell("cat \(file)").contains("target: EUR 200"))
    }

    @Test(
        "killed at any moment, it is as before, or waits for decisions, or is done",
        arguments: [
            ["update", "ours"], ["update", "ours", "--continue"],
            ["update", "ours", "--abandon"],
        ])
    func killed(command: [String]) throws {
        let alliance = try crossed()
        if command.count > 2 {
            #expect(try alliance.run(["update", "ours"]).code == 1)
            try alliance.must(
                "resolve", "commercials.pipeline.target", "--value", "EUR 250")
        }
        for round in 0..<6 {
            let copy = try alliance.copy("round-\(round)")
            let running = try copy.start(command)
            usleep(UInt32(round * 15_000))
            running.kill()
            _ = try running.wait()
            try copy.must("status")
            #expect(try copy.leftovers() == "")
            let isPending = try !copy.shell("git for-each-ref refs/entente/update").isEmpty
            let text = try copy.shell("cat \(file)")
            let isMarked = text.contains("<<<<<<< ")
            let status = try copy.shell("git status --porcelain")
            if command.count == 2 {
                #expect(isPending == isMarked)
                #expect(isPending || status == "", "\(status)")
            } else {
                #expect(text.contains(isPending ? "EUR 250" : "EUR 300"), "\(text)")
                #expect(isPending || status == "", "\(status)")
            }
            // What was asked for can be done, or was done.
            let again = try copy.run(command)
            #expect([0, 1].contains(again.code), "\(again.errors)")
            #expect(try copy.run(["verify"]).code == 0)
            try copy.delete()
        }
    }
}
