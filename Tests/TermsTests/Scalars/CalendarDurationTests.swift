import Terms
import Testing

struct CalendarDurationTests {
    @Test(arguments: [
        ("1 hour", 1, CalendarDuration.Unit.hour), ("24 hours", 24, .hour), ("14 days", 14, .day),
        ("1 day", 1, .day), ("1 business day", 1, .businessDay),
        ("10 business days", 10, .businessDay), ("2 weeks", 2, .week), ("6 months", 6, .month),
        ("1 quarter", 1, .quarter), ("2 years", 2, .year), ("0 days", 0, .day),
        ("100000 years", 100_000, .year),
    ])
    func reads(text: String, count: Int, unit: CalendarDuration.Unit) throws {
        let duration = try CalendarDuration(parsing: text)
        #expect(duration.count == count)
        #expect(duration.unit == unit)
        #expect(duration.description == text)
    }

    @Test(arguments: [
        ("1 days", "1 day"), ("2 day", "2 days"), ("1 business days", "1 business day"),
    ])
    func writesSingularAndPlural(text: String, written: String) throws {
        #expect(try CalendarDuration(parsing: text).description == written)
    }

    @Test(arguments: [
        "", "14", "days", "14days", "-1 days", "+1 days", "1.5 years", "1,000 days", "100001 days",
        "99999999999999999999 days", "a few days", " 14 days", "١٤ days",
    ])
    func refusesOtherForms(text: String) {
        let example = "write it like 14 days, 10 business days, 6 months or 2 years"
        #expect(throws: ScalarError("`\(text)` is not a duration; \(example)")) {
            try CalendarDuration(parsing: text)
        }
    }

    @Test(arguments: [
        ("14 fortnights", "fortnights"), ("14 Days", "Days"), ("14  days", " days"),
        ("14 days ", "days "), ("14 ", ""), ("1 businessday", "businessday"), ("2 dayss", "dayss"),
        ("2 s", "s"),
    ])
    func refusesOtherUnits(text: String, word: String) {
        let example = "write it like 14 days, 10 business days, 6 months or 2 years"
        #expect(throws: ScalarError("`\(word)` is not a unit of time; \(example)")) {
            try CalendarDuration(parsing: text)
        }
    }
}
