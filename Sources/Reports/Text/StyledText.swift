internal import Terms

/// One line of text with its looks. Whatever it is made from, it holds nothing that a terminal
/// obeys: control characters and text directions stand as `<U+001B>`, and lines become spaces.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A stretch of text that looks the same.
    struct Span: Hashable, Sendable {
        var text: String
        var attributes: TextAttributes
    }

    private(set) var spans: [Span] = []

    /// Takes text that anybody wrote.
    public init(_ text: String, _ attributes: TextAttributes = []) {
        append(safe: Self.safe(text), attributes)
    }

    /// Takes text.
    public init(stringLiteral text: String) { self.init(text) }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { spans.isEmpty }

    /// How many columns it takes on a terminal.
    public var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

    /// The text without its looks.
    public var plain: String { spans.map(\.text).joined() }

    /// The same text with further attributes.
    public func with(_ attributes: TextAttributes) -> StyledText {
        var text = self
        for index in text.spans.indices { text.spans[index].attributes.formUnion(attributes) }
        return text
    }

    /// One text behind the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var text = left
        for span in right.spans { text.append(safe: span.text, span.attributes) }
        return text
    }

    /// Adds text that needs no further care.
    mutating func append(safe text: String, _ attributes: TextAttributes) {
        guard !text.isEmpty else { return }
        if let last = spans.last, last.attributes == attributes {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text: text, attributes: attributes))
        }
    }

    private static func safe(_ text: String) -> String {
        let shown = TextRules.visible(text)
        guard shown.utf8.contains(where: { $0 == 0x0A || $0 == 0x09 }) else { return shown }
        return String(
            String.UnicodeScalarView(
                shown.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }))
    }
}

extension Sequence<StyledText> {
    /// The texts with a dot between them, which stays at the end of a line.
    func joinedByDots() -> StyledText {
        let dot = StyledText(" ·", .together) + " "
        var result: StyledText = ""
        for (index, text) in enumerated() { result = index > 0 ? result + dot + text : text }
        return result
    }

    /// The texts with a separator between them.
    func joined(separator: String) -> StyledText {
        var result: StyledText = ""
        for (index, text) in enumerated() {
            if index > 0 { result = result + StyledText(separator) }
            result = result + text
        }
        return result
    }
}
