/// What starts an item of a list.
enum Marker {
    /// The number or letter of a marker, empty for a bullet; nil for any other word.
    static func text(of word: Substring) -> String? {
        guard word.utf8.count <= 5 else { return nil }
        if word == "-" || word == "*" || word == "+" { return "" }
        guard let last = word.utf8.last, last == 0x2E || last == 0x29 else { return nil }
        let body = word.utf8.dropLast()
        let isNumber = body.count <= 3 && body.allSatisfy { (0x30...0x39).contains($0) }
        let isRoman = body.count <= 4 && body.allSatisfy(Set("ivx".utf8).contains)
        let isLetter = body.count == 1 && body.allSatisfy { (0x61...0x7A).contains($0) }
        guard !body.isEmpty, isNumber || isRoman || isLetter else { return nil }
        return String(word.dropLast())
    }
}

/// The line of dashes or equals signs below a heading (CommonMark 0.29, 4.3).
enum Underline {
    private static let equals = UInt8(ascii: "=")
    private static let dash = UInt8(ascii: "-")

    /// The mark that says the same in front of a heading.
    static func mark(for line: Substring) -> Substring {
        line.utf8.contains(equals) ? "#" : "##"
    }

    /// Whether a line makes a heading of the paragraph above it, of which the first line is given.
    static func isOne(_ line: Substring, below first: Substring, inItemAt item: Int?) -> Bool {
        guard hasForm(line.utf8) else { return false }
        guard let item else { return first.indent < 4 && line.indent < 4 }
        return line.indent > item && line.indent < first.indent + 4
    }

    private static func hasForm(_ line: Substring.UTF8View) -> Bool {
        let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard let mark = rest.first, mark == equals || mark == dash else { return false }
        return rest.trimmingBlanks.allSatisfy { $0 == mark }
    }

    /// Whether a line anywhere in a text looks like one.
    static func mayStand(in text: String) -> Bool {
        text.sourceLines.dropFirst().contains { hasForm($0.utf8) }
    }
}

/// The line that code begins behind (CommonMark 0.29, 4.5). What stands there is no structure.
struct Fence {
    private let mark: UInt8
    private let count: Int
    private let indent: Int

    /// Reads a line by its first word and the rest; nil where it is no fence.
    init?(_ first: Substring, _ rest: Substring, in line: Substring) {
        guard let mark = first.utf8.first, mark == 0x60 || mark == 0x7E else { return nil }
        count = first.utf8.prefix { $0 == mark }.count
        guard count >= 3,
            mark == 0x7E
                || !(first.utf8.dropFirst(count).contains(mark)
                    || rest.utf8.contains(mark))
        else { return nil }
        self.mark = mark
        indent = line.indent
    }

    /// Whether a line that is not blank still stands behind it: one further to the left ends the
    /// item that both stand in.
    func holds(_ line: Substring, isInItem: Bool) -> Bool { !isInItem || line.indent >= indent }

    /// Whether a line ends the code.
    func isClosed(by line: Substring) -> Bool {
        let marks = line.utf8.trimmingBlanks
        return marks.count >= count && marks.allSatisfy { $0 == mark }
    }
}

extension Substring {
    /// How far a line is indented; a tab counts as four spaces.
    var indent: Int {
        utf8.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    }
}

extension Substring.UTF8View {
    /// The bytes without the spaces and tabs around them.
    fileprivate var trimmingBlanks: Substring.UTF8View {
        var rest = drop { $0 == 0x20 || $0 == 0x09 }
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        return rest
    }
}
