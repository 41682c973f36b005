internal import Records
internal import Settlement
internal import Terms

/// An invoice of a deal, or what of one was credited.
struct Billed: Sendable {
    let record: PastRecord
    let deal: Deal
    /// Tax included; negative for a credit.
    let amount: Money
    let tax: Money?
    /// The day of the invoice that is credited; nil for an invoice, or where it is unknown.
    let refunded: CalendarDate?

    /// What the customer paid without tax.
    var net: Figure { Figure(amount) - (tax.map { Figure($0) } ?? Figure(amount).zero) }
}

extension Billed {
    /// The invoices and credits of some deals, in the order of days.
    static func all(of deals: [Deal]) -> [Billed] {
        deals.flatMap(all).enumerated().sorted {
            ($0.element.record.day, $0.offset) < ($1.element.record.day, $1.offset)
        }.map(\.element)
    }

    private static func all(of deal: Deal) -> [Billed] {
        var invoices: [String: Billed] = [:]
        return deal.bills.compactMap { record in
            guard let amount = record.value["amount"]?.money else { return nil }
            switch record.event {
            case "invoiced":
                let billed = Billed(
                    record: record, deal: deal, amount: amount, tax: record.value["tax"]?.money,
                    refunded: nil)
                if let number = record.value["number"]?.text { invoices[number] = billed }
                return billed
            case "credited":
                let invoice = record.value["invoice"]?.text.flatMap { invoices[$0] }
                return Billed(credit: record, of: amount, deal: deal, invoice: invoice)
            default: return nil
            }
        }
    }

    /// A credit takes back as much of the tax as of the whole.
    private init?(credit: PastRecord, of amount: Money, deal: Deal, invoice: Billed?) {
        var tax: Money?
        if let invoice, let whole = invoice.tax, invoice.amount.minorUnits > 0 {
            let part =
                Int128(whole.minorUnits) * Int128(amount.minorUnits)
                / Int128(invoice.amount.minorUnits)
            tax = Money(currency: whole.currency, minorUnits: Int64(clamping: -part))
        }
        guard
            let negative = Money(
                currency: amount.currency, minorUnits: -max(amount.minorUnits, -.max))
        else { return nil }
        self.init(
            record: credit, deal: deal, amount: negative, tax: tax,
            refunded: invoice?.record.day)
    }
}
