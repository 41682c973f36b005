internal import Agreement
internal import ArgumentParser
internal import Git
internal import Terms

/// `hook ci`: the check of a host that runs no hooks.
struct HookCI: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ci",
        abstract: "Judge main and what is being built, where a host runs no hooks.",
        discussion: """
            Automatic builds run it after a push: it can't refuse the push, but it says what is \
            wrong with it. What is built is found in the variables that GitHub Actions and GitLab \
            CI set; elsewhere, name it. The copy has to hold the whole history.

            Exit code 0 where everything holds, 1 where a rule is broken, 2 where it can't be \
            judged, 3 where the history was rolled back or forked.

            Example: entente hook ci --reference refs/heads/main --commit HEAD
            """)

    @Option(help: ArgumentHelp("The full name of what is built.", valueName: "name"))
    var reference: String?

    @Option(help: ArgumentHelp("What it is now.", valueName: "revision"))
    var commit: String?

    @Option(
        help: ArgumentHelp(
            "What it was before the push; zeros where it is new.", valueName: "revision"))
    var before: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open(settling: false)
        let variables = session.environment.variables
        let name =
            try reference ?? variables["GITHUB_REF"]
            ?? ["CI_COMMIT_BRANCH", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME"].lazy
            .compactMap { variables[$0] }.first.map { "refs/heads/\($0)" } ?? branch(of: workspace)
        let commit = try resolve(
            commit ?? variables["GITHUB_SHA"] ?? variables["CI_COMMIT_SHA"] ?? "HEAD", in: workspace
        )
        let judgement = try workspace.judge(
            building: name, at: commit,
            before: try earlier(before ?? variables["CI_COMMIT_BEFORE_SHA"], in: workspace))
        if judgement.refusals.isEmpty, !options.json {
            let names = judgement.history.frameworks.values.sorted { $0.name < $1.name }
                .map { "\($0.name) v\($0.inForce.number)" }
            session.console.print(
                "main holds"
                    + (names.isEmpty
                        ? "; nothing is agreed yet" : ": \(names.joined(separator: ", "))"))
            if name != "refs/heads/main" {
                session.console.print(TextRules.visible("\(name) holds"))
            }
        }
        try PushReport(judgement).print(
            to: session.console, verdict: "don't rely on what is there until this is taken back")
    }

    private func branch(of workspace: Workspace) throws -> String {
        if case .branch(let name) = try workspace.repository.head() { return name }
        throw Problem(
            "no-reference", .unable, "it is not known what is being built",
            next: "Name it: entente hook ci --reference refs/heads/main --commit HEAD")
    }

    private func resolve(_ word: String, in workspace: Workspace) throws -> ObjectID {
        if let id = ObjectID(word) { return id }
        if let id = try workspace.repository.resolve(revision: word) { return id }
        throw Problem(
            "no-such-revision", .unable, "there is no `\(TextRules.visible(word))` here",
            next: "Have the build fetch the whole history")
    }

    /// What was there before; nil where there was nothing, or nobody says.
    private func earlier(_ word: String?, in workspace: Workspace) throws -> ObjectID? {
        guard let word, !word.isEmpty else { return nil }
        let id = try resolve(word, in: workspace)
        return id == .zero ? nil : id
    }
}
