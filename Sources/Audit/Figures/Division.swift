internal import Settlement
public import Terms

/// Who is to receive what of the money that came in: each deal by the terms that were in force when
/// it was registered.
public struct Division: Sendable {
    /// What somebody is to receive.
    public struct Part: Sendable {
        /// A party, or a word with a plus sign: `+others`, `+taxes`.
        public let recipient: String
        /// How much.
        public let amount: Figure
    }

    /// What came in of a currency, tax included, and who is to receive what of it.
    public struct Total: Sendable {
        /// The whole.
        public let whole: Figure
        /// The parts, which sum to the whole.
        public let parts: [Part]

        /// What somebody is to receive.
        public func amount(of recipient: String) -> Figure {
            parts.first { $0.recipient == recipient }?.amount ?? whole.zero
        }
    }

    /// By currency.
    public let totals: [Total]
    /// How many invoices and credits the terms can't divide.
    public let undivided: Int
}

extension Past {
    /// Who is to receive what of the money that came in up to a day. Linear in the invoices.
    public func division(upTo day: CalendarDate? = nil) -> Division {
        let last = day ?? today
        let billed = Dictionary(grouping: billed.filter { $0.record.day <= last }) {
            version(on: $0.deal.registered.day).number
        }
        var undivided = 0
        var sums: [String: [Recipient: Int64]] = [:]
        for version in versions {
            guard let lines = billed[version.number] else { continue }
            guard let terms = try? CommercialTerms(version.document) else {
                // What the terms don't divide is counted, and said.
                undivided += lines.count
                continue
            }
            var ledger = Ledger(terms, file: "records")
            undivided += ledger.add(lines.map(\.revenue)).count
            for total in ledger.distribution().totals {
                for part in total.parts {
                    let sum = sums[total.currency]?[part.recipient] ?? 0
                    let (both, overflow) = sum.addingReportingOverflow(part.amount)
                    sums[total.currency, default: [:]][part.recipient] = overflow ? .max : both
                }
            }
        }
        let totals = sums.sorted { $0.key < $1.key }.map { currency, parts in
            Division.Total(currency: currency, parts: parts)
        }
        return Division(totals: totals, undivided: undivided)
    }
}

extension Division.Total {
    fileprivate init(currency: String, parts: [Recipient: Int64]) {
        let zero = Figure(billionths: 0, unit: .money(currency))
        self.parts = parts.sorted { $0.key < $1.key }.map { recipient, amount in
            Division.Part(
                recipient: recipient.description,
                amount: Money(currency: currency, minorUnits: amount).map { Figure($0) } ?? zero)
        }
        whole = self.parts.reduce(zero) { $0 + $1.amount }
    }
}

extension Billed {
    /// The line of revenue that it is.
    fileprivate var revenue: Revenue {
        Revenue(
            date: record.day,
            stream: record.value["stream"]?.text ?? deal.registered.value["stream"]?.text,
            money: amount, tax: tax?.minorUnits ?? 0,
            costs: record.value["costs"]?.money?.minorUnits ?? 0,
            contractStart: deal.won.map { $0.value["starts"]?.date ?? $0.day }, refunds: refunded)
    }
}
