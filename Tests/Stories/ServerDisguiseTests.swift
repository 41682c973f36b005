import Foundation
import TestSupport
import Testing

/// Pushes to a guarded host in which something looks like what it is not.
@Suite("A guarded host is not deceived")
struct ServerDisguiseTests {
    private func sneaky() throws -> Hub {
        let hub = try Hub.founded()
        try hub.clone.shell(
            "git branch honest; git switch -q -c sneaky; "
                + "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky; "
                + "git switch -q main")
        return hub
    }

    @Test(
        "an alias of main by a symbolic link is no way round the rules",
        arguments: [
            "git -c core.preferSymlinkRefs=true symbolic-ref refs/heads/master refs/heads/main",
            "ln -s main refs/heads/master", "ln -s . refs/heads/other",
        ])
    func links(_ make: String) throws {
        let hub = try sneaky()
        try hub.clone.shell("cd '\(hub.path)' && \(make)")
        let name = make.contains("other") ? "other/main" : "master"
        try hub.refuse("--force sneaky:refs/heads/\(name)", saying: "another name of")
        try hub.take("honest:refs/heads/elsewhere")
    }

    @Test(
        "names that are those of main or a proposal on some computers are refused",
        arguments: [
            "propo\u{17F}als/alliance/notice", "ma\u{200C}in", "MAIN", "Proposals/alliance/notice",
            "proposal\u{17F}/alliance/notice", "\u{FEFF}main",
        ])
    func names(_ name: String) throws {
        let hub = try sneaky()
        try hub.refuse("sneaky:'refs/heads/\(name)'", saying: "is refused")
        try hub.take("sneaky:refs/heads/feature/sneaky")
    }

    @Test("files that would lie over what is agreed are refused")
    func twins() throws {
        let hub = try sneaky()
        let blob = "$(echo 'why: Evil.' | git hash-object -w --stdin)"
        let twins = [
            "Frameworks": """
            id=\(blob); t=$(printf '100644 blob %s\\tpurpose.yaml\\n' $id | git mktree)
            t=$(printf '040000 tree %s\\tterms\\n' $t | git mktree)
            t=$(printf '040000 tree %s\\talliance\\n' $t | git mktree)
            entry=$(printf '040000 tree %s\\tFrameworks' $t)
            """,
            "notes": "id=\(blob); entry=$(printf '100644 blob %s\\tnotes' $id)",
        ]
        for (name, make) in twins.sorted(by: { $0.key < $1.key }) {
            try hub.clone.shell(
                """
                \(make)
                tree=$({ git ls-tree main; echo "$entry"; } | git mktree)
                git branch -f twin $(git commit-tree -p main -m Twin $tree)
                """)
            if name == "notes" {
                try hub.take("twin:main")
            } else {
                try hub.refuse("twin:main", saying: "the same name as `frameworks`")
            }
        }
    }

    @Test("a tree that Git never writes is refused, on main and on a proposal")
    func trees() throws {
        let hub = try sneaky()
        // One entry whose name is the path of the agreed purpose.
        try hub.clone.shell(
            """
            id=$(echo 'why: Evil.' | git hash-object -w --stdin)
            { git cat-file tree main^{tree}; printf '100644 frameworks/alliance/terms/purpose.yaml\\0'
              env printf "$(echo $id | sed 's/../\\\\x&/g')"; } > ../tree
            tree=$(git hash-object -w -t tree --literally --stdin < ../tree)
            git branch evil $(git commit-tree -p main -m Evil $tree)
            """)
        try hub.refuse("evil:main", saying: "under names that Git never writes")
        try hub.refuse(
            "evil:refs/heads/proposals/alliance/evil", saying: "under names that Git never writes")
        try hub.take("honest:refs/heads/elsewhere")
    }

    @Test(
        "what the environment of a push says does not change the verdict",
        arguments: [
            ["GIT_REPLACE_REF_BASE": "refs/heads/"], ["GIT_NO_REPLACE_OBJECTS": "1"],
            ["GIT_GRAFT_FILE": "/dev/null"], ["GIT_SHALLOW_FILE": "/dev/null"],
            ["GIT_CEILING_DIRECTORIES": "/"], ["GIT_DEFAULT_HASH": "sha256"],
            ["GIT_CONFIG_PARAMETERS": "'safe.bareRepository'='all'"],
            [
                "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath",
                "GIT_CONFIG_VALUE_0": "/nowhere",
            ],
            ["GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere"],
            ["ENTENTE_FRAMEWORKS": "/nowhere", "GIT_COMMITTER_DATE": "@0 +0000"],
        ])
    func environment(_ variables: [String: String]) throws {
        let hub = try sneaky()
        try hub.refuse("sneaky:main", with: variables)
        let honest = try hub.push("honest:refs/heads/elsewhere", with: variables)
        #expect(honest.code == 0, "\(honest)")
    }

    @Test("options of a push, and a push that is signed or atomic, change nothing")
    func options() throws {
        let hub = try sneaky()
        try hub.clone.shell("git --git-dir='\(hub.path)' config receive.advertisePushOptions true")
        try hub.refuse("-o skip -o entente.skip=true sneaky:main", saying: "main is refused")
        try hub.refuse("--no-verify --atomic sneaky:main honest:refs/heads/elsewhere")
        try hub.take("-o skip --atomic honest:refs/heads/elsewhere")
    }

    @Test("a push from a copy that is cut off brings no cut-off history")
    func shallow() throws {
        let hub = try sneaky()
        try hub.clone.shell(
            """
            git --git-dir='\(hub.path)' config receive.shallowUpdate true
            git clone -q --depth 1 'file://\(hub.path)' ../shallow
            cd ../shallow && echo >> frameworks/alliance/terms/purpose.yaml
            git commit -q -a -m Sneaky
            """)
        let before = try hub.references()
        let outcome = try hub.sandbox.run(
            "cd '\(hub.sandbox.path)/shallow' && git push '\(hub.path)' HEAD:main", as: .ada)
        #expect(outcome.code != 0 && outcome.output.contains("is refused"), "\(outcome)")
        #expect(try hub.references() == before)
        try hub.clone.shell("git merge -q --no-edit -s ours main; git push -q '\(hub.path)' main")
    }
}
