internal import Agreement
internal import ArgumentParser
internal import Git
internal import Reports
internal import Terms

/// `check`: what is wrong, and what is still open.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the terms: errors, warnings, and what is still open.",
        discussion: """
            Errors keep the text from being signed. Warnings and fairness findings don't: they are \
            worth a talk, and can be accepted with a reason under framework.waivers. What each of \
            them means is in docs/checks.md.

            Exit code 0 where nothing keeps the text from being signed, 1 where something does.

            Example: entente check northwind-contoso
            """)

    @Argument(help: "The framework; all of them if left out.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "Check this state instead of the working files: v3, a proposal, in-force.",
            valueName: "state"))
    var at: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        var names = framework == nil && at == nil ? try workspace.workingFrameworks() : []
        if names.isEmpty {
            names = [
                try session.framework(
                    framework, firstOf: Self.configuration.commandName, in: workspace,
                    history: history)
            ]
        }
        let fallback = workspace.repository.isBare ? "in-force" : "working"
        var results: [CheckResult] = []
        for name in names {
            let state = try workspace.state(at ?? fallback, of: name, history: history)
            guard let files = state.files else {
                throw Problem(
                    "nothing-to-check", .unable, "\(state.emptiness(of: name))",
                    next: "Name a state with --at: v1, in-force, or a proposal")
            }
            let document = TermsDocument(files)
            results.append(
                CheckResult(
                    name, state: state.label, digest: files.digest, document: document,
                    findings: try workspace.findings(
                        in: document, companionsIn: state.companions)))
        }
        if options.json {
            try session.console.print(json: results)
        } else {
            for (index, result) in results.enumerated() {
                if index > 0 { session.console.print("") }
                CheckReport(result, console: session.console).print()
            }
        }
        if results.contains(where: { $0.errors > 0 }) { throw Verdict.no }
    }
}
