public import Terms

/// A step in the order of payment (commercials.yaml, `waterfall`).
public struct WaterfallStep: Hashable, Sendable {
    /// What happens in it.
    public enum Kind: Hashable, Sendable {
        /// The recorded costs of others are paid, from the revenue that they belong to.
        case recordedCosts
        /// An agreed amount of the costs of others is paid in each settlement period.
        case agreedCosts(Money)
        /// An agreed amount is paid in each settlement period.
        case fixed(Money, Split)
        /// Investments are paid back, until all of it is.
        case recoup([Goal])
        /// What is left of each stream is divided by its shares.
        case split
    }

    /// What is to be paid back in one currency.
    public struct Goal: Hashable, Sendable {
        /// How much, in all.
        public let money: Money
        /// Who gets which part of it.
        public let split: Split
    }

    /// Its id.
    public let id: String
    /// The term.
    public let path: TermPath
    /// What happens in it.
    public let kind: Kind
    /// Who gets costs back; third parties where nobody is named.
    public let costs: Recipient
    /// The most that the step takes of what is there at it, in each settlement period.
    public let atMost: Share?
}

/// What a party puts in, in money.
struct Investment: Hashable, Sendable {
    let party: String
    let money: Money

    /// The investments that are money, or hours with a rate.
    static func all(in reading: TermsReading) throws(Finding) -> [Investment] {
        var investments: [Investment] = []
        for path in reading.items(TermPath(section: "commercials").appending("investments")) {
            guard let party = reading.text(path.appending("party")) else { continue }
            if let money = reading.money(path.appending("amount")) {
                investments.append(Investment(party: party, money: money))
            }
            guard let hours = reading.integer(path.appending("hours")),
                let rate = reading.money(path.appending("rate"))
            else { continue }
            let (value, overflow) = hours.multipliedReportingOverflow(by: rate.minorUnits)
            guard !overflow, let money = Money(currency: rate.currency, minorUnits: value) else {
                throw reading.finding(
                    "too-large", path.appending("hours"), "`\(path)` is too large an amount",
                    next: "Check the hours and the rate")
            }
            investments.append(Investment(party: party, money: money))
        }
        return investments
    }
}
