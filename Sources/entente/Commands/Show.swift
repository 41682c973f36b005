internal import Agreement
internal import ArgumentParser
internal import Reports
internal import Terms

/// `show`: the agreement as a document.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the agreement as a document people read, with who signed it.",
        discussion: """
            Without --at, the terms in force, or the working files where nothing is agreed yet.

            Example: entente show northwind-contoso --format markdown --output agreement.md
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "Which terms: v3, a proposal, in-force, working, @2027-01-31.", valueName: "state"))
    var at: String?

    @Option(help: "text, markdown, html or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @OptionGroup var options: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(framework, in: workspace, history: history)
        let word = at ?? (history.frameworks[name] == nil ? "working" : "in-force")
        let state = try workspace.state(word, of: name, history: history)
        guard let files = state.files else {
            throw Problem(
                "nothing-to-show", .unable, "\(state.emptiness(of: name))",
                next: "Name a state with --at: v1, in-force, or a proposal")
        }
        let version = try state.version.flatMap { number in
            try history.frameworks[name]?.versions(.number(number)).first
        }
        let shown = ShownTerms(
            files, framework: name, label: state.label, version: state.version,
            agreed: version?.seconds,
            signatures: try version?.signatures
                ?? proposalSignatures(word, name, workspace: workspace, history: history))
        let agreement = shown.agreement
        let text: String
        switch options.json ? .json : format {
        case .text: text = agreement.text(style: session.console.style)
        case .markdown: text = agreement.markdown()
        case .html: text = agreement.html()
        case .json: text = try JSONText.of(TermsJSON(shown.document, cover: shown.cover))
        }
        try OutputFile.write(text, to: output, console: session.console)
    }

    private func proposalSignatures(
        _ word: String, _ framework: String, workspace: Workspace, history: History
    ) throws -> [Version.Signature] {
        guard let reference = try workspace.findProposal(word, of: framework) else { return [] }
        return ShownTerms.signatures(of: try workspace.proposal(reference, history: history))
    }
}
