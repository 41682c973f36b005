import Redline
import Terms
import Testing

@Suite("Differences of figures")
struct DifferenceTests {
    static func text(_ old: String, _ new: String, as type: FieldType) throws -> String? {
        Difference(
            from: try ScalarReader.read(old, as: type), to: try ScalarReader.read(new, as: type))?
            .text
    }

    @Test(
        "say how much, in the unit of the figure",
        arguments: [
            ("EUR 20,000.00", "EUR 25000", "+EUR 5,000.00 (+25%)"),
            ("EUR 3.00", "EUR 2.00", "-EUR 1.00 (-33.3%)"),
            ("JPY 100000", "JPY 1100000", "+JPY 1,000,000 (+1,000%)"),
            ("EUR 0.00", "EUR 5.00", "+EUR 5.00"),
            ("EUR 1,000,000.00", "EUR 1,000,000.01", "+EUR 0.01"),
        ])
    func money(old: String, new: String, expected: String) throws {
        #expect(try Self.text(old, new, as: .money) == expected)
    }

    @Test("of two currencies are none")
    func currencies() throws {
        #expect(try Self.text("EUR 1", "USD 1", as: .money) == nil)
    }

    @Test(
        "of shares are percentage points",
        arguments: [
            ("30%", "25%", "-5 percentage points"), ("30%", "31%", "+1 percentage point"),
            ("30%", "30.25%", "+0.25 percentage points"),
            ("0%", "62.5%", "+62.5 percentage points"), ("90%", "80%", "-10 percentage points"),
        ])
    func shares(old: String, new: String, expected: String) throws {
        #expect(try Self.text(old, new, as: .share) == expected)
    }

    @Test("of durations count in their unit, and are none between two units")
    func durations() throws {
        #expect(try Self.text("30 days", "60 days", as: .duration) == "+30 days")
        #expect(
            try Self.text("3 business days", "2 business days", as: .duration)
                == "-1 business day")
        #expect(try Self.text("30 days", "1 month", as: .duration) == nil)
    }

    @Test("of dates are days")
    func dates() throws {
        #expect(try Self.text("2027-02-28", "2027-03-01", as: .date) == "+1 day")
        #expect(try Self.text("2028-03-30", "2028-02-29", as: .date) == "-30 days")
    }

    @Test("of quantities want the same unit")
    func quantities() throws {
        #expect(
            try Self.text("40 customers", "50 customers", as: .quantity)
                == "+10 customers (+25%)")
        #expect(try Self.text("40 customers", "50 people", as: .quantity) == nil)
        #expect(try Self.text("98%", "98.5%", as: .quantity) == "+0.5 percentage points")
        #expect(try Self.text("4.5", "4", as: .quantity) == "-0.5 (-11.1%)")
        #expect(try Self.text("EUR 1", "EUR 2", as: .quantity) == "+EUR 1.00 (+100%)")
        #expect(try Self.text("EUR 1", "2", as: .quantity) == nil)
    }

    @Test("of the largest figures don't overflow")
    func extremes() throws {
        let range = Int64.min...Int64.max
        #expect(
            Difference(from: .integer(.min), to: .integer(.max))?.text
                == "+18,446,744,073,709,551,615")
        #expect(
            Difference(from: .integer(.max), to: .integer(.min))?.text.hasPrefix(
                "-18,446,744,073,709,551,615 (-200%)") == true)
        #expect(
            try Self.text("1", "9223372036854775807", as: .integer(range))?.hasPrefix("+9,223")
                == true)
    }
}
