internal import Terms

/// Who receives what of some revenue, under one state of the terms, with each step.
///
/// The parts of each line sum to its amount, and those of all lines to the whole, to the minor
/// unit. docs/settlement.md says how it is computed.
public struct Distribution: Hashable, Sendable {
    /// What everybody receives in one currency.
    public struct Total: Hashable, Sendable {
        /// The ISO 4217 code.
        public let currency: String
        /// What customers paid, refunds taken off, in minor units.
        public let whole: Int64
        /// What everybody receives, by recipient.
        public let parts: [Part]
    }

    /// The totals, by currency.
    public let totals: [Total]
    /// The lines, by currency and then in the order of payment.
    public let lines: [Line]
    /// What is worth knowing.
    public let notes: [Note]
    /// How many lines of revenue there were.
    public let revenueLines: Int
    /// From which to which day; nil where there was no revenue.
    public let days: SettlementCalendar.Span?

    /// What a recipient gets in a currency; 0 where it is not named.
    public func amount(of recipient: Recipient, in currency: String) -> Int64 {
        let total = totals.first { $0.currency == currency }
        return total?.parts.first { $0.recipient == recipient }?.amount ?? 0
    }
}

extension Ledger {
    /// Divides what was added. Linear in the number of streams, periods and years with revenue.
    public func distribution() -> Distribution { Self.distributions([self])[0] }

    /// Divides what was added to the ledgers of several versions of the terms, from the earliest on.
    ///
    /// What the terms name once counts once: agreed amounts in a period, goals of paying back,
    /// tiers and bounds of a year. Revenue under an earlier version comes first.
    static func distributions(_ ledgers: [Ledger]) -> [Distribution] {
        var lines: [[Line]] = ledgers.map { _ in [] }
        var notes = ledgers.map { Notes(terms: $0.terms, lateLines: $0.lateLines) }
        var totals: [[Distribution.Total]] = ledgers.map { _ in [] }
        for currency in Set(ledgers.flatMap { $0.cells.keys.map(\.currency) }).sorted() {
            let parts = ledgers.map { ledger in
                (terms: ledger.terms, cells: ledger.cells.filter { $0.key.currency == currency })
            }
            let divisions = CurrencyDivision.divide(parts, currency: currency)
            for (place, division) in divisions.enumerated() where !parts[place].cells.isEmpty {
                lines[place] += division.lines
                notes[place].add(division)
                totals[place].append(
                    Distribution.Total(
                        currency: currency,
                        whole: parts[place].cells.values.reduce(0) { $0 + $1.amount },
                        lines: division.lines))
            }
        }
        return ledgers.enumerated().map { place, ledger in
            Distribution(
                totals: totals[place], lines: lines[place], notes: notes[place].all,
                revenueLines: ledger.count, days: ledger.days)
        }
    }
}

extension Distribution.Total {
    fileprivate init(currency: String, whole: Int64, lines: [Line]) {
        var sums: [Recipient: Int64] = [:]
        for part in lines.flatMap(\.parts) { sums[part.recipient, default: 0] += part.amount }
        self.currency = currency
        self.whole = whole
        parts = sums.map { Part($0.key, $0.value) }.sorted { $0.recipient < $1.recipient }
    }
}
