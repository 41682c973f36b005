import Terms
import Testing

struct CurrencyUnknownTests {
    private func said(_ currency: String) -> [String] {
        TermsTests.said(
            "currency-unknown", .commercials,
            """
            streams:
              - {id: a, kind: services, base: net, shares: {contoso: 50%, northwind: 50%}, \
            currency: \(currency)}

            """)
    }

    @Test func knowsCurrencies() {
        #expect(said("EUR").isEmpty)
        #expect(said("JPY").isEmpty)
    }

    @Test(arguments: ["Euro", "eur", "EURO", "XXX"])
    func knowsNoOthers(currency: String) {
        #expect(
            said(currency) == [
                "commercials.streams.a.currency: `\(currency)` is not an ISO 4217 currency"
            ])
    }
}
