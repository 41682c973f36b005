/// Bars that are drawn where drawing is possible. A table beside it says the same, so nothing is
/// lost where it isn't.
struct BarChart: Hashable, Sendable {
    /// A stretch of a bar.
    struct Part: Hashable, Sendable {
        /// Whose it is, by place in the legend.
        var owner: Int
        /// Its length in hundredths of a percent of the longest bar.
        var length: Int
        /// What stands in it, where there is room.
        var text: String
    }

    /// A bar under its label.
    struct Bar: Hashable, Sendable {
        var label: String
        var parts: [Part]
    }

    /// What it shows.
    var title: String
    /// Whose the parts are.
    var legend: [String]
    var bars: [Bar]
    /// The place of the table that says the same.
    var anchor: Anchor?

    /// All of it in words.
    var description: String {
        bars.map { bar in
            let parts = bar.parts.map { "\(legend[$0.owner]) \($0.text)" }
            return "\(bar.label): \(parts.joined(separator: ", "))"
        }.joined(separator: "; ") + "."
    }
}
