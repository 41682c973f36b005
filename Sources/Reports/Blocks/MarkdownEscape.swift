/// Text as Markdown that means exactly that text: no markup, no HTML, no link (CommonMark 0.31,
/// "Backslash escapes", and the tables of GitHub Flavored Markdown).
enum MarkdownEscape {
    /// The text within a line.
    static func inline(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
                result += "\\"
                result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A line whose start can't be taken for a heading, an item or a rule.
    static func line(_ line: String) -> String {
        let line = String(line.drop { $0 == " " })
        guard let first = line.unicodeScalars.first else { return line }
        if "#+-=".unicodeScalars.contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        let rest = line.dropFirst(digits.count)
        guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else {
            return line
        }
        return digits + "\\" + rest
    }

    /// Styled text: bold, deleted and inserted text are marked.
    static func styled(_ text: StyledText) -> String {
        text.spans.map { span in
            let escaped = inline(span.text)
            if span.attributes.contains(.strikethrough) { return "<del>\(escaped)</del>" }
            if span.attributes.contains(.underline) { return "<ins>\(escaped)</ins>" }
            if span.attributes.contains(.bold) { return strong(escaped) }
            return escaped
        }.joined()
    }

    /// Bold text, with the spaces at its ends outside of the marks.
    private static func strong(_ text: String) -> String {
        let start = text.prefix { $0 == " " }
        let end = text.dropFirst(start.count).reversed().prefix { $0 == " " }
        let body = text.dropFirst(start.count).dropLast(end.count)
        return body.isEmpty ? text : "\(start)**\(body)**\(String(end))"
    }
}
