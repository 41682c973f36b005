import TestSupport
import Testing

/// Advice that can be followed as it stands.
@Suite("advice of a step")
struct NextStepTests {
    @Test(
        "names a framework the way the command takes it",
        arguments: [
            "verify --founding \(String(repeating: "0", count: 64))", "records", "log", "show",
            "questions", "keys", "people",
            "audit", "obligations", "check --at in-force",
        ])
    func severalFrameworks(line: String) throws {
        let alliance = try Alliance.founded()
        try alliance.must("new", "second", "--template", "working-document")
        let words = line.split(separator: " ").map(String.init)
        let refused = try alliance.run(words + ["--json"])
        let next = try #require(JSON(refused.errors)?["next"].text, "\(refused)")
        #expect(next == "Name one: entente \(words[0]) alliance | second")
        let named = try alliance.run([words[0], "alliance"] + words.dropFirst())
        #expect(!named.errors.contains("several frameworks"), "\(named)")
        let option = try alliance.run(["status", "--framework", "alliance"])
        #expect(option.code == 0)
    }

    @Test("in a clone of what is only proposed is sync")
    func clone() throws {
        let partners = try Partners.founded()
        try partners.copy(of: .dora).shell(
            """
            git init -q --bare ../begun.git
            git push -q ../begun.git "$(git rev-list --max-parents=0 main):refs/heads/main"
            git --git-dir=../begun.git symbolic-ref HEAD refs/heads/main
            git clone -q ../begun.git ../begun
            """, as: .dora)
        let place = partners.sandbox.path + "/begun"
        let outcome = try partners.run(.dora, "-C", place, "status")
        #expect(outcome.errors.contains("Next: entente sync brings what your"), "\(outcome)")
    }

    @Test("names the option where a command has it")
    func option() throws {
        let alliance = try Alliance.founded()
        try alliance.must("new", "second", "--template", "working-document")
        let refused = try alliance.run(["diff", "--json"])
        #expect(
            JSON(refused.errors)?["next"].text == "Name one with --framework: alliance, second")
    }

    @Test("after answers proposes a founding only where nothing is founded")
    func answers() throws {
        let alliance = try Alliance.founded()
        try alliance.shell("echo 2028-01-31 > ../answers")
        let outcome = try alliance.run(["questions", "--answers", "../answers"])
        #expect(outcome.errors.contains("entente propose <slug> --title"), "\(outcome)")
    }

    @Test("is none for whoever took a sign-off back, and the others see why")
    func withdrawn() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
        for reason in ["Too early.", "Our board wants to see it."] {
            try alliance.must("sign", "notice", "--yes", as: .dora)
            try alliance.must("withdraw", "notice", "--reason", reason, as: .dora)
        }
        let dora = JSON(try alliance.run(["status", "--json"], as: .dora).output)
        #expect(
            dora?["frameworks"][0]["waitsOnMe"].list.isEmpty == true, "\(String(describing: dora))")
        let ada = try alliance.run(["status"]).output
        #expect(ada.contains("withdrawn by Dora Winkler: Our board wants to see it."), "\(ada)")
        #expect(!ada.contains("Too early") && !ada.contains("no longer counts"), "\(ada)")
        try alliance.must("sign", "notice", "--yes", as: .dora)
        #expect(try !alliance.run(["status"]).output.contains("withdrawn"))
    }

    @Test("closes a proposal that changes nothing")
    func changesNothing() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
        let terms = try alliance.shell(
            "git checkout -q main -- frameworks && grep '^  notice:' \(alliance.terms)/framework.yaml"
        )
        let notice = terms.dropFirst("  notice: ".count).trimmingPrefix(" ").prefix { $0 != "\n" }
        let outcome = try alliance.run(
            ["revise", "notice", "--set", "framework.term.notice=\(notice)"])
        #expect(outcome.output.contains("the same as those in force"), "\(outcome)")
        #expect(
            outcome.errors.contains("Next: entente close notice --reason") && outcome.code == 0,
            "\(outcome)")
    }

    @Test("keeps an address that is nowhere written down")
    func keepingPlace() throws {
        let partners = try Partners.founded()
        let alliance = Alliance(
            sandbox: partners.sandbox, path: partners.sandbox.path + "/joined")
        _ = try partners.sandbox.run("entente init '\(alliance.path)'", as: .dora)
        let hint = "git remote add origin "
        let outcome = try partners.sandbox.run(
            "cd '\(alliance.path)'; mkdir -p sub; cd sub; entente sync ../../hub.git", as: .dora)
        let said = outcome.output.split(separator: "\n").first { $0.contains(hint) }
        let line = try #require(said, "\(outcome)")
        let command = try #require(line.firstRange(of: hint)).lowerBound
        try alliance.shell(String(line[command...]), as: .dora)
        let again = try alliance.run(["sync"], as: .dora)
        #expect(again.code == 0 && !again.errors.contains(hint), "\(again)")
    }

    @Test(
        "takes back a change that only this copy has, and loses nothing",
        arguments: ["main", "elsewhere"])
    func breachOnlyHere(branch: String) throws {
        let partners = try Partners.founded()
        let dora = partners.copy(of: .dora)
        try dora.shell(
            """
            echo 'about: Winning together' >> frameworks/alliance/terms/purpose.yaml
            git commit -q -a --no-verify -m Mine
            git switch -q -C \(branch)
            """, as: .dora)
        let refused = try partners.run(.dora, "sync")
        let text = refused.errors.replacing(/\s+/, with: " ")
        #expect(refused.code == 1 && text.contains("only this copy has"), "\(refused)")
        #expect(!text.contains("hosts") && !text.contains("evidence"), "\(refused)")
        #expect(try dora.shell("git for-each-ref refs/entente/evidence", as: .dora).isEmpty)
        let verified = try partners.run(.dora, "verify")
        #expect(verified.code == 1 && !verified.errors.contains("hosts"), "\(verified)")
        let steps = verified.errors.split(separator: "\n").filter { $0.hasPrefix("  git ") }
        #expect(steps.count == 2, "\(verified)")
        try dora.shell(steps.joined(separator: "\n"), as: .dora)
        #expect(try dora.shell("git diff kept", as: .dora).isEmpty)
        try partners.must(.dora, "verify")
        try partners.must(.dora, "sync")
    }

    @Test("brings back what Git moved back in this copy")
    func movedBack() throws {
        let partners = try Partners.ahead()
        try partners.sync(.dora)
        let dora = partners.copy(of: .dora)
        try dora.shell("git reset -q --hard HEAD~1", as: .dora)
        let refused = try partners.run(.dora, "sync", "--json")
        let problem = try #require(JSON(refused.errors), "\(refused)")
        #expect(refused.code == 3 && problem["code"].text == "rolled-back", "\(refused)")
        let told = problem["message"].text ?? ""
        #expect(told.hasPrefix("main in this copy no longer contains version 2"), "\(told)")
        let command = try #require(
            problem["next"].text?.firstMatch(of: /git merge --ff-only [^ ]+/)?.output, "\(problem)")
        try dora.shell("\(command)", as: .dora)
        try partners.must(.dora, "verify")
        try partners.must(.dora, "sync")
    }

    @Test("after an objection is a better text, until somebody answers")
    func objection() throws {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "notice", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
        func next(for person: Person) throws -> String {
            let text = try alliance.run(["status"], as: person).output
            return text.firstMatch(of: /→ entente (\w+) notice/).map { String($0.output.1) } ?? ""
        }
        #expect(try next(for: .dora) == "sign" && next(for: .ada) == "sign")
        try alliance.must("object", "notice", "--reason", "Too short.", as: .dora)
        #expect(try next(for: .dora) == "" && next(for: .ada) == "comment")
        let waiting = try #require(JSON(try alliance.run(["status", "--json"], as: .ada).output))
        #expect(waiting["frameworks"][0]["waitsOnMe"][0].text == "notice", "\(waiting)")
        try alliance.must("comment", "notice", "--message", "We plan by quarters.")
        #expect(try next(for: .dora) == "sign" && next(for: .ada) == "sign")
        try alliance.must("object", "notice", "--reason", "We do not.", as: .dora)
        try alliance.must("revise", "notice", "--set", "framework.term.notice=7 months")
        #expect(try next(for: .dora) == "sign" && next(for: .ada) == "sign")
    }

    @Test("speaks of keys alone where SSH lets nobody in")
    func refusedKey() throws {
        let alliance = try Alliance.founded()
        try alliance.shell(
            """
            printf '#!/bin/sh\\necho "Permission denied (publickey)." >&2; exit 255\\n' > ../refusing
            chmod +x ../refusing && git remote add origin ada@localhost:hub.git
            """)
        let outcome = try alliance.run(
            ["sync", "--json"],
            with: ["GIT_SSH_COMMAND": "'\(alliance.sandbox.path)/refusing'"])
        let problem = try #require(JSON(outcome.errors), "\(outcome)")
        #expect(problem["code"].text == "not-let-in", "\(problem)")
        let next = try #require(problem["next"].text)
        #expect(
            next.contains("public key") && next.contains("entente sync --key FILE")
                && !next.contains("credential"), "\(next)")
    }
}
