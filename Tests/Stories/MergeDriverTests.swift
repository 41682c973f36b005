import Foundation
import TestSupport
import Testing

/// What `git merge` and `git rebase` make of terms.
@Suite("Git's own merges")
struct GitMergeTests {
    private let file = "frameworks/alliance/terms/commercials.yaml"

    /// A workspace with the branches `one` and `two`, on each of which the pipeline is changed by a
    /// line of `sed`.
    private func workspace(_ one: String, _ two: String) throws -> Alliance {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "install")
        try alliance.shell(
            """
            git switch -qc base
            printf 'strategy:\\n  mode: growth\\npipeline:\\n  target: EUR 100\\n  cycle: 6 months\\n' \
            > \(file)
            git commit -qam Base
            git switch -qc one; sed -i '\(one)' \(file); git commit -qam One
            git switch -q base; git switch -qc two; sed -i '\(two)' \(file); git commit -qam Two
            """)
        return alliance
    }

    @Test("two amounts in neighbouring lines are merged", arguments: ["merge -q", "rebase -q"])
    func clean(command: String) throws {
        let alliance = try workspace("s/EUR 100/EUR 200/", "s/6 months/9 months/")
        try alliance.shell("git \(command) one")
        #expect(
            try alliance.shell("cat \(file)")
                == "strategy:\n  mode: growth\npipeline:\n  target: EUR 200\n  cycle: 9 months\n")
        #expect(try alliance.shell("git status --porcelain") == "")
    }

    @Test("both sides of one amount stand between marks", arguments: ["merge", "rebase"])
    func conflict(command: String) throws {
        let alliance = try workspace("s/EUR 100/EUR 200/", "s/EUR 100/EUR 300/")
        let output = try alliance.shell("git \(command) one 2>&1 || echo exit $?")
        #expect(output.contains("exit 1"), "\(output)")
        #expect(output.contains("changed the") && output.contains("EUR 200.00"), "\(output)")
        let text = try alliance.shell("cat \(file)")
        #expect(text.contains("\n||||||| before\n  target: EUR 100\n=======\n"), "\(text)")
        #expect(text.contains(" The text here\n") && text.contains(" The incoming text\n"))
        let check = try alliance.run(["check"])
        #expect(check.code == 1)
        #expect(check.output.contains("commercials.yaml:4:1"), "\(check.output)")
        let said = check.output.replacing(/\s+/, with: " ")
        #expect(
            said.contains(
                "The text here and the incoming text changed this differently, and nobody has "
                    + "decided"), "\(said)")
    }

    @Test("a rebase goes on with what was settled, and so does the next commit of it")
    func rebaseGoesOn() throws {
        let alliance = try workspace("s/EUR 100/EUR 200/", "s/EUR 100/EUR 300/")
        try alliance.shell(
            "sed -i 's/6 months/9 months/' \(file); git commit -qam Three; git rebase one || :")
        let settled = try alliance.run([
            "resolve", "commercials.pipeline.target", "--take", "incoming-text",
        ])
        #expect(settled.code == 0, "\(settled)")
        try alliance.shell("git add \(file); GIT_EDITOR=true git rebase --continue")
        #expect(
            try alliance.shell("cat \(file)")
                == "strategy:\n  mode: growth\npipeline:\n  target: EUR 300\n  cycle: 9 months\n")
        #expect(
            try alliance.shell("git log --format=%s -3; git status --porcelain")
                == "Three\nTwo\nOne\n")
    }

    @Test("a clause that both changed in different places is named, to be read as a whole")
    func readAgain() throws {
        let alliance = try Alliance.ofAnimals()
        try alliance.must("hooks", "install")
        let output = try alliance.shell(
            """
            file=frameworks/alliance/terms/clauses/animals.md
            git switch -qc one; sed -i s/inside/upstairs/ $file; git commit -qam One
            git switch -qc two main; sed -i s/early/late/ $file; git commit -qam Two
            git merge one 2>&1; cat $file
            """)
        #expect(output.contains("as a whole: both sides changed it"), "\(output)")
        #expect(output.contains("upstairs") && output.contains("late"), "\(output)")
    }

    @Test("without the program, or where a file is no terms, Git merges lines")
    func fallback() throws {
        let alliance = try workspace("s/EUR 100/EUR 200/", "s/EUR 100/EUR 300/")
        try alliance.shell("PATH=/usr/bin:/bin git merge one > /dev/null || :")
        let text = try alliance.shell("cat \(file)")
        #expect(
            text.contains(
                """
                <<<<<<< The text here
                  target: EUR 300
                ||||||| before
                  target: EUR 100
                =======
                  target: EUR 200
                >>>>>>> The incoming text
                """), "\(text)")
        try alliance.shell(
            """
            git merge --abort
            printf 'a: [\\n' > \(file); git commit -qnam Broken
            git merge one > /dev/null 2>&1 || :
            """)
        let lines = try alliance.shell("cat \(file)")
        #expect(lines.contains("\n||||||| before\n"), "\(lines)")
    }

    @Test("a proposal that Git rebases has the text of an update, and no signature under it")
    func rebasedProposal() throws {
        let alliance = try Alliance.crossed(
            ours: ["purpose.why=Both win."], theirs: ["framework.term.notice=6 months"])
        try alliance.must("hooks", "install")
        try alliance.must("comment", "ours", "--reason", "Please read it.")
        try alliance.shell(
            """
            git branch proposals/alliance/updated proposals/alliance/ours
            git switch -q proposals/alliance/ours && git rebase -q main && git switch -q main
            """)
        try alliance.must("update", "updated")
        let terms = "frameworks/alliance/terms"
        #expect(
            try alliance.shell(
                "git diff proposals/alliance/ours proposals/alliance/updated -- \(terms)") == "")
        let listed = try alliance.run(["proposals"]).output.replacing(/\s+/, with: " ")
        #expect(listed.contains("not counted: a statement by Ada Brennan"), "\(listed)")
    }

    @Test("a branch that Git merges by meaning holds what entente update makes")
    func sameAsUpdate() throws {
        let alliance = try workspace("s/EUR 100/EUR 200/", "s/6 months/9 months/")
        try alliance.shell("git merge -q one; git switch -qc there one; git merge -q two")
        #expect(try alliance.shell("git diff two there") == "")
    }
}
