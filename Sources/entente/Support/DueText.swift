internal import Obligations
internal import Records
internal import Reports
internal import Terms

/// What `status` says about what is due, in two lines.
struct DueText {
    struct JSON: Encodable {
        let date: String
        let id: String
        let overdue: Bool
        let what: String
    }

    private let obligations: Obligations

    /// Looks one month ahead. Linear in the number of records.
    init(_ document: TermsDocument, book: RecordBook, today: CalendarDate) {
        obligations = Obligations(
            RecordTerms(document), book: book, today: today, until: today.adding(months: 1))
    }

    /// What comes next, and how much is late; none where nothing is due.
    var lines: [(label: String, text: String)] {
        let more = "entente obligations"
        var lines: [(label: String, text: String)] = []
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

    var json: [JSON] {
        obligations.all.map {
            JSON(
                date: $0.date.description, id: $0.id, overdue: $0.date < obligations.today,
                what: $0.what)
        }
    }
}
