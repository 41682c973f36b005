/// How wide a terminal is and whether it shows colour. Everything that is printed goes through
/// it, and it prints nothing that a terminal obeys besides its own colours.
public struct TerminalStyle: Hashable, Sendable {
    /// How many columns a line has, at least 20.
    public let width: Int
    /// Whether colour and weight are shown.
    public let usesColour: Bool
    /// Whether old and new text stand beside each other where something changed.
    public let isSideBySide: Bool

    /// Describes a terminal; a width below 20 counts as 20.
    public init(width: Int = 80, usesColour: Bool = false, isSideBySide: Bool = false) {
        self.width = max(20, width)
        self.usesColour = usesColour
        self.isSideBySide = isSideBySide
    }

    /// Text as the terminal shows it.
    public func render(_ text: StyledText) -> String {
        guard usesColour else { return text.plain }
        var result = ""
        for span in text.withSigns.spans {
            let codes = span.attributes.codes
            result +=
                codes.isEmpty
                ? span.text : "\u{1B}[\(codes.joined(separator: ";"))m\(span.text)\u{1B}[0m"
        }
        return result
    }

    /// Heavier text.
    public func bold(_ text: String) -> String { render(StyledText(text, .bold)) }
    /// Fainter text.
    public func dim(_ text: String) -> String { render(StyledText(text, .dim)) }
    /// Red text.
    public func red(_ text: String) -> String { render(StyledText(text, .red)) }
    /// Green text.
    public func green(_ text: String) -> String { render(StyledText(text, .green)) }
    /// Yellow text.
    public func yellow(_ text: String) -> String { render(StyledText(text, .yellow)) }
    /// Underlined text.
    public func underline(_ text: String) -> String { render(StyledText(text, .underline)) }
    /// Text that is struck through.
    public func strikethrough(_ text: String) -> String {
        render(StyledText(text, .strikethrough))
    }

    /// A paragraph in lines: the first after `first`, the others after as many columns of space.
    ///
    /// - Parameters:
    ///   - text: The words; white space in it has no meaning.
    ///   - first: What stands in front of the first line, such as `- `.
    ///   - indent: How many columns stay free on the left of all of it.
    /// - Returns: The lines, without line ends.
    public func paragraph(_ text: StyledText, first: String = "", indent: Int = 0) -> [String] {
        let mark = StyledText(first)
        let hanging = indent + mark.width
        let lines = Wrapping.lines(text, width: width - hanging)
        return lines.enumerated().map { index, line in
            let start = index == 0 ? StyledText(Self.spaces(indent)) + mark : Self.space(hanging)
            return render(start + line)
        }
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    private static func space(_ count: Int) -> StyledText { StyledText(spaces(count)) }
}
