/// The text of a line of Markdown, lightly read: bold marks become bold, tags go, everything else
/// stays as it was written.
enum InlineMarkdown {
    /// The text. Linear in its length.
    static func text(_ source: String) -> StyledText {
        let scalars = Array(source.unicodeScalars)
        var result: StyledText = ""
        var run = String.UnicodeScalarView()
        var isBold = false
        func flush() {
            if !run.isEmpty { result = result + StyledText(String(run), isBold ? .bold : []) }
            run.removeAll()
        }
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == "\\", index + 1 < scalars.count, isMark(scalars[index + 1]) {
                run.append(scalars[index + 1])
                index += 2
            } else if scalar == "<", let end = tagEnd(in: scalars, from: index) {
                index = end
            } else if scalar == "*", index + 1 < scalars.count, scalars[index + 1] == "*",
                isBold || closesBold(scalars, behind: index + 2)
            {
                flush()
                isBold.toggle()
                index += 2
            } else {
                run.append(scalar)
                index += 1
            }
        }
        flush()
        return result
    }

    /// The index behind a tag that starts here; nil where none does. A tag is short and holds no
    /// other, so that text is not lost for want of a bracket.
    private static func tagEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var index = start + 1
        if index < scalars.count, scalars[index] == "/" { index += 1 }
        guard index < scalars.count, scalars[index].isASCII,
            scalars[index].properties.isAlphabetic
        else { return nil }
        // An address in angle brackets is text.
        while index < min(scalars.count, start + 200) {
            if scalars[index] == ">" { return index + 1 }
            if scalars[index] == "<" || scalars[index] == "@" { return nil }
            if scalars[index] == ":", scalars[start..<index].allSatisfy({ $0 != " " }) {
                return nil
            }
            index += 1
        }
        return nil
    }

    private static func closesBold(_ scalars: [Unicode.Scalar], behind start: Int) -> Bool {
        guard start < scalars.count, scalars[start] != " " else { return false }
        var index = start
        while index + 1 < min(scalars.count, start + 1_000) {
            if scalars[index] == "*", scalars[index + 1] == "*" { return true }
            index += 1
        }
        return false
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && "\\`*_{}[]()#+-.!<>|~&".unicodeScalars.contains(scalar)
    }
}
