internal import Terms

/// The columns of a file of revenue.
enum RevenueColumn: Int, CaseIterable, CustomStringConvertible {
    case date
    case stream
    case amount
    case currency
    case tax
    case costs
    case start
    case refunds
    /// For people; the program does not read it.
    case customer
    /// For people; the program does not read it.
    case note

    static let required: [RevenueColumn] = [.date, .amount]

    /// What it is called in the file.
    var description: String {
        switch self {
        case .date: "date"
        case .stream: "stream"
        case .amount: "amount"
        case .currency: "currency"
        case .tax: "tax"
        case .costs: "costs"
        case .start: "start"
        case .refunds: "refunds"
        case .customer: "customer"
        case .note: "note"
        }
    }
}

/// Which column stands where.
struct RevenueColumns {
    /// By the number of the column; an array, since each field of each line is looked up.
    private var places: [Int?] = RevenueColumn.allCases.map { _ in nil }
    let count: Int

    /// The place of a column; nil where the file does not have it.
    subscript(column: RevenueColumn) -> Int? { places[column.rawValue] }

    /// Reads the first row.
    init(_ header: CSVReader.Row, file: String) throws(Finding) {
        count = header.fields.count
        for (place, field) in header.fields.enumerated() {
            func refuse(_ rule: String, _ message: String, next: String) -> Finding {
                Finding(
                    rule: rule, file: file, position: field.position, message: message, next: next)
            }
            let name = field.text.withoutSpaces.lowercased()
            let known = RevenueColumn.allCases.map(\.description)
            guard let column = RevenueColumn.allCases.first(where: { $0.description == name })
            else {
                if field.text.contains(where: { $0 == ";" || $0 == "\t" }) {
                    throw refuse(
                        "bad-csv", "the columns are not parted by commas",
                        next: "Export the file with commas, and with points in amounts")
                }
                let nearest = Suggestion.nearest(to: name, in: known)
                throw refuse(
                    "unknown-column",
                    "there is no column `\(TextRules.visible(field.text))`"
                        + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                    next: "Known: \(known.joined(separator: ", "))")
            }
            guard places[column.rawValue] == nil else {
                throw refuse(
                    "same-column", "two columns are called `\(column)`", next: "Keep one of them")
            }
            places[column.rawValue] = place
        }
        for column in RevenueColumn.required where places[column.rawValue] == nil {
            throw Finding(
                rule: "no-column", file: file, position: SourcePosition(line: 1, column: 1),
                message: "there is no column `\(column)`",
                next: "The first line names the columns, such as date,stream,amount")
        }
    }
}
