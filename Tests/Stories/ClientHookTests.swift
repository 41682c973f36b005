import Foundation
import TestSupport
import Testing

/// The hooks on people's own computers, which `init` installs.
@Suite("Hooks of people who use Git")
struct ClientHookTests {
    private func git(_ line: String, in alliance: Alliance, _ variables: [String: String] = [:])
        throws -> Outcome
    {
        try alliance.sandbox.run(
            "cd '\(alliance.path)' || exit 9; \(line)", as: .ada, with: variables)
    }

    /// A workspace with its hooks, and a host without any.
    private func workspace() throws -> Alliance {
        let alliance = try Alliance.founded()
        try alliance.must("hooks", "install")
        try alliance.shell(
            "git init -q --bare ../hub.git; git remote add origin ../hub.git; git push -q origin main"
        )
        return alliance
    }

    @Test("terms are not committed to main, whichever way they are staged")
    func main() throws {
        let alliance = try workspace()
        for commit in ["git commit -a", "git add -A; git commit", "git commit frameworks"] {
            let outcome = try git(
                "echo '# x' >> frameworks/alliance/terms/purpose.yaml; \(commit) -m X",
                in: alliance)
            #expect(outcome.code == 1, "\(commit): \(outcome)")
            #expect(outcome.output.contains("can't be committed to main"), "\(outcome)")
            #expect(outcome.output.contains("entente propose"), "\(outcome)")
            try alliance.shell("git reset -q --hard")
        }
        let other = try git(
            "echo x > README.md; git add README.md; git commit -q -m X", in: alliance)
        #expect(other.code == 0, "\(other)")
    }

    @Test("terms with errors are not committed to a proposal, nor is anything else")
    func proposal() throws {
        let alliance = try workspace()
        try alliance.must(
            "propose", "notice", "--title", "T", "--why", "W", "--set",
            "framework.term.notice=6 months")
        try alliance.shell("git switch -q proposals/alliance/notice")
        let good = try git(
            "echo '# x' >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m X",
            in: alliance)
        #expect(good.code == 0, "\(good)")
        let broken = try git(
            "echo 'nonsense: 1' >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m X",
            in: alliance)
        #expect(broken.code == 1 && broken.output.contains("purpose.yaml:"), "\(broken)")
        #expect(broken.output.contains("nothing was committed"), "\(broken)")
        let stray = try git(
            "git reset -q --hard; echo x > README.md; git add README.md; git commit -q -m X",
            in: alliance)
        #expect(stray.code == 1 && stray.output.contains("README.md is staged"), "\(stray)")
    }

    @Test("what does not verify is not published")
    func push() throws {
        let alliance = try workspace()
        let bad = try git(
            "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q --no-verify -a -m X; "
                + "git push -q origin main", in: alliance)
        #expect(bad.code == 1 && bad.output.contains("main is refused"), "\(bad)")
        #expect(bad.output.contains("nothing was pushed"), "\(bad)")
        let forced = try git(
            "git reset -q --hard HEAD~2; git push -q --force origin main", in: alliance)
        #expect(forced.code == 1 && forced.output.contains("leave out"), "\(forced)")
        let unknown = try git(
            """
            git reset -q --hard origin/main
            git clone -q ../hub.git ../other; cd ../other
            git commit -q --allow-empty -m More; git push -q origin main; cd ../alliance
            git commit -q --allow-empty -m Mine; git push -q --force origin main
            """, in: alliance)
        #expect(unknown.code == 1 && unknown.output.contains("what is not here"), "\(unknown)")
    }

    @Test("what came is verified, and it is said")
    func merge() throws {
        let alliance = try workspace()
        try alliance.shell("git clone -q ../hub.git ../other")
        let other = Alliance(sandbox: alliance.sandbox, path: alliance.sandbox.path + "/other")
        try other.must(
            "propose", "notice", "--title", "T", "--why", "W", "--set",
            "framework.term.notice=6 months")
        try other.must("sign", "notice", "--yes")
        try other.must("sign", "notice", "--yes", as: .dora)
        try other.must("agree", "notice")
        try other.shell("git push -q origin main")
        let good = try git("git pull -q origin main", in: alliance)
        #expect(good.output.contains("verified, in force: alliance v2"), "\(good)")
        try other.shell(
            "echo >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m Sneaky; "
                + "git push -q origin main")
        let bad = try git("git pull -q origin main", in: alliance)
        #expect(bad.output.contains("the shared history breaks a rule (shape)"), "\(bad)")
    }

    @Test("without the program, nothing is committed or pushed by mistake")
    func missing() throws {
        let alliance = try workspace()
        let outcome = try git(
            "git commit -q --allow-empty -m X", in: alliance, ["PATH": "/usr/bin:/bin"])
        #expect(outcome.code != 0 && outcome.output.contains("is not found"), "\(outcome)")
    }

    @Test("in a linked working tree they judge what is there")
    func worktree() throws {
        let alliance = try workspace()
        let outcome = try git(
            """
            git worktree add -q ../tree -b side && cd ../tree
            echo nonsense >> frameworks/alliance/terms/purpose.yaml; git commit -q -a -m X
            """, in: alliance)
        #expect(outcome.code == 1 && outcome.output.contains("purpose.yaml:"), "\(outcome)")
    }
}
