import TestSupport
import Testing

/// How a copy begins, which ones belong together, and what Git knows of it afterwards.
@Suite("joining a workspace")
struct SyncJoiningTests {
    @Test("Git's own status knows what the remote holds")
    func tracking() throws {
        let partners = try Partners.ahead()
        let copy = partners.copy(of: .dora)
        #expect(try copy.shell("git status -sb", as: .dora).contains("[ahead "))
        try partners.sync(.dora)
        #expect(
            try copy.shell("git status -sb", as: .dora) == "## main...origin/main\n")
        try partners.sync(.ada)
        #expect(
            try partners.copy(of: .ada).shell("git status -sb", as: .ada)
                == "## main...origin/main\n")
    }

    @Test("a new workspace takes the history of its partners")
    func joining() throws {
        let partners = try Partners.founded([])
        let ada = partners.copy(of: .ada)
        try Alliance(sandbox: partners.sandbox, path: partners.sandbox.path).shell(
            "entente init ada-copy && git -C ada-copy remote add origin 'file://\(partners.hub)'")
        #expect(try partners.sync(.ada)["came"][0]["number"].number == 1)
        try partners.expectInStep([.ada])
        #expect(try ada.shell("git status --porcelain").isEmpty)
    }

    @Test("another workspace is refused, and neither learns of the other")
    func strangers() throws {
        let partners = try Partners.founded([.ada])
        let other = Alliance(sandbox: partners.sandbox, path: partners.sandbox.path + "/other")
        let file = partners.sandbox.path + "/other.zip"
        try Alliance(sandbox: partners.sandbox, path: partners.sandbox.path).shell(
            """
            entente init other && cd other && mkdir frameworks
            cp -R ../ada-copy/frameworks/alliance frameworks/pact
            sed -i 's/^uid: .*/uid: 33333333-3333-4333-8333-333333333333/' \
                frameworks/pact/terms/framework.yaml
            entente propose founding --title Pact --why Because. && entente sign founding --yes
            """)
        for isAgreed in [false, true] {
            if isAgreed {
                try other.must("sign", "founding", "--yes", as: .dora)
                try other.must("agree", "founding")
            }
            try other.must("bundle", file)
            let hub = try partners.hubBranches(), before = try other.branches(as: .ada)
            for place in [file, other.path] {
                let refused = try partners.run(.ada, "sync", place, "--json")
                #expect(
                    refused.code == 1 && JSON(refused.errors)?["code"].text == "other-workspace",
                    "\(isAgreed) \(place): \(refused)")
            }
            // Whoever has nothing agreed yet joins.
            let back = try other.run(["sync", partners.hub, "--dry-run", "--json"])
            #expect(back.code == (isAgreed ? 1 : 0), "\(back)")
            #expect(try partners.hubBranches() == hub)
            #expect(try other.branches(as: .ada) == before)
        }
    }

    @Test("a copy of a place whose HEAD names no branch has main after init")
    func unnamed() throws {
        let partners = try Partners.founded([])
        let unpacked = try Alliance(sandbox: partners.sandbox, path: partners.sandbox.path).shell(
            """
            git -C '\(partners.hub)' symbolic-ref HEAD refs/heads/nowhere
            git clone -q '\(partners.hub)' ada-copy 2>&1
            mkdir -p ada-copy/frameworks && echo mine > ada-copy/NOTE
            entente init ada-copy && entente init ada-copy
            git -C ada-copy status --short --branch
            """)
        #expect(unpacked.contains("is a workspace now, with the files of main."), "\(unpacked)")
        #expect(unpacked.contains("is a workspace already"), "\(unpacked)")
        #expect(unpacked.hasSuffix("## main\n?? NOTE\n"), "\(unpacked)")
        try partners.expectInStep([.ada])
    }

    @Test("so has one whose place is not called origin, unless there are several that differ")
    func unnamedElsewhere() throws {
        let partners = try Partners.founded([])
        let all = Alliance(sandbox: partners.sandbox, path: partners.sandbox.path)
        let said = try all.shell(
            """
            git -C '\(partners.hub)' symbolic-ref HEAD refs/heads/nowhere
            git clone -q -o partners '\(partners.hub)' ada-copy 2>&1
            git clone -q -o partners '\(partners.hub)' two 2>&1
            entente init ada-copy
            git init -q other && cd other && git commit -q --allow-empty -m Other
            git branch -q -M main && cd ../two && git remote add other ../other && git fetch -q other
            entente init 2>&1; git for-each-ref --format='%(refname)' refs/heads
            """)
        #expect(said.contains("is a workspace now, with the files of main."), "\(said)")
        #expect(said.contains("these differ: other/main, partners/main"), "\(said)")
        #expect(!said.contains("refs/heads"), "\(said)")
        try partners.expectInStep([.ada])
    }

    @Test("Git knows what is there after a sync, also where it fetches proposals as well")
    func tracked() throws {
        let partners = try Partners.founded()
        for person in [Person.ada, .dora] {
            let copy = partners.copy(of: person)
            if person == .dora {
                try copy.shell(
                    """
                    git config --add remote.origin.fetch \
                        'refs/heads/proposals/*:refs/heads/proposals/*'
                    """, as: person)
            }
            try copy.shell("git commit -q --allow-empty -m 'By \(person.id)'", as: person)
            try partners.sync(person)
            let status = try copy.shell("git status --short --branch", as: person)
            #expect(status == "## main...origin/main\n", "\(person.id)")
        }
    }

    @Test("a copy of an empty place is no workspace yet, and nobody waits for the place")
    func emptyPlace() throws {
        let partners = try Partners.founded([])
        let sandbox = Alliance(sandbox: partners.sandbox, path: partners.sandbox.path)
        try sandbox.shell("git init -q --bare empty.git && git clone -q empty.git empty 2>&1")
        let copy = Alliance(sandbox: partners.sandbox, path: partners.sandbox.path + "/empty")
        let refused = try copy.run(["sync", "--json"])
        #expect(
            refused.code == 2 && JSON(refused.errors)?["code"].text == "not-a-workspace",
            "\(refused)")
    }
}
