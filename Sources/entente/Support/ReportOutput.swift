internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Reports

/// In which form a comparison is written, and where to.
struct ReportOutput: ParsableArguments {
    @Option(
        help:
            "text, markdown, html, docx, json or patch (RFC 6902); else what the name of the file says."
    )
    var format: Format?

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @Flag(
        inversion: .prefixedNo,
        help: "Old and new text beside each other, as text; on a wide terminal unless refused.")
    var sideBySide: Bool?

    /// Whether any of it was asked for.
    var isUsed: Bool { format != nil || output != nil || sideBySide != nil }

    /// Whether the form is one in which each change names its author.
    var namesAuthors: Bool { chosen == .docx }

    enum Format: String, FileFormat {
        case text, markdown, html, docx, json, patch
    }

    /// Writes a report.
    func write(_ comparing: Comparing, _ session: Session) async throws {
        // A patch is one JSON document already.
        let format = session.options.json && chosen != .patch ? .json : chosen
        let report = comparing.report
        let text: String
        switch format {
        case .docx:
            try OutputFile.refuseTerminal(output, as: "changes.docx", console: session.console)
            let docx = try await WordWriter(environment: session.environment)
                .docx(of: comparing.tracked, moment: comparing.origin?.moment ?? 0)
            return try OutputFile.write(docx, to: output, console: session.console)
        // Colours are for a terminal, not for a file.
        case .text:
            text = report.text(style: style(session.console))
        case .markdown: text = report.markdown()
        case .html: text = report.html()
        case .patch:
            text = try TermsPatch(from: comparing.documents.old, to: comparing.documents.new)
                .json()
        case .json: text = try report.json()
        }
        try OutputFile.write(text, to: output, console: session.console)
    }

    private func style(_ console: Console) -> TerminalStyle {
        guard output == nil else {
            let isWide = sideBySide ?? false
            return TerminalStyle(width: isWide ? Console.wide : 80, isSideBySide: isWide)
        }
        guard sideBySide ?? (console.isTerminal && console.columns >= Console.wide) else {
            return console.style
        }
        return TerminalStyle(
            width: console.columns, usesColour: console.style.usesColour, isSideBySide: true)
    }

    private var chosen: Format { format ?? output.flatMap(Format.init(file:)) ?? .text }
}
