internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Records
internal import Terms

/// `record import`: many records at once, from a table.
struct RecordImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Record deals, invoices, credits, investments or measures from a CSV file.",
        discussion: """
            The first line names the columns: the fields of docs/records.md, `deal` for the deal \
            that a line is about, and `kind` where lines are of several kinds. All lines are \
            recorded, or none where one is wrong.

            Example: entente record import invoices.csv --kind invoice
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "What the lines are: deal, invoice, credit, investment, measure.",
            valueName: "kind"))
    var kind: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Problem(
                "unreadable-file", .unable, "the file can't be read", at: file,
                next: "Name a CSV file that is there")
        }
        let table: RecordTable
        do {
            table = try RecordTable(Array(data), file: file, rowsAre: kind)
        } catch {
            throw Problem(
                error.rule, .no, "nothing was recorded: \(error.message)", at: error.place,
                next: error.next)
        }
        guard !table.rows.isEmpty || !table.findings.isEmpty else {
            throw Problem(
                "empty-file", .no, "no line follows the names of the columns", at: file,
                next: "Export the file again")
        }
        let recording = try await RecordSession(
            session, framework: framework.framework, key: key.key)
        try await recording.record { context in
            var findings = table.findings
            var drafts: [RecordDraft] = []
            for row in table.rows { findings += check(row, of: table, &context, &drafts) }
            try recording.refuse(all: findings.inReadingOrder())
            return drafts
        }
    }

    /// Checks a line against what is on record, the lines before it included.
    private func check(
        _ row: RecordTable.Row, of table: RecordTable,
        _ context: inout RecordingContext, _ drafts: inout [RecordDraft]
    ) -> [Finding] {
        var fields = row.fields
        do throws(YAMLEditor.EditError) {
            try fields.fillIn(
                row.event, by: context.recorder, terms: context.terms, version: context.version,
                today: context.check.today)
        } catch {
            return [
                Finding(
                    rule: "bad-value", file: table.file, position: row.position,
                    message: error.message, next: error.next)
            ]
        }
        let text = fields.text
        let file = FieldFile(
            row.event.fields, named: row.kind.singular, file: table.file,
            bytes: Array(text.utf8))
        let subject = row.kind.subject(
            named: row.subject, in: file.value, by: context.recorder)
        guard let subject, file.findings.isEmpty else {
            return file.findings.map { table.finding($0, in: row) }
        }
        let found = context.check.findings(row.event, of: row.kind, about: subject, in: file)
        guard found.isEmpty else { return found.map { table.finding($0, in: row) } }
        drafts.append(
            RecordDraft(
                kind: row.kind.name, subject: subject, event: row.event.name, text: text))
        let id = RecordID(
            kind: row.kind.name, subject: subject, event: row.event.name,
            line: row.position.line)
        context.check.book.add(
            RecordSource(
                path: id.path, bytes: Array(text.utf8), recorder: context.recorder, seconds: 0,
                version: context.version))
        return []
    }
}
