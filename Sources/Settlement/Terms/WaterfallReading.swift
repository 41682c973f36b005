internal import Terms

/// Reads a step of the order of payment, and refuses what can be read in two ways.
struct WaterfallReading {
    let reading: TermsReading
    let path: TermPath
    let investments: [Investment]

    func step() throws(Finding) -> WaterfallStep {
        WaterfallStep(
            id: path.last, path: path, kind: try kind(),
            costs: party.map(Recipient.party) ?? .others,
            atMost: reading.share(path.appending("at-most")))
    }

    private var party: String? { reading.text(path.appending("party")) }

    private func kind() throws(Finding) -> WaterfallStep.Kind {
        let amount = try reading.amount(path.appending("amount"))
        switch reading.text(path.appending("step")) {
        case "pass-through":
            guard let amount else { return .recordedCosts }
            return .agreedCosts(amount)
        case "fixed":
            guard let amount else {
                throw reading.finding(
                    "no-amount", path, "`\(path)` does not say how much is paid",
                    next: "entente set \(path).amount \"EUR 1,000\"")
            }
            return .fixed(amount, try recipients())
        case "recoup":
            return .recoup(try goals(amount))
        default:
            guard amount == nil else {
                throw reading.finding(
                    "split-amount", path.appending("amount"),
                    "`\(path)` divides all that is left, so it has no amount",
                    next: "Delete the amount, or make it a fixed step")
            }
            return .split
        }
    }

    /// The party or the shares that are named.
    private func named() throws(Finding) -> Split? {
        let shares = reading.split(path.appending("shares"))
        guard let party else { return shares }
        guard shares == nil else {
            throw reading.finding(
                "party-and-shares", path.appending("shares"),
                "`\(path)` names a party and shares, and nobody can tell which of them counts",
                next: "Keep one of them")
        }
        return Split(path.appending("party"), all: party)
    }

    private func recipients() throws(Finding) -> Split {
        if let named = try named() { return named }
        throw reading.finding(
            "no-recipient", path, "`\(path)` does not say who receives it",
            next: "entente set \(path).party <party>")
    }

    /// What is to be paid back: the amount that is named, or what was put in, to those who are
    /// named or to those who put it in.
    private func goals(_ amount: Money?) throws(Finding) -> [WaterfallStep.Goal] {
        let named = try named()
        var currencies = Set(investments.map(\.money.currency)).sorted()
        if let amount { currencies = [amount.currency] }
        var goals: [WaterfallStep.Goal] = []
        for currency in currencies {
            let made = try sums(currency)
            let total = try sum(made.values)
            guard let money = amount ?? Money(currency: currency, minorUnits: total) else {
                continue
            }
            let owners = Split(TermPath(section: "commercials").appending("investments"), made)
            let split = named ?? owners
            guard !split.parties.isEmpty, money.minorUnits > 0 else { continue }
            goals.append(WaterfallStep.Goal(money: money, split: split))
        }
        guard !goals.isEmpty || amount?.minorUnits == 0 else {
            throw reading.finding(
                "nothing-to-recoup", path, "`\(path)` does not say what is paid back to whom",
                next: "Give it an amount and a party or shares, or answer commercials.investments")
        }
        return goals
    }

    /// What each party has put in; with a party named, what that one has.
    private func sums(_ currency: String) throws(Finding) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for investment in investments where investment.money.currency == currency {
            guard party == nil || investment.party == party else { continue }
            sums[investment.party] = try sum([
                sums[investment.party] ?? 0, investment.money.minorUnits,
            ])
        }
        return sums
    }

    private func sum(_ amounts: some Sequence<Int64>) throws(Finding) -> Int64 {
        var sum: Int64 = 0
        for amount in amounts {
            let (next, overflow) = sum.addingReportingOverflow(amount)
            guard !overflow, (0...Ledger.largestVolume).contains(next) else {
                throw reading.finding(
                    "too-large", path, "what `\(path)` pays back is no amount that can be counted",
                    next: "Check the amounts of commercials.investments")
            }
            sum = next
        }
        return sum
    }
}
