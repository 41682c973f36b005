/// A line of a file: how much deeper it is indented than what it belongs to, and its text.
struct SourceLine: Hashable, Sendable {
    /// The difference to the column that it belongs to; nil for a line of spaces alone.
    var depth: Int?
    /// What follows the indentation; all of a line of spaces alone.
    var text: String

    /// A line as it stands in a file, below something in a column from 0.
    init(_ line: Substring, below column: Int) {
        let rest = line[(line.utf8.firstIndex { $0 != 0x20 } ?? line.endIndex)...]
        let spaces = line.utf8.count - rest.utf8.count
        if rest.isEmpty {
            (depth, text) = (nil, String(line))
        } else {
            (depth, text) = (spaces - column, String(rest))
        }
    }

    /// The rest of a line that starts elsewhere.
    init(rest text: String) { (depth, self.text) = (0, text) }

    /// Whether it holds nothing but spaces.
    var isBlank: Bool { depth == nil }

    /// The line below a column from 0.
    func written(at column: Int) -> String {
        guard let depth else { return text }
        return String(repeating: " ", count: max(0, column + depth)) + text
    }
}
