import Terms
import Testing

/// Each line was counted by hand on a calendar.
@Suite struct CalendarArithmeticTests {
    func day(_ text: String) throws -> CalendarDate { try CalendarDate(parsing: text) }

    @Test(arguments: [
        ("2027-01-31", "1 month", "2027-02-28"),  // the last day of a shorter month
        ("2028-01-31", "1 month", "2028-02-29"),  // in a leap year
        ("2028-02-29", "1 year", "2029-02-28"),
        ("2028-02-29", "4 years", "2032-02-29"),
        ("1896-02-29", "4 years", "1900-02-28"),  // a century without a leap day
        ("2000-02-29", "400 years", "2400-02-29"),
        ("2027-11-30", "1 quarter", "2028-02-29"),
        ("2027-12-31", "1 day", "2028-01-01"),
        ("2028-02-28", "1 day", "2028-02-29"),
        ("2027-02-28", "2 weeks", "2027-03-14"),
        ("2027-05-03", "36 hours", "2027-05-05"),  // two days have begun
        ("2027-05-03", "0 days", "2027-05-03"),
        // 3 May 2027 is a Monday.
        ("2027-05-03", "1 business day", "2027-05-04"),
        ("2027-05-03", "4 business days", "2027-05-07"),
        ("2027-05-03", "5 business days", "2027-05-10"),
        ("2027-05-07", "1 business day", "2027-05-10"),  // Friday to Monday
        ("2027-05-08", "1 business day", "2027-05-10"),  // Saturday to Monday
        ("2027-05-09", "1 business day", "2027-05-10"),  // Sunday to Monday
        ("2027-05-09", "10 business days", "2027-05-21"),
        ("2027-05-06", "3 business days", "2027-05-11"),
        ("2027-05-08", "0 business days", "2027-05-08"),
    ])
    func isDueWithin(_ from: String, _ length: String, _ expected: String) throws {
        let length = try CalendarDuration(parsing: length)
        #expect(try day(from).due(within: length) == day(expected))
    }

    @Test(arguments: [
        ("2030-01-31", "6 months", "2029-07-31"),
        ("2030-02-28", "6 months", "2029-08-31"),  // the last day of August is early enough
        ("2028-02-28", "6 months", "2027-08-28"),  // the 29th would lead to the leap day
        ("2028-02-29", "6 months", "2027-08-31"),
        ("2030-08-31", "6 months", "2030-02-28"),  // 1 March would lead to September
        ("2027-03-30", "1 month", "2027-02-28"),
        ("2027-03-31", "1 month", "2027-02-28"),
        ("2027-04-30", "1 month", "2027-03-31"),
        ("2027-12-31", "90 days", "2027-10-02"),
        ("2028-02-29", "1 year", "2027-02-28"),  // 1 March would lead past the end
        ("2029-02-28", "1 year", "2028-02-29"),
        ("2027-12-31", "1 quarter", "2027-09-30"),
        ("2027-05-10", "1 business day", "2027-05-09"),  // on Sunday there is Monday left
        ("2027-05-07", "1 business day", "2027-05-06"),
        ("2027-05-09", "1 business day", "2027-05-06"),
        ("2027-05-31", "10 business days", "2027-05-17"),  // both are Mondays
        ("2027-05-31", "0 days", "2027-05-31"),
    ])
    func canBeGivenUntil(_ end: String, _ length: String, _ expected: String) throws {
        let length = try CalendarDuration(parsing: length)
        let last = try day(end).latest(before: length)
        #expect(try last == day(expected))
        #expect(try last.due(within: length) <= day(end))
        #expect(try last == day(end) || last.adding(days: 1).due(within: length) > day(end))
    }

    @Test func holdsForAllDaysOfFourYears() throws {
        let lengths = try [
            "1 day", "30 days", "1 month", "3 months", "2 quarters", "1 year", "3 business days",
            "26 business days", "5 weeks",
        ].map { try CalendarDuration(parsing: $0) }
        let first = try day("2027-01-01")
        for number in 0..<1_461 {
            let end = first.adding(days: number)
            for length in lengths {
                let last = end.latest(before: length)
                #expect(last.due(within: length) <= end)
                #expect(last.adding(days: 1).due(within: length) > end)
            }
        }
    }

    @Test(arguments: [
        ("2027-01-31", "1 month", 1, "2027-02-28"),
        ("2027-01-31", "1 month", 2, "2027-03-31"),  // and not the 28th
        ("2027-01-31", "1 month", 3, "2027-04-30"),
        ("2027-01-31", "1 quarter", 5, "2028-04-30"),
        ("2028-02-29", "1 year", 4, "2032-02-29"),
        ("2027-02-01", "1 week", 52, "2028-01-31"),
        ("2027-02-01", "5 business days", 52, "2028-01-31"),
    ])
    func comesAgain(_ from: String, _ length: String, _ times: Int, _ expected: String) throws {
        let length = try CalendarDuration(parsing: length)
        #expect(try day(from).adding(length, times: times) == day(expected))
    }

    @Test(arguments: [
        ("2027-02-01", "1 year", "2027-02-01", 0), ("2027-02-01", "1 year", "2027-02-02", 1),
        ("2027-02-01", "1 year", "2028-02-01", 1), ("2027-02-01", "1 year", "2028-02-02", 2),
        ("2027-01-31", "1 month", "2027-02-28", 1), ("2027-01-31", "1 month", "2027-03-01", 2),
        ("2027-01-31", "1 month", "9999-12-31", 95_675), ("2027-02-01", "0 days", "2028-01-01", 0),
        ("2027-02-01", "36 hours", "2027-02-03", 1),
        ("2027-02-01", "1 day", "9999-12-31", 2_912_046),
        ("2027-05-07", "2 business days", "2027-05-12", 2),
    ])
    func countsTimes(_ from: String, _ length: String, _ to: String, _ expected: Int) throws {
        let length = try CalendarDuration(parsing: length)
        #expect(try day(from).times(length, to: day(to)) == expected)
    }

    @Test(arguments: [
        ("1970-01-01", 3), ("2027-05-03", 0), ("2027-05-09", 6), ("2028-02-29", 1),
        ("0001-01-01", 0), ("9999-12-31", 4),
    ])
    func knowsWeekdays(_ text: String, _ weekday: Int) throws {
        #expect(try day(text).weekday == weekday)
    }

    @Test func staysWithinTheCalendar() throws {
        let last = try day("9999-12-31")
        #expect(last.due(within: try CalendarDuration(parsing: "100000 years")) == last)
        #expect(last.due(within: try CalendarDuration(parsing: "100000 business days")) == last)
        let first = try day("0001-01-01")
        #expect(first.latest(before: try CalendarDuration(parsing: "100000 months")) == first)
        #expect(first.latest(before: try CalendarDuration(parsing: "3 business days")) == first)
    }
}
