import Settlement
import Terms
import Testing

/// What holds for whatever the terms and the revenue are.
@Suite struct PropertyTests {
    private func sums(_ distribution: Distribution) -> [Recipient: Int64] {
        var sums: [Recipient: Int64] = [:]
        for part in distribution.totals.flatMap(\.parts) {
            sums[part.recipient, default: 0] += part.amount
        }
        return sums
    }

    @Test("parts sum to the whole, in each line and in all", arguments: 0..<100 as Range<UInt64>)
    func whole(seed: UInt64) throws {
        var make = RandomCommercials(seed: seed)
        let (streams, text) = make.commercials()
        let revenue = try make.revenue(30, of: streams)
        let distribution = try settle(try terms(text), revenue)
        for line in distribution.lines {
            #expect(line.parts.reduce(0) { $0 + $1.amount } == line.amount)
            #expect(line.sources.reduce(0) { $0 + $1.amount } == line.amount)
        }
        #expect(
            sums(distribution).values.reduce(0, +)
                == revenue.reduce(0) { $0 + $1.money.minorUnits })
        #expect(
            distribution.totals.map(\.whole).reduce(0, +) == sums(distribution).values.reduce(0, +))
    }

    @Test("the order of the lines makes no difference", arguments: 0..<60 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var make = RandomCommercials(seed: seed)
        let (streams, text) = make.commercials()
        let terms = try terms(text)
        let revenue = try make.revenue(30, of: streams)
        let shuffled = revenue.shuffled(using: &make.random)
        #expect(try settle(terms, revenue) == settle(terms, shuffled))
    }

    @Test("a line in two parts makes no difference", arguments: 0..<60 as Range<UInt64>)
    func parts(seed: UInt64) throws {
        var make = RandomCommercials(seed: seed)
        let (streams, text) = make.commercials()
        let terms = try terms(text)
        let revenue = try make.revenue(20, of: streams)
        var parted: [Revenue] = []
        for line in revenue {
            let amount = line.money.minorUnits
            // Both parts are refunds, or none is, and hold their own tax.
            let cut = amount < -1 ? -1 : amount / 3
            var first = line
            var second = line
            first.money = try #require(Money(currency: "EUR", minorUnits: cut))
            second.money = try #require(Money(currency: "EUR", minorUnits: amount - cut))
            first.tax = cut == 0 || line.tax == 0 ? 0 : line.tax.signum()
            second.tax = line.tax - first.tax
            first.costs = line.costs / 7
            second.costs = line.costs - first.costs
            parted += amount == -1 ? [line] : [first, second]
        }
        let (one, two) = (try settle(terms, revenue), try settle(terms, parted))
        #expect(one.totals == two.totals)
        #expect(one.lines == two.lines)
        #expect(one.notes == two.notes)
    }

    /// Lets one line after the other grow. Where three or more share, one of them may get a unit
    /// less of a larger whole: largest remainders do that (the paradox of Alabama).
    private func expectMonotone(_ make: inout RandomCommercials, allowing units: Int64) throws {
        let (streams, text) = make.commercials()
        let terms = try terms(text)
        var revenue = try make.revenue(12, of: streams, refunds: false)
        var before = sums(try settle(terms, revenue))
        for _ in 0..<20 {
            let index = make.number(0...(revenue.count - 1))
            let more = Int64(make.chance(50) ? make.number(1...9) : make.number(1...20_000))
            revenue[index].money = try #require(
                Money(currency: "EUR", minorUnits: revenue[index].money.minorUnits + more))
            let after = sums(try settle(terms, revenue))
            for (recipient, amount) in before {
                let now = after[recipient] ?? 0
                #expect(now >= amount - units, "\(recipient) falls by \(amount - now)")
            }
            before = after
        }
    }

    @Test(
        "nobody receives less when revenue grows: two parties",
        arguments: 0..<50 as Range<UInt64>)
    func monotoneOfTwo(seed: UInt64) throws {
        var make = RandomCommercials(seed: seed, parties: 2, streams: 1)
        try expectMonotone(&make, allowing: 0)
    }

    @Test(
        "nobody receives less when revenue grows, but for a unit or two among three",
        arguments: 100..<150 as Range<UInt64>)
    func monotoneOfThree(seed: UInt64) throws {
        var make = RandomCommercials(seed: seed)
        try expectMonotone(&make, allowing: 2)
    }
}
