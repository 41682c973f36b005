public import Terms

/// The years of an agreement and its settlement periods, both counted from the day on which it
/// starts. Without such a day, years are those of the calendar.
public struct SettlementCalendar: Hashable, Sendable {
    /// A first and a last day.
    public struct Span: Hashable, Sendable {
        /// The first day.
        public let first: CalendarDate
        /// The last day.
        public let last: CalendarDate
    }

    private enum Unit: Hashable {
        case days(Int)
        case months(Int)
    }

    /// The day on which the agreement starts; nil where it does not say.
    public let starts: CalendarDate?
    private let unit: Unit

    private var anchor: CalendarDate { starts ?? CalendarDate(dayNumber: .min) }

    /// Years and periods from a day on; nil for hours, business days and nothing, which make no
    /// periods of the calendar. Without a frequency, a period is a year.
    public init?(starts: CalendarDate?, frequency: CalendarDuration?) {
        guard let unit = frequency.map(Self.unit) ?? .months(12) else { return nil }
        self.starts = starts
        self.unit = unit
    }

    init(reading: TermsReading, term: TermPath, settlement: TermPath) throws(Finding) {
        let path = settlement.appending("frequency")
        guard
            let calendar = SettlementCalendar(
                starts: reading.date(term.appending("starts")), frequency: reading.duration(path))
        else {
            throw reading.finding(
                "no-period", path, "`\(path)` is no period of the calendar",
                next: "Write it in days, weeks, months, quarters or years")
        }
        self = calendar
    }

    private static func unit(of frequency: CalendarDuration) -> Unit? {
        guard frequency.count > 0 else { return nil }
        switch frequency.unit {
        case .hour, .businessDay: return nil
        case .day: return .days(frequency.count)
        case .week: return .days(7 * frequency.count)
        case .month: return .months(frequency.count)
        case .quarter: return .months(3 * frequency.count)
        case .year: return .months(12 * frequency.count)
        }
    }

    /// The year of the agreement that a day lies in, from 1; below 1 before it starts. Without a
    /// start, the year of the calendar.
    public func year(of day: CalendarDate) -> Int { floor(anchor.months(to: day), 12) + 1 }

    /// The number of the settlement period that a day lies in, from 0.
    public func period(of day: CalendarDate) -> Int {
        switch unit {
        case .days(let count): floor(day.dayNumber - anchor.dayNumber, count)
        case .months(let count): floor(anchor.months(to: day), count)
        }
    }

    /// The days of a year of the agreement.
    public func span(ofYear year: Int) -> Span {
        Span(
            first: anchor.adding(months: 12 * (year - 1)),
            last: anchor.adding(months: 12 * year).dayBefore)
    }

    /// The days of a settlement period.
    public func span(ofPeriod period: Int) -> Span {
        switch unit {
        case .days(let count):
            let first = anchor.dayNumber + period * count
            return Span(
                first: CalendarDate(dayNumber: first),
                last: CalendarDate(dayNumber: first + count - 1))
        case .months(let count):
            return Span(
                first: anchor.adding(months: period * count),
                last: anchor.adding(months: (period + 1) * count).dayBefore)
        }
    }

    private func floor(_ number: Int, _ divisor: Int) -> Int {
        number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
    }
}
