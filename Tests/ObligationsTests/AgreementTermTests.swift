import Obligations
import Terms
import Testing

/// Each line was counted by hand on a calendar.
@Suite struct AgreementTermTests {
    func term(
        _ ends: String?, _ renewal: AgreementTerm.Renewal, _ period: String?, notice: String?
    ) throws -> AgreementTerm {
        AgreementTerm(
            starts: try day("2027-02-01"), ends: try ends.map(day), renewal: renewal,
            period: try period.map { try CalendarDuration(parsing: $0) },
            notice: try notice.map { try CalendarDuration(parsing: $0) })
    }

    @Test(arguments: [
        // The first term, a renewal of one year at a time, six months of notice.
        ("2030-01-31", "1 year", "6 months", "2027-02-01", 0, "2030-01-31", "2029-07-31"),
        ("2030-01-31", "1 year", "6 months", "2030-01-31", 0, "2030-01-31", "2029-07-31"),
        ("2030-01-31", "1 year", "6 months", "2030-02-01", 1, "2031-01-31", "2030-07-31"),
        ("2030-01-31", "1 year", "6 months", "2031-01-31", 1, "2031-01-31", "2030-07-31"),
        ("2030-01-31", "1 year", "6 months", "2130-02-01", 101, "2131-01-31", "2130-07-31"),
        // The last day of February: the day after it keeps the terms together.
        ("2028-02-29", "1 year", "3 months", "2028-03-01", 1, "2029-02-28", "2028-11-30"),
        ("2028-02-29", "1 year", "3 months", "2031-06-01", 4, "2032-02-29", "2031-11-30"),
        ("2027-02-28", "1 year", "3 months", "2027-06-01", 1, "2028-02-29", "2027-11-30"),
        // Months: never worn off by February.
        ("2027-04-30", "1 month", "10 days", "2027-05-15", 1, "2027-05-31", "2027-05-21"),
        ("2028-01-30", "1 month", "10 days", "2028-02-10", 1, "2028-02-28", "2028-02-18"),
        ("2028-01-30", "1 month", "10 days", "2028-03-01", 2, "2028-03-30", "2028-03-20"),
        // 28 February 2031 is a Friday, and on Sunday the 16th ten business days are still to come.
        ("2030-08-31", "6 months", "10 business days", "2030-09-01", 1, "2031-02-28", "2031-02-16"),
    ])
    func knowsTheCurrentTerm(
        _ ends: String, _ period: String, _ notice: String, _ today: String, _ number: Int,
        _ end: String, _ last: String
    ) throws {
        let term = try term(ends, .tacit, period, notice: notice)
        let span = try #require(term.span(on: day(today)))
        #expect(span.number == number)
        #expect(span.end.description == end)
        #expect(span.lastNotice?.description == last)
    }

    @Test func followsWithoutAGap() throws {
        let term = try term("2027-05-30", .tacit, "1 month", notice: "5 days")
        var span = try #require(term.span(on: day("2027-03-01")))
        for number in 1...240 {
            let next = try #require(term.span(after: span))
            #expect(next.number == number)
            #expect(term.span(on: span.end) == span)
            #expect(term.span(on: span.end.adding(days: 1)) == next)
            span = next
        }
        #expect(span.end.description == "2047-05-30")
    }

    @Test func endsWhereNothingRenewsIt() throws {
        for renewal in [AgreementTerm.Renewal.none, .express] {
            let term = try term("2030-01-31", renewal, "1 year", notice: nil)
            #expect(try term.span(on: day("2030-01-31"))?.lastNotice == nil)
            #expect(try term.span(on: day("2030-02-01")) == nil)
        }
        #expect(
            try term(nil, .tacit, "1 year", notice: "1 month").span(on: day("2040-01-01")) == nil)
        #expect(
            try term("2030-01-31", .tacit, "0 days", notice: nil).span(on: day("2030-02-01")) == nil
        )
    }
}
