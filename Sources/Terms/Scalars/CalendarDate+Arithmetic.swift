/// Counting on the calendar. Months keep the day, or end on the last one of a shorter month;
/// business days are Monday to Friday, as no calendar knows the holidays of all parties.
extension CalendarDate {
    /// The day some months later, or the last day of that month where it is shorter; within the
    /// years 1 to 9999.
    public func adding(months: Int) -> CalendarDate {
        let sum = 12 * year + month - 1 + months
        guard let first = CalendarDate(year: sum / 12, month: sum % 12 + 1, day: 1) else {
            return CalendarDate(dayNumber: months < 0 ? .min : .max)
        }
        return (1...day).reversed().lazy
            .compactMap { CalendarDate(year: first.year, month: first.month, day: $0) }
            .first ?? first
    }

    /// The day some days later; within the years 1 to 9999.
    public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

    /// How many days another day is later; negative where it is earlier.
    public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

    /// How many whole months lie between this day and another one; negative where it is earlier.
    public func months(to other: CalendarDate) -> Int {
        let months = 12 * (other.year - year) + other.month - month
        return adding(months: months) > other ? months - 1 : months
    }

    /// The day before.
    public var dayBefore: CalendarDate { adding(days: -1) }

    /// The day a length of time later; nil for hours and business days.
    public func adding(_ duration: CalendarDuration) -> CalendarDate? {
        switch duration.unit {
        case .hour, .businessDay: nil
        case .day: adding(days: duration.count)
        case .week: adding(days: 7 * duration.count)
        case .month: adding(months: duration.count)
        case .quarter: adding(months: 3 * duration.count)
        case .year: adding(months: 12 * duration.count)
        }
    }

    /// The last day of a time that begins with this day: what is due within it is due then.
    ///
    /// Hours count as days that have begun, and business days from the next one on.
    public func due(within duration: CalendarDuration) -> CalendarDate {
        switch duration.unit {
        case .hour: adding(days: (duration.count + 23) / 24)
        case .businessDay: adding(businessDays: duration.count)
        default: adding(duration) ?? self
        }
    }

    /// The last day from which a length of time is over by this day: whoever has to give notice
    /// that long before may do so until then.
    public func latest(before duration: CalendarDuration) -> CalendarDate {
        let days: Int
        switch duration.unit {
        case .hour: days = (duration.count + 23) / 24
        case .day: days = duration.count
        case .week: days = 7 * duration.count
        case .businessDay: days = duration.count / 5 * 7 + duration.count % 5 + 2
        case .month, .quarter, .year: days = 0
        }
        let months = duration.calendarMonths
        // From a day that is early enough, forward over the last ones of a month or a week-end.
        var day = months > 0 ? adding(months: -months) : adding(days: -days)
        while case let next = day.adding(days: 1), next < self, next.due(within: duration) <= self {
            day = next
        }
        return day
    }

    /// The day some times a length of time later, counted as one, so that the ends of months don't
    /// wear off: three times one month after 31 January is 30 April.
    public func adding(_ duration: CalendarDuration, times: Int) -> CalendarDate {
        switch duration.unit {
        case .hour: adding(days: (duration.count * times + 23) / 24)
        case .day: adding(days: duration.count * times)
        case .week: adding(days: 7 * duration.count * times)
        case .businessDay: adding(businessDays: duration.count * times)
        case .month, .quarter, .year: adding(months: duration.calendarMonths * times)
        }
    }

    /// The first number of times, from 0, after which a length of time has led to a day or past
    /// it; 0 where the length is none. Takes no longer for many times.
    public func times(_ duration: CalendarDuration, to day: CalendarDate) -> Int {
        guard duration.count > 0, day > self else { return 0 }
        let months = duration.calendarMonths
        var low = 0
        var high =
            months > 0
            ? self.months(to: day) / months + 1
            : (day.dayNumber - dayNumber) * (duration.unit == .hour ? 24 : 1)
        while low < high {
            let middle = (low + high) / 2
            if adding(duration, times: middle) < day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Monday is 0, Sunday is 6.
    public var weekday: Int {
        let rest = (dayNumber + 3) % 7
        return rest < 0 ? rest + 7 : rest
    }

    private func adding(businessDays count: Int) -> CalendarDate {
        guard count > 0 else { return self }
        // A week-end counts as the Friday before: the next business day is Monday.
        let friday = max(0, weekday - 4)
        let rest = weekday - friday + count % 5
        return adding(days: count / 5 * 7 + count % 5 + (rest > 4 ? 2 : 0) - friday)
    }
}

extension CalendarDuration {
    /// How many months of the calendar it is; 0 where it is counted in days or hours.
    fileprivate var calendarMonths: Int {
        switch unit {
        case .month: count
        case .quarter: 3 * count
        case .year: 12 * count
        case .hour, .day, .businessDay, .week: 0
        }
    }

    /// Whether it is no time at all.
    public var isNone: Bool { count == 0 }
}
