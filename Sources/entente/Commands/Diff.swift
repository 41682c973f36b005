internal import Agreement
internal import ArgumentParser
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// `diff`: what changes between two states.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changes between two states of the terms.",
        discussion: """
            A state is v3, a proposal's name, in-force, working (the files on disk), @2027-01-31 \
            or a Git revision. Without any, what the working files change in the terms in force; \
            with one proposal, what it changes in them.

            Examples: entente diff
                      entente diff lower-fee
                      entente diff northwind-contoso v1 v2
            """)

    @Argument(
        help: ArgumentHelp("The framework and up to two states.", valueName: "framework|state"))
    var words: [String] = []

    @Option(help: "text, markdown or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @Flag(help: "End with exit code 1 where something changes.")
    var exitCode = false

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        var states = words
        var name = framework.framework
        if name == nil, let first = states.first,
            try session.frameworks(in: workspace, history: history).contains(first)
        {
            name = first
            states.removeFirst()
        }
        if name == nil, states.count == 1, let found = try workspace.findProposal(states[0]) {
            name = found.framework
        }
        let subject = try session.framework(name, in: workspace, history: history)
        guard states.count <= 2 else {
            throw Problem(
                "usage", .unable, "a comparison has two states, and here are \(states.count)",
                next: "entente diff \(subject) \(states[0]) \(states[1])")
        }
        let comparing = try self.comparing(subject, states, workspace: workspace, history: history)
            .assured()
        let text: String
        switch options.json ? .json : format {
        case .text:
            // Colours are for a terminal, not for a file.
            let style = output == nil ? session.console.style : TerminalStyle()
            text = comparing.report.text(style: style)
        case .markdown: text = comparing.report.markdown()
        case .json: text = try comparing.report.json()
        }
        try OutputFile.write(text, to: output, console: session.console)
        if exitCode, !comparing.comparison.isEmpty { throw Verdict.no }
    }

    private func comparing(
        _ framework: String, _ states: [String], workspace: Workspace, history: History
    ) throws -> Comparing {
        if states.count == 1, let reference = try workspace.findProposal(states[0], of: framework) {
            return Comparing(try workspace.proposal(reference, history: history))
        }
        let old = try workspace.state(states.first ?? "in-force", of: framework, history: history)
        let last = workspace.repository.isBare && states.count == 1 ? "in-force" : "working"
        let new = try workspace.state(
            states.count == 2 ? states[1] : last, of: framework, history: history)
        return Comparing(framework: framework, from: old, to: new)
    }
}
