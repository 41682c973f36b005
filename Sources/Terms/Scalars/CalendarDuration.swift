/// A length of time as people agree it: `14 days`, `10 business days`, `6 months`, `2 years`.
public struct CalendarDuration: Hashable, Sendable, CustomStringConvertible {
    /// What is counted.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// Hours of the clock.
        case hour
        /// Days of the calendar.
        case day
        /// Days on which business is done.
        case businessDay = "business day"
        /// Weeks of seven days.
        case week
        /// Months of the calendar.
        case month
        /// Quarters of three months.
        case quarter
        /// Years of the calendar.
        case year
    }

    /// How many units, at least 0.
    public let count: Int
    /// What is counted.
    public let unit: Unit

    /// Reads a count, a space and a unit, in the singular for 1 and the plural otherwise.
    public init(parsing text: String) throws(ScalarError) {
        let example = "write it like 14 days, 10 business days, 6 months or 2 years"
        guard let space = text.firstIndex(of: " ") else {
            throw ScalarError("`\(text)` is not a duration; \(example)")
        }
        let number = text[..<space]
        let word = text[text.index(after: space)...]
        guard !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let count = Int(number), count <= 100_000
        else { throw ScalarError("`\(text)` is not a duration; \(example)") }
        let unit = Unit.allCases.first { word == $0.rawValue || word == $0.rawValue + "s" }
        guard let unit else {
            throw ScalarError("`\(word)` is not a unit of time; \(example)")
        }
        self.count = count
        self.unit = unit
    }

    /// The duration as it is written in the terms: `10 business days`.
    public var description: String { "\(count) \(unit.rawValue)\(count == 1 ? "" : "s")" }
}
