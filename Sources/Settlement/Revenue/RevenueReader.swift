public import Terms

/// Reads lines of revenue from CSV: the first row names the columns (docs/settlement.md, "The
/// file").
public struct RevenueReader {
    private let terms: CommercialTerms
    private let file: String
    private var csv: CSVReader
    private let columns: RevenueColumns
    private var days: [String: CalendarDate] = [:]

    /// Begins to read, and reads the names of the columns.
    ///
    /// - Throws: A finding, where the file is no CSV or has other columns.
    public init(_ bytes: [UInt8], file: String, terms: CommercialTerms) throws(Finding) {
        self.terms = terms
        self.file = file
        csv = try CSVReader(bytes, file: file)
        guard let header = try csv.next() else {
            throw Finding(
                rule: "empty-file", file: file, message: "the file is empty",
                next: "The first line names the columns, such as date,stream,amount")
        }
        columns = try RevenueColumns(header, file: file)
    }

    /// All lines that can be read, and what is wrong with the others. Linear.
    ///
    /// - Throws: A finding, where the rest of the file can't be read at all.
    public mutating func read() throws(Finding) -> (lines: [Revenue], findings: [Finding]) {
        var lines: [Revenue] = []
        var findings: [Finding] = []
        while let row = try csv.next() {
            do throws(Finding) {
                lines.append(try revenue(in: row))
            } catch {
                findings.append(error)
            }
        }
        return (lines, findings)
    }

    // MARK: A row

    private mutating func revenue(in row: CSVReader.Row) throws(Finding) -> Revenue {
        let start = SourcePosition(line: row.line, column: 1)
        guard row.fields.count == columns.count else {
            throw Finding(
                rule: "row-length", file: file, position: start,
                message: "the line has \(row.fields.count) fields, and the first line has "
                    + "\(columns.count)",
                next: "Put amounts that have commas in quotation marks, like \"1,000.00\"")
        }
        let stream = text(.stream, in: row)
        let money = try amount(in: row, of: stream)
        return Revenue(
            date: try need(.date, in: row, try date(.date, in: row)), stream: stream, money: money,
            tax: try minorUnits(.tax, in: row, money.currency),
            costs: try minorUnits(.costs, in: row, money.currency),
            contractStart: try date(.start, in: row), refunds: try date(.refunds, in: row),
            position: start)
    }

    private func field(_ column: RevenueColumn, in row: CSVReader.Row) -> CSVReader.Field? {
        columns[column].map { row.fields[$0] }
    }

    /// What stands in a column without the spaces around it; nil where nothing does.
    private func text(_ column: RevenueColumn, in row: CSVReader.Row) -> String? {
        guard let text = field(column, in: row)?.text.withoutSpaces, !text.isEmpty
        else { return nil }
        return text
    }

    private func need<Value>(
        _ column: RevenueColumn, in row: CSVReader.Row, _ value: Value?
    ) throws(Finding) -> Value {
        if let value { return value }
        throw finding(column, in: row, "the \(column) is missing", next: "Fill it in")
    }

    private mutating func date(
        _ column: RevenueColumn, in row: CSVReader.Row
    ) throws(Finding) -> CalendarDate? {
        guard let text = text(column, in: row) else { return nil }
        if let known = days[text] { return known }
        do {
            let day = try CalendarDate(parsing: text)
            days[text] = day
            return day
        } catch {
            throw finding(column, in: row, TextRules.visible(error.message), next: "Mend the date")
        }
    }

    private func amount(in row: CSVReader.Row, of stream: String?) throws(Finding) -> Money {
        let text = try need(.amount, in: row, text(.amount, in: row))
        let own = terms.streams.first { $0.id == stream }?.currency ?? terms.onlyCurrency
        if !text.utf8.contains(0x20), let currency = self.text(.currency, in: row) ?? own {
            return try money("\(currency) \(text)", .amount, in: row)
        }
        guard text.utf8.contains(0x20) else {
            throw finding(
                .amount, in: row, "the amount names no currency",
                next: "Write it like EUR 1000.00, or add a column `currency`")
        }
        let money = try money(text, .amount, in: row)
        if let currency = self.text(.currency, in: row), currency != money.currency {
            throw finding(
                .currency, in: row, "the currency is not that of the amount",
                next: "Write it in one place")
        }
        return money
    }

    /// Another amount in the currency of the line; 0 where nothing is said.
    private func minorUnits(
        _ column: RevenueColumn, in row: CSVReader.Row, _ currency: String
    ) throws(Finding) -> Int64 {
        guard let text = text(column, in: row) else { return 0 }
        let money = try money(
            text.utf8.contains(0x20) ? text : "\(currency) \(text)", column, in: row)
        guard money.currency == currency else {
            throw finding(
                column, in: row, "`\(column)` is in \(money.currency), the amount in \(currency)",
                next: "Use one currency in a line")
        }
        return money.minorUnits
    }

    private func money(
        _ text: String, _ column: RevenueColumn, in row: CSVReader.Row
    ) throws(Finding) -> Money {
        do {
            return try Money(parsing: text)
        } catch {
            throw finding(
                column, in: row, TextRules.visible(error.message),
                next: "Commas part thousands, a point parts decimals")
        }
    }

    private func finding(
        _ column: RevenueColumn, in row: CSVReader.Row, _ message: String, next: String
    ) -> Finding {
        Finding(
            rule: "bad-\(column)", file: file, position: field(column, in: row)?.position,
            message: message, next: next)
    }
}

extension String {
    /// The text without spaces around it.
    var withoutSpaces: String {
        guard utf8.first == 0x20 || utf8.last == 0x20 else { return self }
        return String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
