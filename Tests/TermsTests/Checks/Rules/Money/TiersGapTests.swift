import Terms
import Testing

struct TiersGapTests {
    private let shares = "shares: {contoso: 50%, northwind: 50%}"

    private func found(_ steps: String) -> [Finding] {
        TermsTests.found(
            "tiers-gap",
            in: [
                .commercials: """
                streams:
                  - id: fee
                    kind: services
                    base: net
                    \(steps)

                """
            ])
    }

    @Test func acceptsStepsFromTheBeginning() {
        #expect(found("tiers: [{id: a, from: EUR 0, \(shares)}]").isEmpty)
        #expect(found("years: [{id: b, from: 4, \(shares)}, {id: a, from: 1, \(shares)}]").isEmpty)
        #expect(found("{tiers: [{id: a, from: EUR 9, \(shares)}], \(shares)}").isEmpty)
    }

    @Test func findsAGapBeforeTheFirst() {
        let tiers = found(
            "tiers: [{id: b, from: EUR 9000, \(shares)}, {id: a, from: EUR 500, \(shares)}]")
        #expect(
            tiers.map(\.said) == [
                "commercials.streams.fee.tiers.a.from: the first step of `fee` begins at "
                    + "EUR 500.00, and nothing divides what comes before"
            ])
        #expect(
            tiers.map(\.next) == [
                "Let the first step begin at EUR 0, or give the stream shares as well"
            ])
        let years = found("years: [{id: a, from: 2, \(shares)}]")
        #expect(years.first?.message.contains("begins at year 2,") == true)
        #expect(years.first?.place == "commercials.yaml:5:27")
    }

    @Test func leavesAloneWhatCouldNotBeRead() {
        #expect(
            found("tiers: [{id: a, from: EUR x, \(shares)}, {id: b, from: EUR 9, \(shares)}]")
                .isEmpty)
    }
}
