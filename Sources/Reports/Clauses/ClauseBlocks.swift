internal import CommonMark

/// The Markdown of a clause as blocks of a document. Nothing of it is run, loaded or hidden: HTML
/// stands as text, images as what stands for them, and links lead nowhere that is not shown.
enum ClauseBlocks {
    /// The blocks; headings start at `level`. Linear in the size of the text.
    static func blocks(of source: String, level: Int) -> [Block] {
        titled(source, level: level, takesTitle: false).blocks
    }

    /// The title that a clause gives itself, and what stands below it; the title is nil where the
    /// clause does not begin with one.
    static func titled(_ source: String, level: Int) -> (title: String?, blocks: [Block]) {
        titled(source, level: level, takesTitle: true)
    }

    private static func titled(
        _ source: String, level: Int, takesTitle: Bool
    ) -> (title: String?, blocks: [Block]) {
        guard let document = MarkdownDocument(source) else {
            return (nil, [.verbatim(lines(of: source))])
        }
        var blocks = document.blocks[...]
        var title: String?
        if takesTitle, case .heading(1, let inlines)? = blocks.first {
            title = ClauseText.lines(inlines).joined(separator: " ").plain
            blocks = blocks.dropFirst()
        }
        let definitions = document.definitions.flatMap { lines(of: $0) }
        return (
            title,
            blocks.flatMap { self.blocks(of: $0, level: level) }
                + (definitions.isEmpty
                    ? [] : [.caption("What links are defined by:"), .verbatim(definitions)])
        )
    }

    private static func blocks(of block: MarkdownBlock, level: Int) -> [Block] {
        switch block {
        case .heading(let depth, let inlines):
            let text = ClauseText.lines(inlines).joined(separator: " ")
            return [.heading(level: min(6, level + depth - 1), text)]
        case .paragraph(let inlines): return paragraph(ClauseText.lines(inlines))
        case .quote(let inner): return [.quote(inner.flatMap { blocks(of: $0, level: level) })]
        case .list(let list):
            let items = list.items.map { item in item.flatMap { blocks(of: $0, level: level) } }
            return [
                list.start.map { .ordered(start: $0, delimiter: list.delimiter, items) }
                    ?? .bulleted(items)
            ]
        case .code(let text, let info):
            return (info.isEmpty ? [] : [.caption(StyledText(info))])
                + [.verbatim(lines(of: text))]
        case .html(let text): return html(text)
        case .rule: return [.rule]
        case .table(let table):
            let rows = table.rows.map { $0.map { ClauseText.lines($0).joined(separator: " ") } }
            return [
                .table(
                    TextTable(
                        rows: Array(rows.dropFirst()), header: rows.first ?? [],
                        alignments: table.alignments.map { $0 == .right ? .right : .left }))
            ]
        }
    }

    private static func paragraph(_ lines: [StyledText]) -> [Block] {
        let lines = lines.filter { !$0.isEmpty }
        if let only = lines.first, lines.count == 1 { return [.paragraph(only)] }
        return lines.isEmpty ? [] : [.lines(lines)]
    }

    /// HTML reads as its text where all of it is formatting, and stands as it was written
    /// otherwise.
    private static func html(_ source: String) -> [Block] {
        let lines = lines(of: source)
        let texts = lines.map { FormattingTag.removed(from: $0) }
        guard texts.allSatisfy({ $0 != nil }) else { return [.verbatim(lines)] }
        return paragraph(texts.compactMap { $0.map { StyledText($0.trimmed) } })
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map(String.init)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
