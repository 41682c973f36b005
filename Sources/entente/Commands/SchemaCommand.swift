internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Records
internal import Reports
internal import Terms

/// `schema`: the fields of the terms as JSON Schema.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Print the fields of a section as JSON Schema (2020-12), for editors and programs.",
        discussion: """
            init puts these files into .entente/schema, where editors with yaml-language-server \
            find them. Without a section, all sections are in one document, or with --output in \
            one file each. With comparison, what diff --json and review --json print; with audit, what audit --json prints; with records, or a \
            kind of records such as deals, what their files hold.

            Example: entente schema commercials
            """)

    @Argument(
        help: """
            The section: framework, parties, purpose, governance, commercials, safeguards; or \
            comparison, audit, records, or a kind of records.
            """)
    var section: String?

    @Option(help: ArgumentHelp("Write <section>.json into this folder.", valueName: "dir"))
    var output: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        if section == Self.comparison, output == nil {
            return session.console.print(try ComparisonSchema.schema())
        }
        if section == Self.audit, output == nil {
            return session.console.print(try AuditSchema.schema())
        }
        if let kinds = section.flatMap(Self.kinds), output == nil {
            return session.console.print(try RecordSchema.text(of: kinds))
        }
        let name = try section.map {
            try SectionName(word: $0, besides: [Self.comparison, Self.audit, Self.records])
        }
        guard let output else {
            session.console.print(
                try name.map(JSONSchema.text) ?? JSONSchema.textOfAllSections())
            return
        }
        do {
            try FileManager.default.createDirectory(
                atPath: output, withIntermediateDirectories: true)
        } catch {
            throw Problem(
                "not-written", .unable, "the folder could not be made", at: output,
                next: "Name another folder with --output", detail: "\(error)")
        }
        let files = try (name.map { [$0] } ?? SectionName.allCases).map { section in
            let path = "\(output)/\(EditorFiles.name(of: section))"
            try OutputFile.write(
                try JSONSchema.text(of: section), to: path, console: session.console)
            return path
        }
        if options.json { try session.console.print(json: ["files": files]) }
    }

    private static let comparison = "comparison"
    private static let audit = "audit"
    private static let records = "records"

    /// The kinds of records that a word means; nil where it means none.
    private static func kinds(_ word: String) -> [RecordKind]? {
        word == records ? RecordKind.all : RecordKind(word).map { [$0] }
    }
}
