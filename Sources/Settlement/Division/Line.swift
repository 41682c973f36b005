public import Terms

/// One line of a distribution: an amount, who receives which part of it, and by which rule.
public struct Line: Hashable, Sendable {
    /// Why money goes where it goes, with the figures that decide.
    public enum Rule: Hashable, Sendable {
        /// Tax is no part of what is divided.
        case taxes
        /// The costs of others are no part of the margin.
        case costs
        /// A refund that nobody gives anything back for.
        case refund
        /// Costs of others that were recorded with the revenue.
        case recordedCosts(of: Int64)
        /// Agreed costs of others, for a period.
        case agreedCosts(of: Int64)
        /// An agreed amount, for a period.
        case fixed(of: Int64)
        /// Investments are paid back; so much of the goal had been before.
        case recoup(goal: Int64, before: Int64)
        /// Always the same shares.
        case shares
        /// The slice of a year's amount from here to there, where there is a next tier.
        case tier(from: Int64, to: Int64?)
        /// Years of customers' contracts, from the first to the last, where there is a next step.
        case years(from: Int64, to: Int64?)
        /// Shares for what fits no stream.
        case finalShares
        /// What is above the most that a party receives goes to the others.
        case cap(of: Int64, party: String)
        /// The others make up for what is missing to the least that a party receives.
        case floor(of: Int64, party: String)
    }

    /// The days that a line is about.
    public enum Time: Hashable, Sendable {
        /// All days.
        case all
        /// A settlement period.
        case period(SettlementCalendar.Span)
        /// A year of the agreement, or of the calendar where the agreement names no start.
        case year(Int, SettlementCalendar.Span)
    }

    /// What a step of the order of payment may take.
    public struct Limit: Hashable, Sendable {
        /// What is there when its turn comes, in minor units.
        public let there: Int64
        /// The part of it that the step takes at most; nil where it may take all.
        public let atMost: Share?
    }

    /// An amount and the stream that it is from; nil for what fits none.
    public struct Source: Hashable, Sendable {
        /// The stream.
        public let stream: String?
        /// How much, in minor units.
        public let amount: Int64
    }

    /// The ISO 4217 code.
    public let currency: String
    /// Why.
    public let rule: Rule
    /// The term that says so.
    public let path: TermPath
    /// When.
    public let time: Time
    /// What it may take; nil for anything but a step of the order of payment.
    public let limit: Limit?
    /// Where the amount comes from.
    public let sources: [Source]
    /// What is handed out, in minor units; 0 where money only moves between parties.
    public let amount: Int64
    /// Who receives what, by recipient; they sum to ``amount``.
    public let parts: [Part]
}

/// What somebody who reads a distribution has to know, beside the figures.
public struct Note: Hashable, Sendable {
    /// A stable kebab-case word.
    public let code: String
    /// The term that it is about.
    public let path: TermPath
    /// A sentence with its full stop.
    public let message: String

    /// Makes a note.
    public init(code: String, path: TermPath, message: String) {
        self.code = code
        self.path = path
        self.message = message
    }
}
