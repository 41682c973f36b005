public import Settlement
internal import Terms

/// An invoice or a credit on record, as a line of revenue under the version that divides it.
public struct RecordedRevenue: Sendable {
    /// The deal.
    public let deal: String
    /// The number of the invoice or credit.
    public let number: String
    /// The record.
    public let record: RecordID
    /// The version in force when the deal was registered: it settles under that.
    public let version: Int
    /// How far it is established.
    public let standing: Record.Standing
    /// What is divided.
    public let line: Revenue

    /// All invoices and credits that count, in the order in which they were recorded. Linear.
    ///
    /// What was withdrawn does not count; what is claimed by one or contested does, and says so.
    /// The tax of a credit is in proportion to that of its invoice.
    public static func all(in book: RecordBook, signing: [String]) -> [RecordedRevenue] {
        var starts: [String: CalendarDate] = [:]
        for record in book.records where record.kind.name == "deals" && record.event.name == "won" {
            if let day = record.value?["starts"]?.date ?? record.day {
                starts[record.id.folder] = day
            }
        }
        var invoices: [String: Invoice] = [:]
        var found: [RecordedRevenue] = []
        for record in book.records where record.kind.name == "deals" {
            guard let value = record.value, let day = record.day,
                let number = value["number"]?.text, let amount = value["amount"]?.money,
                let opening = book.opening(of: record.id.folder)
            else { continue }
            let line: Revenue?
            if record.event.name == "invoiced" {
                let invoice = Invoice(
                    line: Revenue(
                        date: day, stream: value["stream"]?.text ?? opening.value?["stream"]?.text,
                        money: amount, tax: value["tax"]?.money?.minorUnits ?? 0,
                        costs: value["costs"]?.money?.minorUnits ?? 0,
                        contractStart: starts[record.id.folder].map { min($0, day) }))
                invoices[number] = invoice
                line = invoice.line
            } else {
                line = value["invoice"]?.text.flatMap { invoices[$0]?.credit(amount, on: day) }
            }
            guard let line else { continue }
            found.append(
                RecordedRevenue(
                    deal: record.id.subject, number: number, record: record.id,
                    version: opening.version, standing: record.standing(among: signing),
                    line: line))
        }
        return found
    }
}

/// An invoice, and how much of it was credited so far.
private struct Invoice {
    let line: Revenue
    private var credited: Int64 = 0

    init(line: Revenue) { self.line = line }

    /// A part of it paid back. All parts together take back all of the tax, to the minor unit.
    mutating func credit(_ amount: Money, on day: CalendarDate) -> Revenue? {
        let before = tax(of: credited)
        credited = credited.adding(clamped: amount.minorUnits)
        return Money(currency: amount.currency, minorUnits: 0 - max(amount.minorUnits, .min + 1))
            .map {
                Revenue(
                    date: day, stream: line.stream, money: $0, tax: before - tax(of: credited),
                    contractStart: line.contractStart, refunds: min(line.date, day))
            }
    }

    private func tax(of amount: Int64) -> Int64 {
        let whole = line.money.minorUnits
        let tax = min(max(0, line.tax), max(0, whole))
        return Apportionment.divide(amount, by: [tax, max(0, whole) - tax])[0]
    }
}
