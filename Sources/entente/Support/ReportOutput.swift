internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Reports

/// In which form a comparison is written, and where to.
struct ReportOutput: ParsableArguments {
    @Option(help: "text, markdown, html or json; else what the name of the file says.")
    var format: Format?

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, html, json

        /// What the name of a file says; nil where it says nothing.
        init?(file: String) {
            switch URL(fileURLWithPath: file).pathExtension.lowercased() {
            case "txt": self = .text
            case "md": self = .markdown
            case "htm": self = .html
            case let ending: self.init(rawValue: ending)
            }
        }
    }

    /// Writes a report.
    func write(_ report: ComparisonReport, _ session: Session) throws {
        let format = session.options.json ? .json : chosen
        let text =
            switch format {
            // Colours are for a terminal, not for a file.
            case .text: report.text(style: output == nil ? session.console.style : TerminalStyle())
            case .markdown: report.markdown()
            case .html: report.html()
            case .json: try report.json()
            }
        try OutputFile.write(text, to: output, console: session.console)
    }

    private var chosen: Format { format ?? output.flatMap(Format.init(file:)) ?? .text }
}
