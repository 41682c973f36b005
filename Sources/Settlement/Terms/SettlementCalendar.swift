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

extension CalendarDate {
    /// The day some months later, or the last day of that month where it is shorter; within the
    /// years 1 to 9999.
    func adding(months: Int) -> CalendarDate {
        let sum = 12 * year + month - 1 + months
        guard let first = CalendarDate(year: sum / 12, month: sum % 12 + 1, day: 1) else {
            return CalendarDate(dayNumber: months < 0 ? .min : .max)
        }
        return (1...day).reversed().lazy
            .compactMap { CalendarDate(year: first.year, month: first.month, day: $0) }
            .first ?? first
    }

    /// How many whole months lie between this day and another one; negative where it is earlier.
    func months(to other: CalendarDate) -> Int {
        let months = 12 * (other.year - year) + other.month - month
        return adding(months: months) > other ? months - 1 : months
    }

    /// The day before.
    var dayBefore: CalendarDate { CalendarDate(dayNumber: dayNumber - 1) }

    /// The day a length of time later; nil for hours and business days.
    public func adding(_ duration: CalendarDuration) -> CalendarDate? {
        switch duration.unit {
        case .hour, .businessDay: nil
        case .day: CalendarDate(dayNumber: dayNumber + duration.count)
        case .week: CalendarDate(dayNumber: dayNumber + 7 * duration.count)
        case .month: adding(months: duration.count)
        case .quarter: adding(months: 3 * duration.count)
        case .year: adding(months: 12 * duration.count)
        }
    }
}
