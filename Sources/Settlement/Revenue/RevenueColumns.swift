internal import Terms

/// The columns of a file of revenue.
enum RevenueColumn: String, CaseIterable {
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
}

/// Which column stands where.
struct RevenueColumns {
    private(set) var places: [RevenueColumn: Int] = [:]
    let count: Int

    /// Reads the first row.
    init(_ header: CSVReader.Row, file: String) throws(Finding) {
        count = header.fields.count
        for (place, field) in header.fields.enumerated() {
            func refuse(_ rule: String, _ message: String, next: String) -> Finding {
                Finding(
                    rule: rule, file: file, position: field.position, message: message, next: next)
            }
            let name = field.text.trimming(while: { $0 == " " }).lowercased()
            let known = RevenueColumn.allCases.map(\.rawValue)
            guard let column = RevenueColumn(rawValue: name) else {
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
            guard places.updateValue(place, forKey: column) == nil else {
                throw refuse(
                    "same-column", "two columns are called `\(column)`", next: "Keep one of them")
            }
        }
        for column in RevenueColumn.required where places[column] == nil {
            throw Finding(
                rule: "no-column", file: file, position: SourcePosition(line: 1, column: 1),
                message: "there is no column `\(column)`",
                next: "The first line names the columns, such as date,stream,amount")
        }
    }
}
