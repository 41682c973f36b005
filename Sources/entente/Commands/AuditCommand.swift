internal import Agreement
internal import ArgumentParser
internal import Audit
internal import Foundation
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
            With --since, only promises about which something is new are told in full. \
            Without --format, what the name of the file says, such as meeting.html, or else text. \
            docs/audit.md says how each kind of promise is judged.

            Examples: entente audit
                      entente audit --section commercials --at 2027-12-31
                      entente audit --since 2027-09-30 --output meeting.html
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "Only what is new since this day; on the page, what changed since then, or else since the last steering meeting.",
            valueName: "date"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "The day that counts as today; what happened later is left out.", valueName: "date"))
    var at: String?

    @Option(
        help:
            "Only promises of this section: framework, purpose, governance, commercials, safeguards."
    )
    var section: String?

    @Option(help: "text, markdown, html, pdf, csv or json.")
    var format: Format?

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @OptionGroup var options: GlobalOptions

    enum Format: String, FileFormat {
        case text, markdown, html, pdf, csv, json
    }

    func run() async throws {
        let session = Session(options)
        let sections = try section.map { [try SectionName(word: $0)] } ?? SectionName.allCases
        let at = try at.map { try DayArgument.read($0, for: "--at") }
        let since = try since.map { try DayArgument.read($0, for: "--since") }
        let format =
            options.json ? .json : self.format ?? output.flatMap(Format.init(file:)) ?? .text
        if format == .pdf {
            try OutputFile.refuseTerminal(output, as: "meeting.pdf", console: session.console)
        }
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework, firstOf: Self.configuration.commandName, in: workspace,
            history: history)
        let audited = try AuditedFramework(name, workspace: workspace, history: history, at: at)
        let report = try audited.report(
            on: sections, since: since, forMeeting: format == .html || format == .pdf)
        let text: String
        switch format {
        case .pdf:
            // The day alone, so that both sides print the same bytes.
            let pdf = try await PDFPrinter(environment: session.environment)
                .pdf(of: report.html(), moment: audited.moment)
            return try OutputFile.write(pdf, to: output, console: session.console)
        case .text:
            // Colours are for a terminal, not for a file.
            text = report.text(style: output == nil ? session.console.style : TerminalStyle())
        case .markdown: text = report.markdown()
        case .html: text = report.html()
        case .csv: text = report.csv()
        case .json: text = try report.json()
        }
        try OutputFile.write(text, to: output, console: session.console)
    }
}
