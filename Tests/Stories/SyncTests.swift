import Foundation
import TestSupport
import Testing

/// Partners who work apart and come together.
@Suite("sync")
struct SyncTests {
    @Test("statements made apart count both, and both make the same of them")
    func statementsApart() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.sync(.ada)
        let came = try partners.sync(.dora)
        #expect(came["came"][0]["proposal"].text == "notice")
        #expect(came["waitsOnMe"][0]["next"].text == "entente sign notice")

        // Each says something before hearing of the other.
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.ada, "comment", "notice", "--reason", "Please.")
        try partners.sync(.dora)
        let joined = try partners.sync(.ada)
        #expect(joined["joined"].texts == ["alliance/notice"])
        #expect(joined["came"][0]["statements"][0]["kind"].text == "sign-off")
        #expect(joined["went"][0]["statements"].list.count == 1)
        try partners.sync(.dora)
        try partners.expectInStep()
        try partners.must(.dora, "agree", "notice")
        let went = try partners.sync(.dora)
        #expect(went["went"].list.map { $0["kind"].text } == ["version", "ended"])
        let version = try partners.sync(.ada)
        #expect(version["came"][0]["number"].number == 2)
        try partners.expectInStep()
        let notice = try partners.copy(of: .ada).shell(
            "git status --porcelain; grep '^  notice:' frameworks/alliance/terms/framework.yaml")
        #expect(notice == "  notice: 6 months\n")
    }

    @Test("whoever joins makes the same of it")
    func sameJoin() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.ada, "comment", "notice", "--reason", "Please.")
        // Each finds what the other said in another place.
        let ada = partners.copy(of: .ada), dora = partners.copy(of: .dora)
        let other = partners.sandbox.path + "/other.git"
        try ada.shell(
            "git init -q --bare '\(other)'; git push -q --no-verify '\(other)' main "
                + "proposals/alliance/notice")
        try dora.shell("git push -q --no-verify origin proposals/alliance/notice", as: .dora)
        try partners.sync(.ada)
        let outcome = try partners.run(.dora, "sync", other, "--json")
        #expect(JSON(outcome.output)?["joined"].texts == ["alliance/notice"], "\(outcome)")
        #expect(try ada.branches(as: .ada) == dora.branches(as: .dora))
        try ada.shell("git fsck --strict --no-dangling")
    }

    @Test("a proposal that both carried over, each to steps of their own, goes on")
    func carriedOverApart() throws {
        let partners = try Partners.founded()
        let slugs = (0..<4).map { "fee-\($0)" }
        for slug in slugs {
            try partners.must(
                .ada, "propose", slug, "--title", slug, "--why", "So.", "--set",
                "purpose.why=\(slug).")
        }
        try partners.propose(.ada, "notice", notice: "6 months")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.dora, "agree", "notice")
        for person in [Person.dora, .ada] { try partners.sync(person) }
        try partners.must(.dora, "record", "deals", "registered", "one", "--set", "customer=A")
        try partners.copy(of: .ada).shell("echo one > ONE && git add ONE && git commit -q -m One")
        for slug in slugs {
            for person in [Person.ada, .dora] { try partners.must(person, "update", slug) }
        }
        for person in [Person.dora, .ada, .dora] { try partners.sync(person) }
        try partners.expectInStep()
    }

    @Test("two agreements made apart: one wins, the other is a proposal again")
    func agreedApart() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.dora, "longer", notice: "9 months")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.sync(.ada)
        try partners.must(.ada, "sign", "longer", "--yes")
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.sync(.ada)

        try partners.must(.ada, "agree", "notice")
        try partners.must(.dora, "agree", "longer")
        try partners.sync(.ada)
        let report = try partners.sync(.dora)
        #expect(report["reopened"].texts == ["alliance/longer"])
        #expect(report["came"][0]["number"].number == 2)
        try partners.sync(.ada)
        try partners.expectInStep()
        let state = try partners.copy(of: .dora).shell(
            """
            git status --porcelain
            grep '^  notice:' frameworks/alliance/terms/framework.yaml
            git for-each-ref --format='%(refname)' refs/tags --no-contains main
            git for-each-ref --format='%(refname)' refs/tags --no-merged main
            """, as: .dora)
        #expect(state == "  notice: 6 months\n")
        let listed = JSON(try partners.run(.dora, "proposals", "--json").output)
        #expect(listed?[0]["proposal"].text == "longer" && listed?[0]["outdated"].flag == true)
    }

    @Test("what was done apart outside of frameworks comes together, or says why not")
    func othersApart() throws {
        let partners = try Partners.founded()
        let ada = partners.copy(of: .ada), dora = partners.copy(of: .dora)
        try ada.shell("echo one > ONE && git add ONE && git commit -q -m One")
        try dora.shell("echo two > TWO && git add TWO && git commit -q -m Two", as: .dora)
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.sync(.ada)
        try partners.expectInStep()
        #expect(try ada.shell("cat ONE TWO; git status --porcelain") == "one\ntwo\n")
        #expect(try dora.shell("cat ONE TWO; git status --porcelain", as: .dora) == "one\ntwo\n")

        try ada.shell("echo ada > ONE && git commit -q -a -m Ada")
        try dora.shell("echo dora > ONE && git commit -q -a -m Dora", as: .dora)
        try partners.sync(.ada)
        let refusal = try partners.refusal(.dora, exit: 1)
        #expect(refusal["code"].text == "conflict")
    }

    @Test("a file that somebody is changing is left alone")
    func changedFiles() throws {
        let partners = try Partners.founded()
        let ada = partners.copy(of: .ada), dora = partners.copy(of: .dora)
        try ada.shell("echo one > ONE && git add ONE && git commit -q -m One")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try ada.shell("echo two > ONE && git commit -q -a -m Two")
        try partners.sync(.ada)
        try dora.shell("echo mine > ONE", as: .dora)
        let report = try partners.sync(.dora)
        #expect(report["leftAlone"].texts == ["ONE"])
        #expect(try dora.shell("cat ONE", as: .dora) == "mine\n")
    }

    @Test("two proposals with one name become two")
    func sameName() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.dora, "notice", notice: "9 months")
        try partners.sync(.ada)
        let compare = "entente diff alliance notice notice-2"
        let dry = try partners.run(.dora, "sync", "--dry-run")
        let text = (dry.output + dry.errors).replacing(/\s+/, with: " ")
        #expect(
            text.contains(
                "Compare the two: \(compare). Where one is enough, close the other: entente close "
                    + "notice-2 --reason \"...\""), "\(text)")
        let report = try partners.sync(.dora)
        #expect(report["beside"][0]["renamed"].text == "notice-2")
        #expect(report["beside"][0]["next"].text == compare)
        let compared = try partners.must(.dora, "diff", "alliance", "notice", "notice-2").output
        #expect(compared.contains("6 months") && compared.contains("9 months"), "\(compared)")
        try partners.sync(.ada)
        try partners.expectInStep()
        let listed = JSON(try partners.run(.ada, "proposals", "--json").output)
        #expect(listed?.list.map { $0["proposal"].text } == ["notice", "notice-2"])
        #expect(listed?[1]["parties"].list.flatMap(\.["signed"].texts) == ["dora"])

        // Agreed under its new name, it is off everybody's list, as any other.
        try partners.must(.ada, "sign", "notice-2", "--yes")
        try partners.must(.ada, "agree", "notice-2")
        for person in [Person.ada, .dora, .ada] { try partners.sync(person) }
        try partners.expectInStep()
        #expect(try !partners.hubBranches().contains("notice-2"))
    }

    @Test("a sign-off that crosses a revision is told as what it is, and a closing with the reason")
    func told() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        for person in [Person.ada, .dora] { try partners.sync(person) }
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.sync(.dora)
        try partners.must(.ada, "revise", "notice", "--set", "purpose.why=Both win.")
        func output(_ person: Person) throws -> String {
            try partners.must(person, "sync").output.replacing(/\s+/, with: " ")
        }
        let crossed = try output(.ada)
        #expect(crossed.contains("Came notice: a sign-off by Dora Winkler Went notice, revised"))
        #expect(try output(.dora).contains("Came notice, revised Went nothing"))

        let reason = "Our board objects, since we lost a customer this summer and have no time."
        try partners.must(.dora, "close", "notice", "--reason", reason)
        let told =
            "a closing by Dora Winkler (Our board objects, since we lost a customer this summer and "
            + "have...)"
        #expect(try output(.dora).contains(told))
        let said = try partners.sync(.ada, "--dry-run")["came"][0]["statements"][0]
        #expect(said["kind"].text == "closing" && said["reason"].text == reason, "\(said)")
        #expect(try output(.ada).contains(told))
    }

    @Test("what was agreed by mail is off the list of the place, too")
    func agreedByMail() throws {
        let partners = try Partners.ahead()
        let file = partners.sandbox.path + "/mail.zip"
        try partners.must(.dora, "bundle", file)
        #expect(try partners.sync(.ada, file)["came"][0]["kind"].text == "version")
        #expect(try partners.hubBranches().contains("notice"))
        let went = try partners.sync(.ada, "origin")["went"].list
        #expect(went.map(\.["kind"].text) == ["version", "ended"], "\(went)")
        #expect(try !partners.hubBranches().contains("notice"))
        try partners.sync(.dora)
        try partners.expectInStep()
    }

    @Test("tells the sign-offs that count, by the people whose keys made them")
    func toldSignOffs() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.copy(of: .ada).shell("git config user.name 'Somebody Else'")
        try partners.must(.ada, "revise", "notice", "--set", "framework.term.notice=7 months")
        try partners.must(.ada, "sign", "notice", "--yes")
        let went = try partners.sync(.ada)["went"][0]["statements"]
        #expect(went.list.map(\.["by"].text) == ["Ada Brennan"], "\(went)")
        let came = try partners.sync(.dora)["came"][0]["statements"]
        #expect(came.list.map(\.["by"].text) == ["Ada Brennan"], "\(came)")
    }

    @Test("says to programs as well that nobody has the key, so that nobody can tell what waits")
    func unknownKey() throws {
        let partners = try Partners.founded()
        #expect(try partners.sync(.ada)["unknownMe"]["code"].text == nil)
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.sync(.ada)
        try partners.join(.frida)
        try partners.copy(of: .frida).shell("git config remote.origin.url >&2", as: .frida)
        let unknown = try partners.sync(.frida)["unknownMe"]
        #expect(unknown["code"].text == "unregistered-key", "\(unknown)")
        #expect(unknown["next"].text?.contains("--key FILE") == true, "\(unknown)")
    }

    @Test("a text that both changed is brought together where it can be")
    func revisedApart() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.sync(.ada)
        try partners.sync(.dora)
        try partners.must(.ada, "revise", "notice", "--set", "framework.term.starts=2027-03-01")
        try partners.must(.dora, "revise", "notice", "--set", "purpose.why=Both win.")
        try partners.sync(.ada)
        #expect(try partners.sync(.dora)["merged"].texts == ["alliance/notice"])
        try partners.sync(.ada)
        try partners.expectInStep()
        let text = try partners.run(.ada, "diff", "alliance", "in-force", "notice").output
        #expect(text.contains("2027") && text.contains("win"), "\(text)")

        try partners.must(.ada, "revise", "notice", "--set", "framework.term.notice=7 months")
        try partners.must(.dora, "revise", "notice", "--set", "framework.term.notice=8 months")
        try partners.sync(.ada)
        #expect(try partners.sync(.dora)["beside"][0]["renamed"].text == "notice-2")
        try partners.sync(.ada)
        try partners.expectInStep()
    }

    @Test("a place that went back is refused, and nothing moves")
    func rolledBack() throws {
        let partners = try Partners.ahead()
        try partners.sync(.dora)
        try partners.sync(.ada)
        try partners.copy(of: .ada).shell(
            "git --git-dir='\(partners.hub)' update-ref refs/heads/main main^")
        for person in [Person.ada, .dora] {
            let refusal = try partners.refusal(person, exit: 3)
            #expect(refusal["code"].text == "rolled-back", "\(refusal)")
            #expect(refusal["next"].text?.contains("entente log") == true)
            #expect(try partners.run(person, "sync", "--give-way").code == 3)
        }
        let evidence = try partners.copy(of: .ada).shell("git for-each-ref refs/entente/evidence")
        #expect(evidence.contains("refs/entente/evidence/origin/"))
    }

    @Test("a place that went another way is refused, and nothing moves")
    func forked() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.propose(.ada, "longer", notice: "9 months")
        try partners.sync(.ada)
        try partners.sync(.dora)
        for slug in ["notice", "longer"] { try partners.must(.dora, "sign", slug, "--yes") }
        try partners.sync(.dora)
        // The host shows one agreement to Ada, and another one to Dora.
        let other = partners.sandbox.path + "/other.git"
        try partners.copy(of: .ada).shell("cp -R '\(partners.hub)' '\(other)'")
        try partners.must(.dora, "agree", "notice")
        try partners.sync(.dora)
        let ada = partners.copy(of: .ada)
        try ada.shell("git remote set-url origin '\(other)'")
        try partners.sync(.ada)
        try partners.must(.ada, "agree", "longer")
        try partners.sync(.ada)
        try ada.shell("git remote set-url origin '\(partners.hub)'")
        let refusal = try partners.refusal(.ada, exit: 3)
        #expect(refusal["code"].text == "forked", "\(refusal)")
        let kept = try #require(refusal["next"].text?.split(separator: " ").last)
        #expect(
            try ada.shell("git rev-parse \(kept) && git --git-dir='\(partners.hub)' rev-parse main")
                .split(separator: "\n").count == 2)
        // A place where nobody was before shows the same.
        let elsewhere = try partners.run(.ada, "sync", "file://\(partners.hub)", "--json")
        #expect(
            elsewhere.code == 3 && JSON(elsewhere.errors)?["code"].text == "forked",
            "\(elsewhere)")
        // They settle on what Dora has.
        let settled = try partners.sync(.ada, "--give-way")
        #expect(settled["reopened"].texts == ["alliance/longer"], "\(settled)")
        try partners.sync(.dora)
        try partners.expectInStep()
        #expect(
            JSON(try partners.must(.ada, "status", "--json").output)?["otherVersions"].list.isEmpty
                == true)
    }

    @Test("a place whose main breaks a rule is refused, and nothing moves")
    func broken() throws {
        let partners = try Partners.founded()
        let ada = partners.copy(of: .ada)
        try partners.must(.dora, "hooks", "remove")
        try partners.copy(of: .dora).shell(
            """
            echo 'x: 1' >> frameworks/alliance/terms/purpose.yaml
            git commit -q -a --no-verify -m Sneaky
            rm '\(partners.hub)/hooks/pre-receive'
            git push -q --no-verify origin main
            """, as: .dora)
        let refusal = try partners.refusal(.ada, exit: 1)
        #expect(refusal["code"].text == "does-not-verify", "\(refusal)")
        #expect(refusal["next"].text?.hasPrefix("Ask whoever hosts it") == true, "\(refusal)")
        #expect(try !ada.shell("git for-each-ref refs/entente/evidence").isEmpty)
        let file = partners.sandbox.path + "/mail.bundle"
        try partners.copy(of: .dora).shell("git bundle create -q '\(file)' main", as: .dora)
        let mailed = try partners.run(.ada, "sync", file, "--json")
        #expect(
            JSON(mailed.errors)?["next"].text?.hasPrefix("Ask whoever sent it") == true,
            "\(mailed)")
    }

    @Test("a proposal that the rules refuse stays there, and the rest comes")
    func badProposal() throws {
        let partners = try Partners.founded()
        try partners.propose(.dora, "notice", notice: "6 months")
        try partners.sync(.dora)
        try partners.copy(of: .dora).shell(
            """
            rm '\(partners.hub)/hooks/pre-receive'
            git switch -q -c proposals/alliance/bad main && echo x > X && git add X
            git commit -q --no-verify -m Bad && git push -q --no-verify origin HEAD
            git switch -q main
            """, as: .dora)
        let outcome = try partners.run(.ada, "sync", "--json")
        let report = try #require(JSON(outcome.output))
        #expect(outcome.code == 1, "\(outcome)")
        #expect(report["refused"][0]["code"].text == "outside-terms", "\(report)")
        #expect(report["came"][0]["proposal"].text == "notice", "\(report)")
    }

    @Test("two at once: both are taken")
    func race() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        try partners.sync(.ada)
        try partners.sync(.dora)
        for round in 1...3 {
            try partners.must(.ada, "comment", "notice", "--reason", "Ada \(round)")
            try partners.must(.dora, "comment", "notice", "--reason", "Dora \(round)")
            let running = try [Person.ada, .dora].map { person in
                try partners.copy(of: person).start(["sync", "--json"], as: person)
            }
            for outcome in try running.map({ try $0.wait() }) {
                #expect(outcome.code == 0, "round \(round): \(outcome)")
            }
            try partners.sync(.ada)
            try partners.sync(.dora)
            try partners.expectInStep([.ada, .dora], "round \(round)")
        }
        let listed = JSON(try partners.run(.ada, "proposals", "--json").output)
        #expect(listed?[0]["statements"].list.count == 7)
    }

    @Test("says what it would do, and does not")
    func dryRun() throws {
        let partners = try Partners.founded()
        try partners.propose(.ada, "notice", notice: "6 months")
        let before = try partners.hubBranches()
        let report = try partners.sync(.ada, "--dry-run")
        #expect(report["dryRun"].flag == true && report["went"][0]["proposal"].text == "notice")
        #expect(try partners.hubBranches() == before)
        try partners.sync(.ada)
        let here = try partners.copy(of: .dora).branches(as: .dora)
        #expect(try partners.sync(.dora, "--dry-run")["came"][0]["proposal"].text == "notice")
        #expect(try partners.copy(of: .dora).branches(as: .dora) == here)
    }

    @Test("says how to add a place where there is none, and which there are")
    func places() throws {
        let alliance = try Alliance.founded()
        let none = try alliance.run(["sync", "--json"])
        #expect(none.code == 2 && JSON(none.errors)?["code"].text == "no-remote", "\(none)")
        try alliance.shell("git remote add one ../one.git; git remote add two ../two.git")
        let several = try alliance.run(["sync", "--json"])
        #expect(JSON(several.errors)?["next"].text == "Name one: entente sync one | two")
        let missing = try alliance.run(["sync", "one", "--json"])
        #expect(
            missing.code == 2 && JSON(missing.errors)?["code"].text == "unreachable", "\(missing)")
        let unsupported = try alliance.run(["sync", "git://example.org/x", "--json"])
        #expect(unsupported.code == 2, "\(unsupported)")
    }

    @Test("a mailed file is checked and taken as any other place, also by who has nothing yet")
    func mailing() throws {
        let partners = try Partners.founded([.ada])
        let ada = partners.copy(of: .ada), dora = partners.copy(of: .dora)
        try partners.propose(.ada, "notice", notice: "6 months")
        let file = partners.sandbox.path + "/for-contoso.zip"
        let mailed = JSON(try partners.must(.ada, "bundle", file, "--json").output)
        #expect(mailed?["proposals"].number == 1)
        let unpacked = try Alliance(sandbox: partners.sandbox, path: partners.sandbox.path).shell(
            """
            mkdir mail && cd mail && /usr/bin/python3 -m zipfile -e ../for-contoso.zip .
            grep -c 'entente sync for-contoso.zip' read-me.html
            git bundle verify -q history.bundle
            GIT_CONFIG_GLOBAL=/dev/null git clone -q history.bundle ../cloned
            git -C ../cloned status --short --branch
            cd .. && entente init dora-copy && cd dora-copy && entente sync ../for-contoso.zip
            git status --short --branch
            """, as: .dora)
        #expect(unpacked.contains("## main...origin/main\n"), "\(unpacked)")
        #expect(unpacked.hasSuffix("## main\n"), "\(unpacked)")
        #expect(unpacked.hasPrefix("1\n"), "\(unpacked)")
        #expect(try dora.branches(as: .dora) == ada.branches(as: .ada))
        try partners.must(.dora, "sign", "notice", "--yes")
        try partners.must(.dora, "agree", "notice")
        try partners.must(.dora, "bundle", file)
        let came = try partners.sync(.ada, file)
        #expect(came["came"][0]["kind"].text == "version", "\(came)")
        #expect(try ada.branches(as: .ada) == dora.branches(as: .dora))

        // One byte, and it is refused; so is what is no such file.
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: file))
        let damaged = try partners.run(.ada, "sync", file, "--json")
        #expect(damaged.code == 2 && JSON(damaged.errors)?["code"].text == "bad-archive")
        try Data("PK".utf8).write(to: URL(fileURLWithPath: file))
        #expect(try partners.run(.ada, "sync", file).code == 2)
        try Data("# v2 git bundle\n".utf8).write(to: URL(fileURLWithPath: file))
        let cut = try partners.run(.ada, "sync", file, "--json")
        #expect(cut.code == 2 && JSON(cut.errors)?["code"].text == "not-a-bundle", "\(cut)")
    }
}
