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

    /// Styled text: bold, slanted, deleted and inserted text, code and links are marked.
    static func styled(_ text: StyledText) -> String {
        text.withSigns.spans.map { span in
            let escaped = marked(span)
            return span.link.map { "[\(escaped)](<\($0.address)>)" } ?? escaped
        }.joined()
    }

    private static func marked(_ span: StyledText.Span) -> String {
        if span.attributes.contains(.code) { return code(span.text) }
        let escaped = inline(span.text)
        if span.attributes.contains(.strikethrough) { return "<del>\(escaped)</del>" }
        if span.attributes.contains(.underline) { return "<ins>\(escaped)</ins>" }
        let isBold = span.attributes.contains(.bold)
        let isItalic = span.attributes.contains(.italic)
        let marks = String(repeating: "*", count: (isBold ? 2 : 0) + (isItalic ? 1 : 0))
        return marks.isEmpty ? escaped : emphasised(escaped, marks)
    }

    /// Code, between more backticks than it has in a row itself.
    private static func code(_ text: String) -> String {
        let longest = text.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
        let marks = String(repeating: "`", count: longest + 1)
        let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return marks + space + text.replacing("|", with: "\\|") + space + marks
    }

    /// Marked text, with the spaces at its ends outside of the marks.
    private static func emphasised(_ text: String, _ marks: String) -> String {
        let start = text.prefix { $0 == " " }
        let end = text.dropFirst(start.count).reversed().prefix { $0 == " " }
        let body = text.dropFirst(start.count).dropLast(end.count)
        return body.isEmpty ? text : "\(start)\(marks)\(body)\(marks)\(String(end))"
    }
}
