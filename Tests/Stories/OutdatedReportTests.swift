import TestSupport
import Testing

/// What reports and advice say of a proposal that was written on earlier terms.
@Suite("outdated proposals")
struct OutdatedReportTests {
    /// Two proposals on the same terms, of which `theirs` is agreed.
    private func overtaken() throws -> Alliance {
        let alliance = try Alliance.founded()
        try alliance.must(
            "propose", "ours", "--title", "Target", "--why", "Because.", "--set",
            "commercials.pipeline.target=EUR 200")
        try alliance.must(
            "propose", "theirs", "--title", "Notice", "--why", "Because.", "--set",
            "framework.term.notice=6 months")
        try alliance.agree("theirs")
        return alliance
    }

    @Test("are told by what they change in the terms they were written on")
    func ownChanges() throws {
        let alliance = try overtaken()
        let shown = try alliance.run(["diff", "ours"])
        #expect(shown.output.contains("EUR 200"), "\(shown)")
        #expect(!shown.output.contains("6 months"), "\(shown)")
        #expect(shown.output.contains("the terms it was written on"), "\(shown)")
        let note = shown.errors.replacing(/\s+/, with: " ")
        #expect(note.contains("entente update ours"), "\(shown)")
        let why = try alliance.run(["why", "framework.term.notice"])
        #expect(!why.output.contains("ours"), "\(why)")
        let target = try alliance.run(["why", "commercials.pipeline.target"])
        #expect(target.output.contains("Proposed on earlier terms, and not agreed"), "\(target)")
        try alliance.must("update", "ours")
        let after = try alliance.run(["diff", "ours"])
        #expect(after.output.contains("version 2, in force") && after.errors.isEmpty, "\(after)")
    }

    @Test("are not carried over in the middle of a merge of Git's")
    func unfinishedMerge() throws {
        let alliance = try overtaken()
        try alliance.must(
            "propose", "both", "--title", "Both", "--why", "Because.", "--set",
            "framework.term.notice=9 months")
        try alliance.must("sign", "both", "--yes")
        try alliance.must("sign", "both", "--yes", as: .dora)
        try alliance.shell("git merge --no-commit --no-ff -q proposals/alliance/both")
        let status = try alliance.run(["status"]).output.replacing(/\s+/, with: " ")
        #expect(status.contains("in the middle of a git merge: entente resolve"), "\(status)")
        let before = try alliance.state()
        for command in [["update", "ours"], ["agree", "both"]] {
            let refused = try alliance.run(command + ["--json"])
            #expect(
                refused.code == 1 && JSON(refused.errors)?["code"].text == "git-under-way",
                "\(command): \(refused)")
        }
        #expect(try alliance.state() == before)
        try alliance.shell("git merge --abort")
        try alliance.must("update", "ours")
    }
}
