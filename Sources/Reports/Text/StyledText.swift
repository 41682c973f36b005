internal import Terms

/// One line of text with its looks. Whatever it is made from, it holds nothing that a terminal
/// obeys: control characters and text directions stand as `<U+001B>`, and lines become spaces.
public struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A stretch of text that looks the same.
    struct Span: Hashable, Sendable {
        var text: String
        var attributes: TextAttributes
        /// Where it leads, where it is a link.
        var link: Link?
        /// The tracked change that it belongs to, where it is one for Word.
        var change: TrackedSpan?
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

    /// The same text as part of a tracked change.
    func tracked(_ attributes: TextAttributes, _ change: TrackedSpan) -> StyledText {
        var text = with(attributes)
        for index in text.spans.indices { text.spans[index].change = change }
        return text
    }

    /// The same text as a link.
    func linked(to link: Link) -> StyledText {
        var text = self
        for index in text.spans.indices { text.spans[index].link = link }
        return text
    }

    /// The text with the address of each link behind it, where nothing can be followed.
    var withAddresses: StyledText {
        var text: StyledText = ""
        for (index, span) in spans.enumerated() {
            text.append(safe: span.text, span.attributes)
            let isLast = index + 1 == spans.count || spans[index + 1].link != span.link
            if isLast, let address = span.link?.written, address != span.text {
                text.append(safe: " <\(address)>", .dim)
            }
        }
        return text
    }

    /// The same text with its signs as part of what they stand around, for where they are read.
    var withSigns: StyledText {
        var text: StyledText = ""
        for span in spans {
            text.append(
                safe: span.text, span.attributes.subtracting(.sign), span.link, span.change)
        }
        return text
    }

    /// The same text without its signs, for where what they stand around is marked anyway.
    var withoutSigns: StyledText {
        var text = self
        text.spans.removeAll { $0.attributes.contains(.sign) }
        return text
    }

    /// One text behind the other.
    public static func + (left: StyledText, right: StyledText) -> StyledText {
        var text = left
        text.append(right)
        return text
    }

    /// Adds a text behind this one, in time that is linear in what is added.
    mutating func append(_ text: StyledText) {
        for span in text.spans {
            append(safe: span.text, span.attributes, span.link, span.change)
        }
    }

    /// Adds text that needs no further care.
    mutating func append(
        safe text: String, _ attributes: TextAttributes, _ link: Link? = nil,
        _ change: TrackedSpan? = nil
    ) {
        guard !text.isEmpty else { return }
        if let last = spans.last, last.attributes == attributes, last.link == link,
            last.change == change
        {
            spans[spans.count - 1].text += text
        } else {
            spans.append(Span(text: text, attributes: attributes, link: link, change: change))
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
        for (index, text) in enumerated() {
            if index > 0 { result.append(dot) }
            result.append(text)
        }
        return result
    }

    /// The texts with a separator between them.
    func joined(separator: String) -> StyledText {
        var result: StyledText = ""
        for (index, text) in enumerated() {
            if index > 0 { result.append(StyledText(separator)) }
            result.append(text)
        }
        return result
    }
}
