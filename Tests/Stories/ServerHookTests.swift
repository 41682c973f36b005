import Foundation
import TestSupport
import Testing

/// What a host with the hook `pre-receive` takes, and what it refuses: real pushes to a real bare
/// repository.
@Suite("A guarded host")
struct ServerHookTests {
    @Test("a founding and an amendment pass, step by step")
    func honest() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.take("\(hub.branch())")
        try hub.clone.must("comment", "notice", "--message", "Why?", as: .dora)
        try hub.clone.must("sign", "notice", "--yes")
        try hub.take("\(hub.branch())")
        try hub.clone.must("revise", "notice", "--set", "framework.term.notice=9 months")
        try hub.sign()
        try hub.take("\(hub.branch())")
        try hub.clone.must("agree", "notice")
        try hub.take("main :\(hub.branch())")
        try hub.take("--tags")
        #expect(try !hub.references().contains("proposals"))
        #expect(try hub.sandbox.run("entente -C ../hub.git verify", as: .frida).code == 0)
    }

    @Test("a founding passes on a host that holds nothing")
    func founding() throws {
        let hub = try Hub.empty()
        try hub.clone.must("init")
        let key = try String(
            contentsOfFile: hub.sandbox.home(of: .dora) + "/.ssh/id_ed25519.pub", encoding: .utf8)
        try hub.clone.must(
            "new", "alliance", "--party", "northwind=Northwind Ltd", "--party",
            "contoso=Contoso GmbH", "--person", "ada=Ada Brennan", "--person",
            "dora=Dora Winkler", "--set", "framework.term.starts=2027-02-01", "--set",
            "purpose.why=Why.", "--set", "commercials.strategy.mode=growth", "--set",
            "parties.people.dora.keys=\(key.trimmingCharacters(in: .newlines))")
        try hub.clone.must("propose", "founding", "--title", "Founding", "--why", "To start.")
        try hub.refuse(
            "--no-verify \(hub.branch("founding"))", saying: "no agreed history",
            "git push origin main proposals/alliance/founding")
        try hub.take("--no-verify --all")
        try hub.sign("founding")
        try hub.take("--no-verify --all")
        try hub.clone.must("agree", "founding")
        try hub.take("--no-verify main :\(hub.branch("founding"))")
    }

    @Test("one wrong reference, and nothing of the push is taken")
    func allOrNothing() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.clone.shell(
            "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky")
        try hub.refuse(
            "main \(hub.branch()) main~1:refs/heads/elsewhere",
            saying: "main is refused: the terms of alliance change without a proposal",
            "\"Sneaky\"", "entente agree", "nothing of this push was taken")
        try hub.take("\(hub.branch()) main~1:refs/heads/elsewhere")
    }

    @Test("terms that not everybody signed are refused, with who is missing")
    func unsigned() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.clone.must("sign", "notice", "--yes")
        try hub.clone.shell("git merge -q --no-ff --no-edit \(hub.branch())")
        try hub.refuse(
            "main", saying: "Contoso GmbH has not signed: 1 more of dora",
            "entente sign notice, by those who are missing")
        try hub.clone.shell("git reset -q --keep origin/main")
        try hub.clone.must("sign", "notice", "--yes", as: .dora)
        try hub.clone.shell("git merge -q --no-ff --no-edit \(hub.branch())")
        try hub.take("main")
    }

    @Test("squashed and rebased agreements are refused")
    func squashed() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.sign()
        try hub.clone.shell("git merge -q --squash \(hub.branch()) && git commit -q -m Squashed")
        try hub.refuse("main", saying: "without a proposal", "Squashing, rebasing")
        try hub.clone.shell("git reset -q --hard origin/main && git merge -q \(hub.branch())")
        try hub.refuse("main", saying: "without a proposal")
    }

    @Test("main is not deleted, forced back, replaced or turned round")
    func backwards() throws {
        let hub = try Hub.founded()
        try hub.clone.shell("git branch first main~1")
        try hub.refuse(":main", saying: "the agreed history is never deleted")
        try hub.refuse("--force first:main", saying: "leave out", "alliance v1")
        try hub.clone.shell(
            """
            git switch -q --orphan other && git commit -q --allow-empty -m Other
            git switch -q main
            """)
        try hub.refuse("--force other:main", saying: "leave out")
        // All commits stay, but the agreement becomes a side of a merge that changes nothing.
        try hub.clone.shell(
            """
            turned=$(git commit-tree -p first -p main -m Turned first^{tree})
            git branch turned $turned
            """)
        try hub.refuse("turned:main", saying: "leave out", "alliance v1")
        // Forward with nothing lost, and nothing under frameworks changed, is the host's business.
        try hub.clone.shell("echo hello > README.md; git add README.md; git commit -q -m Readme")
        try hub.take("main")
    }

    @Test("a proposal changes the terms of its framework only")
    func outside() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.take("\(hub.branch())")
        try hub.clone.shell("git switch -q \(hub.branch())")
        let changes = [
            ("echo x > README.md", "README.md"),
            (
                "mkdir -p frameworks/other/terms; echo x > frameworks/other/terms/x.md",
                "frameworks/other"
            ),
            (
                "mkdir -p frameworks/alliance/records; echo x > frameworks/alliance/records/x",
                "frameworks/alliance/records"
            ),
            (
                "mkdir -p hooks; echo exit 0 > hooks/pre-receive; chmod +x hooks/pre-receive",
                "hooks"
            ),
            ("git rm -q .gitattributes", ".gitattributes"),
        ]
        for (change, path) in changes {
            try hub.clone.shell("\(change); git add -A; git commit -q -m Stray")
            try hub.refuse("HEAD:\(hub.branch())", saying: "it changes \(path)")
            try hub.refuse("HEAD:refs/heads/proposals/alliance/fresh", saying: "it changes \(path)")
            // Taking it back in a further step does not make the step right.
            try hub.clone.shell("git revert --no-edit HEAD")
            try hub.refuse("HEAD:\(hub.branch())", saying: "it changes \(path)")
            try hub.clone.shell("git reset -q --hard HEAD~2; git clean -qfd")
        }
        try hub.clone.shell("git rm -q -r frameworks/alliance/terms; git commit -q -m Gone")
        try hub.refuse("HEAD:\(hub.branch())", saying: "it has no terms of alliance")
        try hub.refuse(
            "main~1:refs/heads/proposals/alliance/none", saying: "it has no terms of alliance")
    }

    @Test("a proposal may take in what main holds meanwhile, and must not undo it")
    func takesIn() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.take("\(hub.branch())")
        try hub.clone.shell("echo hello > README.md; git add README.md; git commit -q -m Readme")
        try hub.take("main")
        let tip = try hub.clone.shell("git rev-parse \(hub.branch())")
            .trimmingCharacters(in: .newlines)
        try hub.clone.shell(
            """
            git branch undoing $(git commit-tree -p \(tip) -p main -m Undo \(tip)^{tree})
            """)
        try hub.refuse("undoing:\(hub.branch())", saying: "it changes README.md")
        try hub.clone.shell("git switch -q \(hub.branch()) && git merge -q --no-edit main")
        try hub.take("\(hub.branch())")
    }

    @Test("a proposal moves forward, from the agreed history, under a valid name")
    func forward() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.clone.must("sign", "notice", "--yes")
        try hub.take("\(hub.branch())")
        try hub.refuse(
            "--force \(hub.branch())~1:\(hub.branch())", saying: "leave out what others said")
        for name in ["Notice", "alliance/a/b", "alliance/-x", "alliance", "alliance/Ünder"] {
            try hub.refuse(
                "\(hub.branch()):refs/heads/proposals/\(name)",
                saying: "not the name of a proposal")
        }
        try hub.clone.shell(
            """
            git branch rootless $(git commit-tree -m Rootless \(hub.branch())^{tree})
            """)
        try hub.refuse(
            "rootless:refs/heads/proposals/alliance/rootless",
            saying: "does not start from the agreed history")
    }

    @Test("a proposal is deleted only when it is agreed or closed")
    func deletion() throws {
        let hub = try Hub.founded()
        try hub.propose()
        try hub.propose("other", notice: "5 months")
        try hub.take("\(hub.branch()) \(hub.branch("other"))")
        try hub.refuse(
            ":\(hub.branch())", saying: "it is open; only what is agreed or closed is deleted",
            "entente close notice")
        // Being merged without being agreed does not count: this changes nothing.
        try hub.clone.shell("git merge -q -s ours --no-edit \(hub.branch("other"))")
        try hub.refuse("main :\(hub.branch("other"))", saying: "it is open")
        try hub.clone.shell("git reset -q --hard origin/main")

        try hub.clone.must("close", "other", "--reason", "Not now.")
        try hub.refuse(":\(hub.branch("other"))", saying: "it is open")
        try hub.take("\(hub.branch("other"))")
        try hub.take(":\(hub.branch("other"))")

        try hub.sign()
        try hub.take("\(hub.branch())")
        try hub.clone.must("agree", "notice")
        try hub.take("main :\(hub.branch())")
    }

    @Test("names that stand for something else are refused")
    func names() throws {
        let hub = try Hub.founded()
        let names = [
            "replace/\(String(repeating: "a", count: 40))", "entente/verified/main", "tags/main",
            "main", "heads/Main", "heads/refs/heads/main", "heads/heads/main", "tags/heads/main",
            "tags/proposals/alliance/notice", "remotes/main", "remotes/main/HEAD",
            "tags/refs/heads/main",
        ]
        for name in names { try hub.refuse("main:refs/\(name)", saying: "is refused") }
        try hub.take("main:refs/heads/maintenance main:refs/tags/v1 main:refs/notes/x")
        // One that slipped in before there was a hook can go, but a replaced object comes first.
        try hub.clone.shell("git --git-dir='\(hub.path)' tag main main")
        try hub.take(":refs/tags/main")
        try hub.clone.shell("git --git-dir='\(hub.path)' replace main main~1")
        try hub.refuse("main:refs/heads/more", saying: "replaces objects by others")
    }

    @Test("an alias of main on the host is no way round the rules")
    func alias() throws {
        let hub = try Hub.founded()
        try hub.clone.shell(
            """
            git --git-dir='\(hub.path)' symbolic-ref refs/heads/master refs/heads/main
            echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky
            """)
        try hub.refuse("main:master", saying: "another name of refs/heads/main")
    }

    @Test("a push that brings hooks among its files changes nothing")
    func hooksInTree() throws {
        let hub = try Hub.founded()
        try hub.clone.shell(
            """
            mkdir hooks; printf '#!/bin/sh\\nexit 0\\n' > hooks/pre-receive; chmod +x hooks/*
            git add hooks; git commit -q -m Hooks
            """)
        try hub.take("main")
        try hub.clone.shell(
            "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky")
        try hub.refuse("main", saying: "main is refused")
    }
}
