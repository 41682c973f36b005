internal import Terms

/// Reads a stream, and refuses what can be read in two ways.
struct StreamReading {
    let reading: TermsReading
    let path: TermPath
    /// The shares of the final split, for streams without their own.
    let finalShares: Split?

    func stream() throws(Finding) -> StreamTerms {
        let currency = try currency()
        let division = try division()
        let stream = StreamTerms(
            id: path.last, path: path,
            base: reading.text(path.appending("base")).flatMap(StreamTerms.Base.init) ?? .gross,
            currency: currency, division: division,
            floor: try bound("floor", "floor-for", division),
            cap: try bound("cap", "cap-for", division), clawback: clawback())
        if let floor = stream.floor, let cap = stream.cap, floor.party == cap.party,
            floor.money.minorUnits > cap.money.minorUnits
        {
            throw reading.finding(
                "floor-above-cap", floor.path,
                "`\(floor.party)` can't receive at least \(floor.money) and at most \(cap.money)",
                next: "Change one of them, or say with floor-for and cap-for whom each is for")
        }
        return stream
    }

    // MARK: Who receives which part

    private func division() throws(Finding) -> StreamTerms.Division {
        let shares = reading.split(path.appending("shares"))
        let tiers = reading.items(path.appending("tiers"))
        let years = reading.items(path.appending("years"))
        guard tiers.isEmpty || years.isEmpty else {
            throw reading.finding(
                "tiers-and-years", path.appending("years"),
                "`\(path)` has tiers and years, and nobody can tell which of them divides",
                next: "Keep one of them, or make two streams")
        }
        if !tiers.isEmpty { return .byAmount(try steps(tiers, shares, lowest: 0)) }
        if !years.isEmpty { return .byYear(try steps(years, shares, lowest: 1)) }
        guard let shares = shares ?? finalShares else {
            throw reading.finding(
                "no-shares", path, "`\(path)` does not say who receives which part",
                next: "entente set \(path).shares \"{...: 50%, ...: 50%}\"")
        }
        return .always(shares)
    }

    /// The steps from the lowest on; below the first one, the shares of the stream count.
    private func steps(
        _ items: [TermPath], _ shares: Split?, lowest: Int64
    ) throws(Finding) -> [StreamTerms.Step] {
        var steps: [StreamTerms.Step] = []
        for item in items {
            let from = item.appending("from")
            let amount = try reading.amount(from)
            let start = amount?.minorUnits ?? reading.integer(from)
            guard let start, let split = reading.split(item.appending("shares")) else { continue }
            guard !steps.contains(where: { $0.from == start }) else {
                throw reading.finding(
                    "same-start", from, "two steps of `\(path)` begin at the same point",
                    next: "Give each of them its own `from`")
            }
            steps.append(StreamTerms.Step(from: start, split: split))
        }
        steps.sort { $0.from < $1.from }
        if let first = steps.first, first.from > lowest {
            guard let shares else {
                throw reading.finding(
                    "gap", items[0].parent ?? path,
                    "`\(path)` does not say who receives what comes before its first step",
                    next: "Let the first step begin at \(lowest), or add shares to the stream")
            }
            steps.insert(StreamTerms.Step(from: lowest, split: shares), at: 0)
        }
        return steps
    }

    // MARK: Bounds, claw-back, currency

    private func bound(
        _ field: String, _ recipient: String, _ division: StreamTerms.Division
    ) throws(Finding) -> StreamTerms.Bound? {
        let place = path.appending(field)
        guard let money = try reading.amount(place) else { return nil }
        let parties = division.parties
        let named = reading.text(path.appending(recipient))
        if let named, !parties.contains(named) {
            throw reading.finding(
                "no-share", path.appending(recipient), "`\(named)` has no share in `\(path)`",
                next: "Name one of \(parties.joined(separator: ", "))")
        }
        guard let party = named ?? division.smallestHolder else {
            throw reading.finding(
                "whose-bound", place,
                "`\(place)` does not say for whom, and nobody has the smallest share throughout",
                next: "entente set \(path).\(recipient) <party>")
        }
        guard parties.count > 1 || field == "floor" else {
            throw reading.finding(
                "whose-bound", place,
                "`\(party)` is alone in `\(path)`, so nobody receives the rest",
                next: "Give somebody else a share, or delete the bound")
        }
        return StreamTerms.Bound(path: place, money: money, party: party, isNamed: named != nil)
    }

    private func clawback() -> StreamTerms.Clawback? {
        let place = path.appending("clawback")
        guard let within = reading.duration(place.appending("within")) else { return nil }
        return StreamTerms.Clawback(
            path: place, within: within,
            share: reading.share(place.appending("share")) ?? .whole)
    }

    /// The currency that is named, or that the amounts of the stream have.
    private func currency() throws(Finding) -> String? {
        let place = path.appending("currency")
        let named = reading.text(place)
        if let named, Currency.minorDigits(of: named) == nil {
            throw reading.finding(
                "unknown-currency", place,
                "`\(TextRules.visible(named))` is not an ISO 4217 currency",
                next: "Write it like EUR")
        }
        let amounts =
            reading.items(path.appending("tiers")).map { $0.appending("from") }
            + [path.appending("floor"), path.appending("cap")]
        var currency = named
        for amount in amounts {
            guard let money = reading.money(amount) else { continue }
            if let currency, currency != money.currency {
                throw reading.finding(
                    "mixed-currencies", amount,
                    "`\(amount)` is in \(money.currency), and the stream is in \(currency)",
                    next: "Use one currency in a stream")
            }
            currency = money.currency
        }
        return currency
    }
}
