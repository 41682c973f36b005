internal import Agreement
internal import ArgumentParser
internal import Audit
internal import Reports
internal import Terms

/// `audit`: what was promised against what happened.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Hold what the terms promise against what is on record.",
        discussion: """
            Every term that promises something: what was promised, what is on record, how it \
            stands, since when, and who acts next. Terms apply as they were in force at the time. \
            What another party contests does not count, and what one party alone says is marked. \
            docs/audit.md says how each kind of promise is judged.

            Examples: entente audit
                      entente audit --section commercials --at 2027-12-31
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "The day that counts as today; what happened later is left out.", valueName: "date"))
    var at: String?

    @Option(help: "Only promises of this section: purpose, governance, commercials, safeguards.")
    var section: String?

    @Option(help: "text, markdown or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @OptionGroup var options: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

    func run() async throws {
        let session = Session(options)
        let sections = try section.map { [try SectionName(word: $0)] } ?? SectionName.allCases
        let at = try at.map { try CalendarDate(argument: $0, of: "--at") }
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(framework, in: workspace, history: history)
        let audited = try AuditedFramework(name, workspace: workspace, history: history, at: at)
        let report = audited.report(on: sections)
        let text =
            switch options.json ? .json : format {
            case .text:
                report.text(style: output == nil ? session.console.style : TerminalStyle())
            case .markdown: report.markdown()
            case .json: try report.json()
            }
        try OutputFile.write(text, to: output, console: session.console)
    }
}
