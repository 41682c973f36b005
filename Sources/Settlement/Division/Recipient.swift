/// Whoever receives money out of revenue.
public enum Recipient: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// A party of the registry, by its id.
    case party(String)
    /// Third parties whose costs are passed through, or whoever paid them.
    case others
    /// The tax office.
    case taxes

    /// Parties by id, then the costs of others, then taxes.
    public static func < (left: Recipient, right: Recipient) -> Bool {
        switch (left, right) {
        case (.party(let left), .party(let right)): left < right
        default: left.rank < right.rank
        }
    }

    private var rank: Int {
        switch self {
        case .party: 0
        case .others: 1
        case .taxes: 2
        }
    }

    /// The id of the party, or a word with a plus sign, which no id has: `+others`, `+taxes`.
    public var description: String {
        switch self {
        case .party(let id): id
        case .others: "+others"
        case .taxes: "+taxes"
        }
    }
}

/// What a recipient gets; negative where money is given back.
public struct Part: Hashable, Sendable {
    /// Who receives it.
    public var recipient: Recipient
    /// How much, in minor units.
    public var amount: Int64

    /// Makes a part.
    public init(_ recipient: Recipient, _ amount: Int64) {
        self.recipient = recipient
        self.amount = amount
    }
}
