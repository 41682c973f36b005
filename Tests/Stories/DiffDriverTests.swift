import Foundation
import TestSupport
import Testing

/// What `git diff`, `git log -p` and `git difftool` say of terms.
@Suite("Git's own comparisons")
struct GitDiffTests {
    private let file = "frameworks/alliance/terms/framework.yaml"

    /// A workspace in which the start of the term is changed.
    private func workspace() throws -> Alliance {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "install")
        try alliance.shell("sed -i 's/starts: 2027-02-01/starts: 2027-03-01/' \(file)")
        return alliance
    }

    @Test("git diff says what entente diff says")
    func diff() throws {
        let alliance = try workspace()
        let output = try alliance.shell("git --no-pager diff")
        #expect(output.hasPrefix("alliance, framework.yaml: "), "\(output)")
        #expect(output.contains("→ the file on disk"), "\(output)")
        #expect(output.contains("framework.term.starts · changed"), "\(output)")
        #expect(!output.contains("@@"), "\(output)")
        #expect(try alliance.shell("git diff --name-only") == file + "\n")
    }

    @Test("a renamed clause is compared with what it was")
    func rename() throws {
        let alliance = try Alliance.founded(clauses: [
            "old.md": Data(
                "# Names\n\nWe use both names.\n\nNobody else does so, now or later.\n".utf8)
        ])
        try alliance.must("hooks", "install")
        try alliance.shell(
            "cd frameworks/alliance/terms/clauses; git mv old.md new.md; sed -i s/both/our/ new.md")
        let output = try alliance.shell("git --no-pager diff -M40% HEAD")
        #expect(output.contains("clauses/new.md, was clauses/old.md"), "\(output)")
        #expect(output.contains("[-both-] {+our+}"), "\(output)")
    }

    @Test("git log -p compares values and sentences, and white space is none")
    func log() throws {
        let alliance = try workspace()
        try alliance.shell(
            "git switch -qc try; git commit -qnam One; sed -i 's/starts: /starts:   /' "
                + "\(file); git commit -qnam Two")
        let log = try alliance.shell("git --no-pager log -p -2 --format=%s")
        #expect(log.contains("+This agreement › Term › Starts: 2027-03-01"), "\(log)")
        #expect(log.components(separatedBy: "2027-03-01").count == 2, "\(log)")
    }

    @Test("git difftool shows the same")
    func tool() throws {
        let alliance = try workspace()
        let output = try alliance.shell("git difftool -y -t entente")
        #expect(output.contains("framework.term.starts · changed"), "\(output)")
    }

    @Test("without the program, Git compares lines as ever")
    func missing() throws {
        let alliance = try workspace()
        let plain = "PATH=/usr/bin:/bin git --no-pager"
        let diff = try alliance.shell("\(plain) diff")
        #expect(diff.contains("@@") && diff.contains("\n+  starts: 2027-03-01"), "\(diff)")
        try alliance.shell("git switch -qc try; git commit -qnam One")
        let log = try alliance.shell("\(plain) log -p -1")
        #expect(log.contains("\n+  starts: 2027-03-01"), "\(log)")
        #expect(
            try alliance.shell("\(plain) difftool -y -t entente HEAD~").contains(
                "+  starts: 2027-03-01"))
    }

    @Test("what is no terms, can't be read or is no plain file is left to Git")
    func others() throws {
        let alliance = try workspace()
        try alliance.shell(
            """
            git checkout -q -- .
            printf 'frameworks/** diff=entente\\nREADME.md diff=entente\\n' >> .git/info/attributes
            echo one > README.md; git add README.md; echo two > README.md
            printf '\\377' >> frameworks/alliance/terms/purpose.yaml
            rm \(file); ln -s /etc/hostname \(file)
            """)
        let diff = try alliance.shell("git --no-pager diff --text 2>&1")
        #expect(diff.contains("\n+two"), "\(diff)")
        #expect(diff.contains("compared as text"), "\(diff)")
        #expect(diff.contains("+/etc/hostname"), "\(diff)")
        #expect(try alliance.shell("git --no-pager log -p --format=%s").contains("Founding"))
    }

    @Test("it is taken away without a trace, and another's of that name is kept")
    func removal() throws {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "remove")
        let before = try alliance.shell("cat .git/config; ls .git/info")
        try alliance.must("hooks", "install")
        #expect(
            try alliance.run(["hooks", "install"]).output.contains(
                "git diff and git merge: was there"))
        #expect(try alliance.shell("cat .git/config").contains("entente diff-driver"))
        #expect(
            try alliance.run(["hooks", "remove"]).output.contains("git diff and git merge: removed")
        )
        #expect(try alliance.shell("cat .git/config; ls .git/info") == before)
        #expect(
            try alliance.run(["hooks", "remove"]).output.contains(
                "git diff and git merge: is not there"))

        try alliance.shell("git config diff.entente.command mine")
        let own = try alliance.shell("cat .git/config")
        let outcome = try alliance.run(["hooks", "install"])
        #expect(
            outcome.output.contains("git diff and git merge: not installed, because you have one"))
        #expect(
            try alliance.run(["hooks", "remove"]).output.contains(
                "git diff and git merge: yours was kept"))
        #expect(try alliance.shell("cat .git/config") == own)
    }

    @Test("init installs it, in a clone as well")
    func initialise() throws {
        let alliance = try Alliance.founded()
        #expect(try alliance.shell("git check-attr diff \(file)").contains("diff: entente"))
        try alliance.shell("git clone -q . ../copy; entente -C ../copy init --quiet")
        let copy = try alliance.shell(
            "cd ../copy; sed -i 's/starts: 2027/starts: 2028/' \(file); git --no-pager diff")
        #expect(copy.contains("framework.term.starts · changed"), "\(copy)")
    }
}
