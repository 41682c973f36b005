import Settlement
import Terms
import Testing

/// Years and settlement periods, checked on a wall calendar.
@Suite struct CalendarTests {
    @Test(
        "years of the agreement",
        arguments: [
            ("2027-02-01", "2027-02-01", 1), ("2027-02-01", "2028-01-31", 1),
            ("2027-02-01", "2028-02-01", 2), ("2028-02-29", "2029-02-27", 1),
            ("2028-02-29", "2029-02-28", 2), ("2028-02-29", "2032-02-28", 4),
            ("2028-02-29", "2032-02-29", 5), ("2027-02-01", "2027-01-31", 0),
        ])
    func years(start: String, date: String, year: Int) throws {
        let calendar = try #require(SettlementCalendar(starts: day(start), frequency: nil))
        #expect(try calendar.year(of: day(date)) == year)
    }

    @Test(
        "settlement periods",
        arguments: [
            ("1 quarter", "2027-04-30", "2027-02-01", "2027-04-30"),
            ("1 quarter", "2028-01-01", "2027-11-01", "2028-01-31"),
            ("1 month", "2027-03-01", "2027-03-01", "2027-03-31"),
            ("2 weeks", "2027-02-14", "2027-02-01", "2027-02-14"),
            ("2 weeks", "2027-02-15", "2027-02-15", "2027-02-28"),
            ("1 year", "2029-01-31", "2028-02-01", "2029-01-31"),
            ("10 days", "2027-02-11", "2027-02-11", "2027-02-20"),
        ])
    func periods(frequency: String, date: String, first: String, last: String) throws {
        let calendar = try #require(
            SettlementCalendar(
                starts: day("2027-02-01"), frequency: CalendarDuration(parsing: frequency)))
        let span = calendar.span(ofPeriod: try calendar.period(of: day(date)))
        #expect("\(span.first) \(span.last)" == "\(first) \(last)")
    }

    @Test("an agreement of the last day of a month")
    func monthEnds() throws {
        let calendar = try #require(
            SettlementCalendar(
                starts: day("2027-10-31"), frequency: CalendarDuration(parsing: "1 month")))
        let spans = (0..<5).map { calendar.span(ofPeriod: $0).first.description }
        #expect(spans == ["2027-10-31", "2027-11-30", "2027-12-31", "2028-01-31", "2028-02-29"])
    }

    @Test(
        "each day is in exactly one period and one year",
        arguments: ["1 month", "3 weeks", "9 days"])
    func partition(frequency: String) throws {
        let start = try day("2027-01-31")
        let calendar = try #require(
            SettlementCalendar(starts: start, frequency: CalendarDuration(parsing: frequency)))
        for number in start.dayNumber..<(start.dayNumber + 1_500) {
            let date = CalendarDate(dayNumber: number)
            let period = calendar.span(ofPeriod: calendar.period(of: date))
            let year = calendar.span(ofYear: calendar.year(of: date))
            #expect(period.first <= date && date <= period.last, "\(date)")
            #expect(year.first <= date && date <= year.last, "\(date)")
        }
    }

    @Test("without a start, years are those of the calendar")
    func noStart() throws {
        let calendar = try #require(SettlementCalendar(starts: nil, frequency: nil))
        #expect(try calendar.year(of: day("2027-12-31")) == 2027)
        #expect(calendar.span(ofYear: 2027).first == (try day("2027-01-01")))
    }
}
