import Terms
import Testing

struct QuantityTests {
    @Test(arguments: [
        ("42 customers", Int64(42), 0, "customers", "42 customers"),
        ("98.5%", 985, 1, "%", "98.5%"), ("5 %", 5, 0, "%", "5%"), ("4.5", 45, 1, "", "4.5"),
        (
            "2,400 technicians in the field", 2_400, 0, "technicians in the field",
            "2,400 technicians in the field"
        ),
        ("-3 points", -3, 0, "points", "-3 points"), ("0", 0, 0, "", "0"),
        ("1000 m²", 1_000, 0, "m²", "1,000 m²"), ("250%", 250, 0, "%", "250%"),
    ])
    func readsNumbers(
        text: String, mantissa: Int64, scale: Int, unit: String, written: String
    ) throws {
        let quantity = try Quantity(parsing: text)
        let number = DecimalNumber(mantissa: mantissa, scale: scale)
        #expect(quantity == .number(number, unit: unit))
        #expect(quantity.description == written)
        #expect(try Quantity(parsing: written) == quantity)
    }

    @Test func readsMoney() throws {
        let money = try Money(parsing: "EUR 2,000,000")
        #expect(try Quantity(parsing: "EUR 2,000,000") == .money(money))
        #expect(Quantity.money(money).description == "EUR 2,000,000.00")
    }

    @Test func judgesMoneyAsMoney() {
        #expect(throws: ScalarError("EUR has 2 decimal places, `1.5` has 1")) {
            try Quantity(parsing: "EUR 1.5")
        }
        #expect(throws: ScalarError.self) { try Quantity(parsing: "EUR") }
    }

    @Test(arguments: [
        "", "many", "1e3", "0x10", "12:30", "5 ", "customers 42", "1,00 customers", "5customers",
        "5%%", "- 5", "EURO 5", "½",
    ])
    func refusesOtherForms(text: String) {
        let example = "write it like EUR 2,000,000, 98.5% or 42 customers"
        #expect(throws: ScalarError("`\(text)` is not a figure; \(example)")) {
            try Quantity(parsing: text)
        }
    }

    /// A block scalar ends in a line break, which must not become part of the unit.
    @Test(arguments: ["42 customers\n", "42 cus\ntomers", "42  customers", "42 customers "])
    func keepsWhiteSpaceOutOfTheUnit(text: String) {
        #expect(throws: ScalarError.self) { try Quantity(parsing: text) }
    }
}
