public import Terms

/// How one kind of revenue is divided (commercials.yaml, `streams`).
public struct StreamTerms: Hashable, Sendable {
    /// What of an invoice is divided.
    public enum Base: String, Hashable, Sendable {
        /// What the customer pays.
        case gross
        /// Without tax.
        case net
        /// Without tax and the costs of others.
        case margin
    }

    /// What the division depends on.
    public enum Division: Hashable, Sendable {
        /// Always the same.
        case always(Split)
        /// By slices of the amount of a year, from the lowest on; the first begins at 0.
        case byAmount([Step])
        /// By years of a customer's contract, from the first on; the first begins at 1.
        case byYear([Step])

        /// All splits that may apply.
        var splits: [Split] {
            switch self {
            case .always(let split): [split]
            case .byAmount(let steps), .byYear(let steps): steps.map(\.split)
            }
        }

        /// Everybody who is named in it, by id.
        var parties: [String] { Set(splits.flatMap(\.parties)).sorted() }

        /// The one party that has the smallest share in every split; nil where there is none.
        var smallestHolder: String? {
            let parties = parties
            return parties.first { party in
                splits.allSatisfy { split in
                    parties.allSatisfy {
                        $0 == party || split.weight(of: $0) > split.weight(of: party)
                    }
                }
            }
        }
    }

    /// A tier, or some years of a contract.
    public struct Step: Hashable, Sendable {
        /// From which amount in minor units, or from which year on.
        public let from: Int64
        /// Who receives which part.
        public let split: Split
    }

    /// The least or the most that a party receives in a year.
    public struct Bound: Hashable, Sendable {
        /// The term.
        public let path: TermPath
        /// How much.
        public let money: Money
        /// Who receives at least or at most that.
        public let party: String
        /// Whether the terms name that party, or it is the one with the smallest share.
        public let isNamed: Bool
    }

    /// What is given back where a customer is paid back.
    public struct Clawback: Hashable, Sendable {
        /// The term.
        public let path: TermPath
        /// Within which time after the money came in.
        public let within: CalendarDuration
        /// Which part.
        public let share: Share
    }

    /// Its id.
    public let id: String
    /// The term.
    public let path: TermPath
    /// What of an invoice is divided.
    public let base: Base
    /// The ISO 4217 code; nil where any currency is divided by these shares.
    public let currency: String?
    /// Who receives which part.
    public let division: Division
    /// The least that a party receives in a year.
    public let floor: Bound?
    /// The most that a party receives in a year.
    public let cap: Bound?
    /// What is given back where a customer is paid back; nil where nothing is.
    public let clawback: Clawback?
}
