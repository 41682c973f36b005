import Terms
import Testing

struct StreamDivisionTests {
    private func said(_ stream: String, then waterfall: String = "") -> [String] {
        TermsTests.said(
            "stream-division", .commercials,
            "streams:\n  - {id: fee, kind: services, base: net\(stream)}\n" + waterfall)
    }

    private let shares = "shares: {contoso: 50%, northwind: 50%}"

    @Test func acceptsOneDivision() {
        #expect(said(", \(shares)").isEmpty)
        #expect(said(", tiers: [{id: a, from: EUR 0, \(shares)}]").isEmpty)
        #expect(said(", years: [{id: a, from: 1, \(shares)}]").isEmpty)
        #expect(said(", \(shares), years: [{id: a, from: 2, \(shares)}]").isEmpty)
    }

    @Test func wantsOne() {
        #expect(
            said("") == [
                "commercials.streams.fee: `fee` does not say who receives which part"
            ])
        #expect(said("", then: "waterfall: [{id: rest, step: split, \(shares)}]\n").isEmpty)
        #expect(said("", then: "waterfall: [{id: rest, step: splits, \(shares)}]\n").isEmpty)
    }

    @Test func wantsNoTwo() {
        let both = """
            , tiers: [{id: a, from: EUR 0, \(shares)}], years: [{id: a, from: 1, \(shares)}]
            """
        #expect(
            said(both) == [
                "commercials.streams.fee: `fee` has tiers and years, and nobody can tell which of "
                    + "them divides"
            ])
    }
}
