internal import Settlement
internal import Terms

/// When something falls due. Hours count as a day begun, and business days are Monday to Friday:
/// no calendar of holidays is agreed.
extension CalendarDate {
    /// The day some lengths of time later, all counted from this one, so that the ends of short
    /// months do not move those after them.
    func due(after duration: CalendarDuration, times: Int = 1) -> CalendarDate {
        let count = max(0, times) * duration.count
        switch duration.unit {
        case .hour: return CalendarDate(dayNumber: dayNumber + (count + 23) / 24)
        case .businessDay: return adding(businessDays: count)
        default:
            let whole = try? CalendarDuration(parsing: "\(count) \(duration.unit.rawValue)s")
            return whole.flatMap(adding) ?? CalendarDate(dayNumber: .max)
        }
    }

    private func adding(businessDays count: Int) -> CalendarDate {
        // From a weekend, they are counted from the Friday before; five of them are a week.
        var day = dayNumber
        while count > 0, Self.isWeekend(day) { day -= 1 }
        day += count / 5 * 7
        var rest = count % 5
        while rest > 0 {
            day += 1
            if !Self.isWeekend(day) { rest -= 1 }
        }
        return CalendarDate(dayNumber: day)
    }

    /// Whether a day is a Saturday or Sunday. 1970-01-01 was a Thursday.
    private static func isWeekend(_ day: Int) -> Bool { ((day + 3) % 7 + 7) % 7 >= 5 }

    /// How many days another one is later.
    func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }
}
