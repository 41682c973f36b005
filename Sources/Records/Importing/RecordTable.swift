internal import Settlement
public import Terms

/// Records in a file of comma-separated values, of which the first row names the columns.
public struct RecordTable: Sendable {
    /// What a row can be, by the word for it.
    public static let words: [(word: String, kind: String, event: String)] = [
        ("deal", "deals", "registered"), ("invoice", "deals", "invoiced"),
        ("credit", "deals", "credited"), ("investment", "investments", "made"),
        ("measure", "measures", "taken"),
    ]

    /// One of the records.
    public struct Row: Sendable {
        /// The kind.
        public let kind: RecordKind
        /// What happened.
        public let event: RecordEvent
        /// What it is about, where that is said.
        public let subject: String?
        /// The fields as they are written.
        public let fields: WrittenFields
        /// Where the row stands.
        public let position: SourcePosition
        /// Where each of its fields stands.
        public let positions: [String: SourcePosition]
    }

    /// The rows that can be read.
    public private(set) var rows: [Row] = []
    /// What is wrong with the others.
    public private(set) var findings: [Finding] = []
    /// What messages call the file.
    public let file: String

    /// Reads the file. Linear in its size.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - file: What messages call it.
    ///   - word: What all rows are, where no column `kind` says it.
    /// - Throws: A finding, where the file can't be read at all.
    public init(_ bytes: [UInt8], file: String, rowsAre word: String?) throws(Finding) {
        self.file = file
        var reader = try CSVReader(bytes, file: file)
        guard let header = try reader.next() else {
            throw Finding(
                rule: "empty-file", file: file, message: "the file is empty",
                next: "The first line names the columns, such as deal,on,number,amount")
        }
        let names = header.fields.map { Self.trimmed($0.text).lowercased() }
        for (index, name) in names.enumerated() where names[..<index].contains(name) {
            throw Finding(
                rule: "same-column", file: file, position: header.fields[index].position,
                message: "two columns are called `\(TextRules.visible(name))`",
                next: "Keep one of them")
        }
        if let word, Self.meaning(of: word) == nil { throw Self.unknown(word, file, nil) }
        guard word != nil || names.contains("kind") else {
            throw Finding(
                rule: "no-column", file: file, position: SourcePosition(line: 1, column: 1),
                message: "nothing says what the rows are",
                next: "Give --kind \(Self.list), or add a column `kind`")
        }
        while let row = try reader.next() {
            do throws(Finding) {
                rows.append(try read(row, names: names, word: word))
            } catch {
                findings.append(error)
            }
        }
    }

    private func read(
        _ row: CSVReader.Row, names: [String], word: String?
    ) throws(Finding) -> Row {
        let start = SourcePosition(line: row.line, column: 1)
        guard row.fields.count == names.count else {
            throw Finding(
                rule: "row-length", file: file, position: start,
                message: "the line has \(row.fields.count) fields, and the first line has "
                    + "\(names.count)",
                next: "Put amounts that have commas in quotation marks, like \"EUR 1,000.00\"")
        }
        let cells = zip(names, row.fields).map { (name: $0, cell: $1, text: Self.trimmed($1.text)) }
        let given = cells.first { $0.name == "kind" && !$0.text.isEmpty }
        guard let word = given?.text ?? word else {
            throw Finding(
                rule: "missing-field", file: file, position: start,
                message: "the line does not say what it is", next: "Known: \(Self.list)")
        }
        guard let (kind, event) = Self.meaning(of: word) else {
            throw Self.unknown(word, file, given?.cell.position ?? start)
        }
        var fields = WrittenFields(event.fields, named: word)
        var positions: [String: SourcePosition] = [:]
        var subject: String?
        for (name, cell, text) in cells where !text.isEmpty && name != "kind" {
            positions[name] = cell.position
            if name == kind.singular, case .named = kind.subject {
                subject = text
                continue
            }
            do {
                try fields.set(name, to: text)
            } catch {
                throw Finding(
                    rule: "bad-value", file: file, position: cell.position,
                    message: TextRules.visible(error.message), next: error.next)
            }
        }
        if case .named = kind.subject, subject == nil {
            throw Finding(
                rule: "missing-field", file: file, position: start,
                message: "the line does not name its \(kind.singular)",
                next: "Fill in the column `\(kind.singular)`")
        }
        return Row(
            kind: kind, event: event, subject: subject, fields: fields, position: start,
            positions: positions)
    }

    /// What is wrong with a record of a row, at the place in the table.
    public func finding(_ finding: Finding, in row: Row) -> Finding {
        var moved = finding
        moved.file = file
        let field = finding.path?.inner.first
        moved.position = field.flatMap { row.positions[$0] } ?? row.position
        return moved
    }

    private static func meaning(of word: String) -> (RecordKind, RecordEvent)? {
        words.first { $0.word == word }.flatMap { _, kind, event in
            RecordKind(kind).flatMap { kind in kind.event(event).map { (kind, $0) } }
        }
    }

    private static func unknown(
        _ word: String, _ file: String, _ position: SourcePosition?
    ) -> Finding {
        let nearest = Suggestion.nearest(to: word, in: words.map(\.word))
        return Finding(
            rule: "unknown-kind", file: file, position: position,
            message: "no row is a `\(TextRules.visible(word))`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "Known: \(list)")
    }

    private static var list: String { words.map(\.word).joined(separator: ", ") }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
