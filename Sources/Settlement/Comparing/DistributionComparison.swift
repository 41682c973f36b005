public import Terms

/// What other terms move from whom to whom, on the same revenue.
public struct DistributionComparison: Hashable, Sendable {
    /// What a recipient gets before and after, in one currency.
    public struct Move: Hashable, Sendable {
        /// The ISO 4217 code.
        public let currency: String
        /// Who receives it.
        public let recipient: Recipient
        /// What it is under the old terms, in minor units.
        public let old: Int64
        /// What it is under the new terms, in minor units.
        public let new: Int64

        /// How much more the new terms give.
        public var difference: Int64 { new - old }
    }

    /// A term that differs, and what it moves if it alone is changed.
    public struct Cause: Hashable, Sendable {
        /// The term, such as `commercials.streams.subscription`.
        public let path: TermPath
        /// What moves; nil where the revenue can't be divided with this change alone.
        public let moves: [Move]?
    }

    /// The distribution under the old terms.
    public let old: Distribution
    /// The distribution under the new terms.
    public let new: Distribution
    /// What everybody gets, by currency and recipient.
    public let moves: [Move]
    /// The terms that differ.
    public let causes: [Cause]

    /// Whether nobody gets anything else.
    public var isEmpty: Bool { moves.allSatisfy { $0.difference == 0 } }

    /// Compares two states of the terms on lines that both of them can divide.
    ///
    /// Each difference of the terms is tried by itself: the revenue is divided once more for each.
    public init(
        from oldTerms: CommercialTerms, to newTerms: CommercialTerms, old: Distribution,
        new: Distribution, lines: [Revenue]
    ) {
        self.old = old
        self.new = new
        moves = Self.moves(from: old, to: new)
        causes = TermsChange.all(from: oldTerms, to: newTerms).map { change in
            var ledger = Ledger(change.apply(to: oldTerms), file: "")
            let findings = ledger.add(lines)
            return Cause(
                path: change.path,
                moves: findings.isEmpty
                    ? Self.moves(from: old, to: ledger.distribution())
                        .filter { $0.difference != 0 } : nil)
        }
    }

    private static func moves(from old: Distribution, to new: Distribution) -> [Move] {
        let currencies = Set((old.totals + new.totals).map(\.currency)).sorted()
        return currencies.flatMap { currency in
            let totals = (old.totals + new.totals).filter { $0.currency == currency }
            return Set(totals.flatMap(\.parts).map(\.recipient)).sorted().map {
                Move(
                    currency: currency, recipient: $0, old: old.amount(of: $0, in: currency),
                    new: new.amount(of: $0, in: currency))
            }
        }
    }
}
