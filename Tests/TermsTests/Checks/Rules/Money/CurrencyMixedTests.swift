import Terms
import Testing

struct CurrencyMixedTests {
    private let settlement = "settlement: {frequency: 1 month, pay-within: 30 days"

    private func found(_ text: String) -> [Finding] {
        TermsTests.found("currency-mixed", in: [.commercials: text])
    }

    private func stream(_ id: String, _ rest: String) -> String {
        """
          - {id: \(id), kind: services, base: net, shares: {contoso: 50%, northwind: 50%}, \(rest)}

        """
    }

    @Test func acceptsOneCurrency() {
        let streams = "streams:\n" + stream("a", "currency: EUR, floor: EUR 9")
        #expect(found(streams + "pipeline: {target: EUR 500}\n").isEmpty)
    }

    @Test func findsTwoInAStream() {
        let streams =
            "streams:\n" + stream("a", "currency: EUR, cap: USD 9")
            + stream("b", "floor: CHF 1, cap: EUR 9")
        // A rule of conversion does not help within a stream.
        for rest in ["", settlement + ", conversion: At the daily rate.}\n"] {
            let found = found(streams + rest)
            #expect(
                found.map(\.said) == [
                    "commercials.streams.a.cap: `a` is in EUR, and this amount is in USD",
                    "commercials.streams.b.cap: `b` is in CHF, and this amount is in EUR",
                ])
            #expect(found.first?.counted == "cap USD 9.00")
        }
    }

    @Test func wantsARuleOfConversion() {
        let text =
            "pipeline: {target: EUR 500}\nmarketing: {budget: EUR 10}\nstreams:\n"
            + stream("a", "currency: USD")
        let found = found(text)
        #expect(
            found.map(\.said) == [
                "commercials.streams.a.currency: there are amounts in EUR and in USD, and nothing "
                    + "says how one is converted into the other"
            ])
        #expect(found.first?.counted == "EUR 2 times, USD 1 time")
        #expect(self.found(text + settlement + ", conversion: At the daily rate.}\n").isEmpty)
        #expect(self.found(text + "settlement: {conversion: At the daily rate.}\n").isEmpty)
    }
}
