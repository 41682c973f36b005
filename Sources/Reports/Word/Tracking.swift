/// Who made changes that a document for Word tracks, and when.
public struct Tracking: Hashable, Sendable {
    /// Who made them, such as `Ada Brennan (Northwind Ltd)`.
    public var author: String
    /// When, as `2027-01-31T10:15:00Z`; nil where that is not known.
    public var date: String?

    /// Names them.
    public init(author: String, date: String? = nil) {
        self.author = author
        self.date = date
    }

    /// Styled text as Markdown of pandoc, in which deleted and inserted text are spans of their
    /// own ("Bracketed spans"). Links in them are text, since Word tracks text alone.
    func styled(_ text: StyledText) -> String {
        text.withoutSigns.spans.map { span in
            guard let name = Self.change(span.attributes) else {
                return MarkdownEscape.styled(StyledText(spans: [span]))
            }
            var plain = span
            plain.attributes.subtract(.deleted.union(.inserted))
            let inner = MarkdownEscape.styled(StyledText(spans: [plain]).withAddresses)
            let tracking = span.change?.tracking ?? self
            return "[\(inner)]{.\(name) \(tracking.attributes(move: span.change?.move))}"
        }.joined()
    }

    private static func change(_ looks: TextAttributes) -> String? {
        if looks.contains(.strikethrough) { return "deletion" }
        return looks.contains(.underline) ? "insertion" : nil
    }

    /// Pandoc knows no moves, so that the number of one stands behind the name of its author.
    private func attributes(move: Int?) -> String {
        "author=\"\(name)\(move.map { "\(TrackedMoves.sign)\($0)" } ?? "")\""
            + (date.map { " date=\"\($0)\"" } ?? "")
    }

    /// The author with an underscore for every sign that could mean something in Markdown.
    private var name: String {
        var name = ""
        for scalar in StyledText(author).plain.unicodeScalars.prefix(200) {
            let isPlain =
                scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.generalCategory == .nonspacingMark
                || " .,'’()&-@/:".unicodeScalars.contains(scalar)
            name.unicodeScalars.append(isPlain ? scalar : "_")
        }
        return name
    }
}

/// What a stretch of text is part of in a document for Word.
struct TrackedSpan: Hashable, Sendable {
    /// Who changed it; nil for whoever the document names.
    var tracking: Tracking?
    /// The number of the move that took it away, where it is deleted, or here, where it is inserted.
    var move: Int?
}

extension StyledText {
    init(spans: [Span]) {
        self = ""
        for span in spans { append(safe: span.text, span.attributes, span.link, span.change) }
    }

    /// The text with a colon, which looks like all of it, or is plain where its parts differ.
    var withColon: StyledText {
        let looks = Set(spans.map(\.attributes))
        let common = looks.reduce(looks.first ?? []) { $0.intersection($1) }
        let change = spans.last?.change
        let isTracked = spans.allSatisfy { $0.change == change }
        var colon: StyledText = ""
        colon.append(safe: ":", common, nil, isTracked ? change : nil)
        return self + colon
    }
}
