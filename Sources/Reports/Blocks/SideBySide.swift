/// Puts what changed beside each other: the old text on the left, the new one on the right.
enum SideBySide {
    /// The blocks, with each that tells of a change as two sides.
    static func paired(_ blocks: [Block]) -> [Block] {
        var result: [Block] = []
        for block in blocks {
            switch block {
            case .paragraph(let text) where text.isRedline:
                result.append(.sides(side(text, without: .inserted), side(text, without: .deleted)))
            case .marked(.removed, let inner): result.append(.sides([.marked(.removed, inner)], []))
            case .marked(.added, let inner):
                // What takes the place of something stands beside it.
                if case .sides(let old, let new)? = result.last, new.isEmpty {
                    result.removeLast()
                    result.append(.sides(old, [.marked(.added, inner)]))
                } else {
                    result.append(.sides([], [.marked(.added, inner)]))
                }
            default: result.append(block)
            }
        }
        return result
    }

    private static func side(_ text: StyledText, without looks: TextAttributes) -> [Block] {
        let spans = text.spans.filter { span in
            !span.attributes.isSuperset(of: looks)
                && (looks == .deleted || !span.attributes.contains(.newSide))
        }
        let isEmpty = !spans.contains { $0.text.contains { $0 != " " && $0 != "…" } }
        return isEmpty ? [] : [.paragraph(StyledText(spans: spans))]
    }
}

extension StyledText {
    /// Whether some of it is deleted or inserted.
    fileprivate var isRedline: Bool {
        spans.contains {
            $0.attributes.isSuperset(of: .deleted) || $0.attributes.isSuperset(of: .inserted)
        }
    }
}

extension TextRenderer {
    /// Two columns of the same width with a line between them.
    func sides(_ old: [Block], _ new: [Block], width: Int) -> [StyledText] {
        let column = (width - 3) / 2
        let flat = TextRenderer(style: TerminalStyle(width: column, usesColour: style.usesColour))
        let left = flat.lines(old, width: column)
        let right = flat.lines(new, width: column)
        return (0..<max(left.count, right.count)).map { index in
            let text: StyledText = index < left.count ? left[index] : ""
            let space = StyledText(TerminalStyle.spaces(column - text.width))
            let bar = StyledText(" │", .dim)
            guard index < right.count, !right[index].isEmpty else { return text + space + bar }
            return text + space + bar + StyledText(" ") + right[index]
        }
    }
}
