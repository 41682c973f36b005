/// How findings say things.
enum Wording {
    /// Words as people list them: `a`, `a and b`, `a, b and c`.
    static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The id of a term as messages name it.
    static func quoted(_ words: [String]) -> String { list(words.map { "`\($0)`" }) }
}
