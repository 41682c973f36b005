import Terms
import Testing

struct TiersOverlapTests {
    private let shares = "shares: {contoso: 50%, northwind: 50%}"

    private func said(_ steps: String) -> [String] {
        TermsTests.said(
            "tiers-overlap", .commercials,
            "streams:\n  - {id: fee, kind: services, base: net, \(steps)}\n")
    }

    @Test func acceptsStepsThatFollowEachOther() {
        #expect(
            said("tiers: [{id: a, from: EUR 0, \(shares)}, {id: b, from: EUR 9, \(shares)}]")
                .isEmpty)
    }

    @Test func findsTwins() {
        #expect(
            said("tiers: [{id: a, from: EUR 0, \(shares)}, {id: b, from: EUR 0.00, \(shares)}]")
                == [
                    "commercials.streams.fee.tiers.b.from: `a` and `b` of `fee` both begin at EUR 0.00"
                ])
        #expect(
            said(
                "years: [{id: a, from: 1, \(shares)}, {id: b, from: 3, \(shares)}, {id: c, from: 3, \(shares)}]"
            )
                == [
                    "commercials.streams.fee.years.c.from: `b` and `c` of `fee` both begin at year 3"
                ])
    }
}
