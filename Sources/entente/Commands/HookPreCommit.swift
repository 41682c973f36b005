internal import Agreement
internal import ArgumentParser
internal import Terms

/// `hook pre-commit`: checks what is staged.
struct HookPreCommit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pre-commit",
        abstract: "Check the terms that are about to be committed with Git.",
        discussion: """
            Git runs it before a commit. Terms with errors are refused, and so are terms that are \
            committed to main directly, where only an agreement changes them. \
            git commit --no-verify goes on without it.

            Example: git add frameworks && entente hook pre-commit
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.openFromGit()
        let staged = try workspace.stagedTerms()
        let points = staged.flatMap { terms in
            terms.errors.map { Point($0, in: terms.framework) }
        }
        if options.json {
            try session.console.print(
                json: Answer(errors: points, frameworks: staged.map(\.framework)))
        } else {
            for point in points {
                session.console.note(
                    TextRules.visible("entente: \(point.place): \(point.message)"))
                if let next = point.next {
                    session.console.note(TextRules.visible("  next:  \(next)"))
                }
            }
        }
        if !points.isEmpty {
            session.console.note(
                "entente: nothing was committed; git commit --no-verify goes on regardless")
            throw Verdict.no
        }
    }

    private struct Point: Encodable {
        let message: String
        let next: String?
        let place: String
        let rule: String

        init(_ finding: Finding, in framework: String) {
            message = finding.message
            next = finding.next
            place = "\(framework)/\(finding.place)"
            rule = finding.rule
        }
    }

    private struct Answer: Encodable {
        let errors: [Point]
        let frameworks: [String]
    }
}
