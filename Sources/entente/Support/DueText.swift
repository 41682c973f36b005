internal import Obligations
internal import Records
internal import Reports
internal import Terms

/// What `status` says about what is due, in two lines.
struct DueText: Sendable {
    struct JSON: Encodable, Sendable {
        let date: String
        let id: String
        let overdue: Bool
        let what: String
    }

    /// What comes next, and how much is late; none where nothing is due.
    let lines: [Line]
    private let obligations: Obligations

    var json: [JSON] {
        obligations.all.map {
            JSON(
                date: $0.date.description, id: $0.id, overdue: $0.date < obligations.today,
                what: $0.what)
        }
    }

    typealias Line = (label: String, text: String)

    /// Looks one month ahead. Linear in the number of records.
    init(_ values: TermsValues, book: RecordBook, today: CalendarDate) {
        obligations = Obligations(
            values, book: book, today: today, until: today.adding(months: 1))
        lines = Self.lines(obligations)
    }

    private static func lines(_ obligations: Obligations) -> [Line] {
        let more = "entente obligations"
        var lines: [Line] = []
        if let next = obligations.coming.first {
            let count = obligations.coming.count
            let others = count == 1 ? "" : "; \(count) in a month: \(more)"
            lines.append(
                ("Due          ", TextRules.visible("\(next.what), by \(next.date)") + others))
        }
        if let first = obligations.overdue.first {
            let count = obligations.overdue.count
            let others = count == 1 ? "" : "; \(count) in all: \(more)"
            lines.append(
                (
                    "Overdue      ",
                    TextRules.visible("\(first.what), since \(first.date)") + others
                ))
        }
        return lines
    }
}
