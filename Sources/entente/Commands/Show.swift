internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Terms

/// `show`: the agreement as a document.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show the agreement as a document people read, with who signed it.",
        discussion: """
            Without --at, the terms in force, or the working files where nothing is agreed yet.
            Without --format, what the name of the file says, such as agreement.html, or else text.

            PDF needs Chromium, Chrome or WeasyPrint, and docx needs pandoc.

            Example: entente show northwind-contoso --output agreement.html
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "Which terms: v3, a proposal, in-force, working, @2027-01-31.", valueName: "state"))
    var at: String?

    @Option(help: "text, markdown, html, pdf, docx or json.")
    var format: Format?

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @Option(help: "The paper of a PDF: a4 or letter.")
    var paper: Paper = .a4

    @OptionGroup var options: GlobalOptions

    enum Paper: String, ExpressibleByArgument, CaseIterable {
        case a4, letter

        var size: PaperSize { self == .a4 ? .a4 : .letter }
    }

    enum Format: String, FileFormat {
        case text, markdown, html, pdf, docx, json

        var isBinary: Bool { self == .pdf || self == .docx }
    }

    func run() async throws {
        let session = Session(options)
        let format =
            options.json ? .json : self.format ?? output.flatMap(Format.init(file:)) ?? .text
        if format.isBinary {
            try OutputFile.refuseTerminal(
                output, as: "agreement.\(format.rawValue)", console: session.console)
        }
        let shown = try shown(session)
        let agreement = shown.agreement
        switch format {
        case .pdf:
            let pdf = try await PDFPrinter(environment: session.environment)
                .pdf(of: agreement.html(paper: paper.size), moment: shown.moment)
            try OutputFile.write(pdf, to: output, console: session.console)
        case .docx:
            let docx = try await WordWriter(environment: session.environment)
                .docx(of: agreement.markdown(), moment: shown.moment)
            try OutputFile.write(docx, to: output, console: session.console)
        case .text:
            // Colours are for a terminal, not for a file.
            let style = output == nil ? session.console.style : TerminalStyle()
            try OutputFile.write(
                agreement.text(style: style), to: output, console: session.console)
        case .markdown:
            try OutputFile.write(agreement.markdown(), to: output, console: session.console)
        case .html:
            try OutputFile.write(agreement.html(), to: output, console: session.console)
        case .json:
            let json = try JSONText.of(TermsJSON(shown.document, cover: shown.cover))
            try OutputFile.write(json, to: output, console: session.console)
        }
    }

    private func shown(_ session: Session) throws -> ShownTerms {
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework, firstOf: Self.configuration.commandName, in: workspace,
            history: history)
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
        return ShownTerms(
            files, framework: name, label: state.label, version: state.version,
            agreed: version?.seconds,
            signatures: try version?.signatures
                ?? proposalSignatures(word, name, workspace: workspace, history: history))
    }

    private func proposalSignatures(
        _ word: String, _ framework: String, workspace: Workspace, history: History
    ) throws -> [Version.Signature] {
        guard let reference = try workspace.findProposal(word, of: framework) else { return [] }
        return ShownTerms.signatures(of: try workspace.proposal(reference, history: history))
    }
}
