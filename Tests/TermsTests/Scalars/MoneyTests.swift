import Terms
import Testing

struct MoneyTests {
    @Test(arguments: [
        ("EUR 25,000.00", "EUR", Int64(2_500_000), "EUR 25,000.00"),
        ("EUR 25000", "EUR", 2_500_000, "EUR 25,000.00"),
        ("EUR 25,000", "EUR", 2_500_000, "EUR 25,000.00"),
        ("EUR 25000.50", "EUR", 2_500_050, "EUR 25,000.50"),
        ("EUR 0", "EUR", 0, "EUR 0.00"), ("EUR 0.01", "EUR", 1, "EUR 0.01"),
        ("EUR 999", "EUR", 99_900, "EUR 999.00"),
        ("EUR -1,000.05", "EUR", -100_005, "EUR -1,000.05"),
        ("JPY 25,000", "JPY", 25_000, "JPY 25,000"), ("JPY 1", "JPY", 1, "JPY 1"),
        ("BHD 1.234", "BHD", 1_234, "BHD 1.234"), ("BHD 5", "BHD", 5_000, "BHD 5.000"),
        ("USD 1,234,567.89", "USD", 123_456_789, "USD 1,234,567.89"),
    ])
    func reads(text: String, currency: String, minorUnits: Int64, written: String) throws {
        let money = try Money(parsing: text)
        #expect(money == Money(currency: currency, minorUnits: minorUnits))
        #expect(money.description == written)
        #expect(try Money(parsing: written) == money)
    }

    @Test func reachesTheLimitsOf64Bits() throws {
        let most = try Money(parsing: "EUR 92,233,720,368,547,758.07")
        #expect(most.minorUnits == .max)
        #expect(most.description == "EUR 92,233,720,368,547,758.07")
        #expect(try Money(parsing: "JPY 9223372036854775807").minorUnits == .max)
        #expect(try Money(parsing: "EUR -92233720368547758.07").minorUnits == -Int64.max)
        let least = try #require(Money(currency: "EUR", minorUnits: .min))
        #expect(least.description == "EUR -92,233,720,368,547,758.08")
        #expect(throws: ScalarError("`EUR 92233720368547759` is too large an amount")) {
            try Money(parsing: "EUR 92233720368547759")
        }
        #expect(throws: ScalarError("`EUR 9223372036854775807` is too large an amount")) {
            try Money(parsing: "EUR 9223372036854775807")
        }
        #expect(throws: ScalarError.self) { try Money(parsing: "EUR 92233720368547758.08") }
        #expect(throws: ScalarError.self) { try Money(parsing: "JPY 9223372036854775808") }
    }

    @Test(arguments: [
        ("JPY 1.00", "JPY has 0 decimal places, `1.00` has 2"),
        ("EUR 1.5", "EUR has 2 decimal places, `1.5` has 1"),
        ("EUR 1.500", "EUR has 2 decimal places, `1.500` has 3"),
        ("BHD 1.50", "BHD has 3 decimal places, `1.50` has 2"),
    ])
    func wantsAllDecimalsOrNone(text: String, message: String) {
        #expect(throws: ScalarError(message)) { try Money(parsing: text) }
    }

    @Test(arguments: [
        "2,50", "1,00,000", ",100", "100,", "1,,000", "1000,000", "1,000,00.00", "1.000,00",
        "1e3", "0x10", "1_000", ".50", "1.", "--1", "+1", "٥", "", "-", "1.0000000000", "1.2.3",
        "1,2345",
    ])
    func refusesWrongDigits(amount: String) {
        #expect(throws: ScalarError("`\(amount)` is not an amount; write it like EUR 25,000.00")) {
            try Money(parsing: "EUR \(amount)")
        }
    }

    @Test(arguments: ["", "EUR", "25000", "EUR  25", " EUR 25", "EUR 25 ", "EUR 25 000", "25EUR"])
    func refusesOtherForms(text: String) {
        #expect(
            throws: ScalarError("`\(text)` is not an amount of money; write it like EUR 25,000.00")
        ) {
            try Money(parsing: text)
        }
    }

    @Test(arguments: ["EURO", "eur", "€", "XXX", "25", "DEM", "XAU"])
    func refusesOtherCurrencies(code: String) {
        let message = "`\(code)` is not an ISO 4217 currency; write it like EUR 25,000.00"
        #expect(throws: ScalarError(message)) { try Money(parsing: "\(code) 25") }
        #expect(Money(currency: code, minorUnits: 1) == nil)
    }

    @Test(arguments: [("EUR", 2), ("JPY", 0), ("BHD", 3), ("CLP", 0), ("TND", 3), ("CHF", 2)])
    func knowsMinorUnits(code: String, digits: Int) {
        #expect(Currency.minorDigits(of: code) == digits)
    }
}
