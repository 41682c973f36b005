internal import Terms

/// Small phrases that several rules use.
enum Words {
    /// `1 day`, `5 days`.
    static func days(_ count: Int) -> String { counted(count, "day") }

    /// `every year`, `every 3 months`.
    static func every(_ duration: CalendarDuration) -> String {
        "every " + (duration.count == 1 ? duration.unit.rawValue : duration.description)
    }

    /// By how much a figure misses another one, and on which side.
    static func difference(_ actual: Figure, from promised: Figure) -> String? {
        let missing = promised - actual
        return missing.isZero
            ? nil : "\(missing.magnitude) \(actual < promised ? "short" : "more")"
    }

    /// `1 meeting`, `5 meetings`; the second word where it is irregular.
    static func counted(_ count: Int, _ word: String, _ words: String? = nil) -> String {
        "\(count) \(count == 1 ? word : words ?? word + "s")"
    }
}
