/// The marks in a sentence of a clause that only say how text looks: tags such as `<span>`, and the
/// pairs of `**` around what is set in bold.
struct FormattingMarks {
    /// The text without them.
    private(set) var text = ""
    /// The marks, in order.
    private(set) var marks: [Substring] = []

    /// Finds the marks of a text. None is found where it has code or escapes, in which they are
    /// text. Linear in its size.
    init(_ source: String) {
        guard !source.contains(where: { $0 == "`" || $0 == "\\" }) else {
            text = source
            return
        }
        if !read(source, stars: true) {
            text = ""
            marks = []
            _ = read(source, stars: false)
        }
    }

    /// Reads the text; whether each `**` in it opens or closes, in turn.
    private mutating func read(_ source: String, stars: Bool) -> Bool {
        var rest = source[...]
        var isBold = false
        while let start = rest.firstIndex(where: { $0 == "<" || ($0 == "*" && stars) }) {
            text += rest[..<start]
            rest = rest[start...]
            if rest.first == "*" {
                let run = rest.prefix { $0 == "*" }
                rest = rest[run.endIndex...]
                guard run.count == 2 else {
                    text += run
                    continue
                }
                let before = source[..<start].last
                guard
                    isBold
                        ? Self.isWord(before) && !Self.isLetter(rest.first)
                        : Self.isWord(rest.first) && !Self.isLetter(before)
                else { return false }
                isBold.toggle()
                marks.append(run)
            } else if let end = rest.firstIndex(of: ">"), FormattingTag.isInline(rest[...end]) {
                marks.append(rest[...end])
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(rest.removeFirst())
            }
        }
        text += rest
        return !isBold
    }

    private static func isWord(_ character: Character?) -> Bool {
        character.map { !$0.isWhitespace } ?? false
    }

    private static func isLetter(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }
}
