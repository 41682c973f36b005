/// The fence of a code block (CommonMark 0.31, 4.5).
struct Fence: Hashable {
    /// The character that it is made of.
    let character: Character
    /// How many of them.
    let length: Int

    /// Reads a line that opens a code block; nil for any other.
    init?(_ line: Substring) {
        let indent = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(indent)
        guard indent <= 3, let first = rest.first, first == "`" || first == "~" else { return nil }
        let length = rest.prefix { $0 == first }.count
        guard length >= 3, first == "~" || !rest.dropFirst(length).contains("`") else { return nil }
        self.character = first
        self.length = length
    }

    /// Whether a line closes it.
    func isClosed(by line: Substring) -> Bool {
        let indent = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(indent)
        let count = rest.prefix { $0 == character }.count
        return indent <= 3 && count >= length
            && rest.dropFirst(count).allSatisfy { $0 == " " || $0 == "\t" }
    }

    /// The line that closes it.
    var closing: String { String(repeating: character, count: length) }
}
