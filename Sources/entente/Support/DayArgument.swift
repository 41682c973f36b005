internal import Agreement
internal import Terms

/// A day that somebody writes on the command line.
enum DayArgument {
    /// Reads it.
    ///
    /// - Throws: `Problem` where it is none.
    static func read(_ text: String, for option: String) throws -> CalendarDate {
        do {
            return try CalendarDate(parsing: text)
        } catch {
            throw Problem(
                "bad-date", .unable, TextRules.visible(error.message), at: option,
                next: "Write it like 2027-01-31")
        }
    }
}
