internal import Agreement
internal import ArgumentParser
internal import Terms

/// `hook post-merge`: verifies what came.
struct HookPostMerge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "post-merge",
        abstract: "Verify what a merge or a pull brought, and say so.",
        discussion: """
            Git runs it after a merge, whose result it can no longer change.

            Example: entente hook post-merge
            """)

    @Argument(help: "1 where Git has squashed, as Git gives it.")
    var squashed: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.openFromGit()
        // A squash is not in any history yet, and a repository without main is no workspace.
        guard squashed != "1", try workspace.hasMain() else { return }
        let history = try workspace.soundHistory()
        for framework in history.frameworks.values {
            let pinned = try workspace.pinnedFounding(of: framework)
            guard let pinned, pinned != framework.founding else { continue }
            throw Problem(
                "other-founding", .no,
                "\(framework.name) has another founding than the one that was first seen here",
                next: "Ask your partners for the fingerprint over another channel",
                detail: "kept \(pinned), found \(framework.founding)")
        }
        if let tip = history.tip { try workspace.rememberVerified(tip) }
        let names = history.frameworks.values.sorted { $0.name < $1.name }
            .map { "\($0.name) v\($0.inForce.number)" }
        if options.json {
            try session.console.print(json: Answer(inForce: names, verified: true))
        } else if !names.isEmpty {
            session.console.note("entente: verified, in force: \(names.joined(separator: ", "))")
        }
    }

    private struct Answer: Encodable {
        let inForce: [String]
        let verified: Bool
    }
}
