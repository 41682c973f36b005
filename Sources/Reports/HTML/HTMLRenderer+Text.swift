extension HTMLRenderer {
    /// A line of text with its looks.
    static func inline(_ text: StyledText) -> [HTML] {
        text.withoutSigns.spans.map { span in
            let looks: [(TextAttributes, HTML.Element, String?)] = [
                (.code, .code, nil), (.italic, .em, nil), (.bold, .strong, nil),
                (.strikethrough, .del, nil), (.underline, .ins, nil), (.dim, .span, "quiet"),
                (.yellow, .span, "note"), (.together, .span, "nowrap"),
            ]
            var html = HTML.text(span.text)
            for (look, element, name) in looks where span.attributes.contains(look) {
                html = .tag(
                    element, name.map { [.class($0)] } ?? [], (said(look) ?? []) + [html])
            }
            return span.link.map { .tag(.a, [.href($0)], [html]) } ?? html
        }
    }

    /// What those hear who can't see how a stretch of text looks.
    private static func said(_ look: TextAttributes) -> [HTML]? {
        let words: String? =
            switch look {
            case .strikethrough: "deleted: "
            case .underline: "inserted: "
            default: nil
            }
        return words.map { [.tag(.span, [.class("said")], text: $0)] }
    }

    /// Lines of text, each on a line of its own.
    static func broken(_ lines: [StyledText]) -> [HTML] {
        lines.enumerated().flatMap { index, line in
            (index > 0 ? [.tag(.br)] : []) + inline(line)
        }
    }
}
