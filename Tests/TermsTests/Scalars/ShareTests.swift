import Terms
import Testing

struct ShareTests {
    @Test(arguments: [
        ("62.5%", 6_250, "62.5%"), ("100%", 10_000, "100%"), ("0%", 0, "0%"),
        ("0.01%", 1, "0.01%"), ("100.00%", 10_000, "100%"), ("33.33%", 3_333, "33.33%"),
        ("50.10%", 5_010, "50.1%"), ("7%", 700, "7%"),
    ])
    func reads(text: String, basisPoints: Int, written: String) throws {
        let share = try Share(parsing: text)
        #expect(share.basisPoints == basisPoints)
        #expect(share.description == written)
    }

    @Test(arguments: ["", "%", "62.5", "62,5%", "62.5 %", "62.5%%", "half", "1/2", "0x10%", " 5%"])
    func refusesOtherForms(text: String) {
        #expect(throws: ScalarError("`\(text)` is not a share; write it like 62.5%")) {
            try Share(parsing: text)
        }
    }

    @Test(arguments: ["100.01%", "101%", "-0.01%", "-5%", "92233720368547758.07%"])
    func staysBetween0And100(text: String) {
        #expect(throws: ScalarError("`\(text)` is not between 0% and 100%")) {
            try Share(parsing: text)
        }
    }

    @Test func saysThatAHugeShareIsTooLarge() {
        #expect(throws: ScalarError("`9223372036854775807%` is not between 0% and 100%")) {
            try Share(parsing: "9223372036854775807%")
        }
    }

    @Test func hasNothingFinerThanABasisPoint() {
        #expect(
            throws: ScalarError("`33.333%` has more than two decimals; the finest share is 0.01%")
        ) {
            try Share(parsing: "33.333%")
        }
    }

    @Test(arguments: [
        (-50, "-0.5%"), (10_001, "100.01%"), (1_234_500, "12345%"), (5, "0.05%"), (-1, "-0.01%"),
    ])
    func writesAnyPercentage(basisPoints: Int, text: String) {
        #expect(Share.percent(basisPoints) == text)
    }

    @Test func comparesAndBounds() {
        #expect(Share(basisPoints: 10_001) == nil)
        #expect(Share(basisPoints: -1) == nil)
        #expect(Share(basisPoints: 10_000) == .whole)
        #expect(Share(basisPoints: 1).map { $0 < .whole } == true)
    }
}
