internal import CommonMark

/// The inlines of a clause as lines of text.
struct ClauseText {
    private var lines: [StyledText] = [""]

    /// The lines; at least one.
    static func lines(_ inlines: [MarkdownInline]) -> [StyledText] {
        var text = ClauseText()
        text.add(inlines, [])
        return text.lines
    }

    private mutating func add(_ inlines: [MarkdownInline], _ attributes: TextAttributes) {
        for (index, inline) in inlines.enumerated() {
            switch inline {
            case .text(let text): add(StyledText(text, attributes))
            case .code(let text): add(StyledText(text, attributes.union(.code)))
            case .softBreak:
                if index + 1 < inlines.count, case .text(let next) = inlines[index + 1],
                    Self.beginsItem(next)
                {
                    lines.append("")
                } else {
                    add(" ")
                }
            case .lineBreak: lines.append("")
            case .html(let tag):
                switch FormattingTag.name(tag[...]) {
                case "br": lines.append("")
                case nil: add(StyledText(tag, attributes))
                default: if !FormattingTag.isInline(tag[...]) { add(" ") }
                }
            case .emphasis(let inner): add(inner, attributes.union(.italic))
            case .strong(let inner): add(inner, attributes.union(.bold))
            case .link(let destination, let title, let inner):
                let text = Self.lines(inner, attributes)
                if let link = Link(destination) {
                    add(text.linked(to: link) + Self.note(title))
                } else {
                    add(text + Self.note(destination) + Self.note(title))
                }
            case .image(let destination, let title, let inner):
                let text = "[" + Self.lines(inner, attributes) + "]"
                add(text + Self.note(destination) + Self.note(title))
            }
        }
    }

    private mutating func add(_ text: StyledText) {
        lines[lines.count - 1].append(text)
    }

    private static func lines(
        _ inlines: [MarkdownInline], _ attributes: TextAttributes
    ) -> StyledText {
        var text = ClauseText()
        text.add(inlines, attributes)
        return text.lines.joined(separator: " ")
    }

    /// What would otherwise be hidden.
    private static func note(_ text: String) -> StyledText {
        text.isEmpty ? "" : StyledText(" (\(text))")
    }

    /// Whether a line begins like an item of a contract, such as `(a) `, `b. ` or `iv) `, which
    /// CommonMark takes for text. A reader may keep the ends of lines (CommonMark 0.29, 6.12).
    private static func beginsItem(_ line: String) -> Bool {
        let open = line.hasPrefix("(")
        let mark = line.dropFirst(open ? 1 : 0).prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber)
        }
        let rest = line.dropFirst((open ? 1 : 0) + mark.count)
        guard let end = rest.first, end == ")" || (end == "." && !open),
            rest.dropFirst().first == " "
        else { return false }
        let isRoman = mark.allSatisfy { "ivxIVX".contains($0) }
        return mark.count == 1 || (mark.count <= 5 && isRoman)
            || (mark.count == 2 && mark.allSatisfy(\.isNumber))
    }
}
