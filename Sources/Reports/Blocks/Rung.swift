/// A step of a ladder: what happens, within which time, and how long all of it takes up to there.
struct Rung: Hashable, Sendable {
    var title: StyledText
    /// The time of this step, such as `within 5 business days`.
    var time: StyledText?
    /// The time of this step and those before it, where both are known.
    var total: StyledText?
    /// What else is said about it.
    var details: [Block]
    var anchor: Anchor?

    /// All of its head in one line.
    var head: StyledText {
        var text = title.with(.bold)
        if let time { text.append(", " + time) }
        if let total { text.append(StyledText(" (") + total + ")") }
        return text
    }
}
