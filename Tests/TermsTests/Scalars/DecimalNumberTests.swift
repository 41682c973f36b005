import Terms
import Testing

struct DecimalNumberTests {
    @Test(arguments: [
        ("0", Int64(0), 0, "0"), ("-1,234.50", -123_450, 2, "-1,234.50"), ("12", 12, 0, "12"),
        ("1234", 1_234, 0, "1,234"), ("0.000000001", 1, 9, "0.000000001"),
        ("9223372036854775807", .max, 0, "9,223,372,036,854,775,807"),
        ("-0.5", -5, 1, "-0.5"), ("100,000", 100_000, 0, "100,000"),
    ])
    func reads(text: String, mantissa: Int64, scale: Int, written: String) throws {
        let number = try #require(DecimalNumber(grouped: text))
        #expect(number.mantissa == mantissa)
        #expect(number.scale == scale)
        #expect(number.description == written)
    }

    @Test(arguments: [
        "", "-", ".", "1.", ".1", "1.2.3", "1,23", "1,2345", "1234,567", ",123", "1,", "+1", "1e3",
        " 1", "1 ", "9223372036854775808", "0.0000000001", "1.1,000", "१२",
    ])
    func refuses(text: String) {
        #expect(DecimalNumber(grouped: text) == nil)
    }

    /// `0,050` is a decimal comma far more likely than a grouped fifty.
    @Test(arguments: ["0,050", "00,125", "-0,500"])
    func refusesGroupsAfterALeadingZero(text: String) {
        #expect(DecimalNumber(grouped: text) == nil)
    }

    @Test func changesScaleWithoutLoss() {
        #expect(DecimalNumber(mantissa: 15, scale: 1).units(scale: 3) == 1_500)
        #expect(DecimalNumber(mantissa: 1_500, scale: 3).units(scale: 1) == 15)
        #expect(DecimalNumber(mantissa: 155, scale: 2).units(scale: 1) == nil)
        #expect(DecimalNumber(mantissa: .max, scale: 0).units(scale: 1) == nil)
        #expect(DecimalNumber(mantissa: .min, scale: 0).units(scale: 0) == .min)
    }

    @Test func writesExtremes() {
        let least = DecimalNumber(mantissa: .min, scale: 9)
        #expect(least.grouped == "-9,223,372,036.854775808")
        #expect(DecimalNumber(mantissa: 5, scale: 3).grouped == "0.005")
    }
}
