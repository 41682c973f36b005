extension Block {
    /// The same with other text; numbers of headings and lines of code are text as well.
    func mapped(_ change: (StyledText) -> StyledText) -> Block {
        switch self {
        case .heading(var heading):
            heading.text = change(heading.full)
            heading.number = nil
            return .heading(heading)
        case .paragraph(let text): return .paragraph(change(text))
        case .lines(let lines): return .lines(lines.map(change))
        case .caption(let text): return .caption(change(text))
        case .grid(let entries): return .grid(entries.map { $0.mapped(change) })
        case .numbered(let entries): return .numbered(entries.map { $0.mapped(change) })
        case .bulleted(let items):
            return .bulleted(items.map { $0.map { $0.mapped(change) } })
        case .ordered(let start, let delimiter, let items):
            return .ordered(
                start: start, delimiter: delimiter, items.map { $0.map { $0.mapped(change) } })
        case .quote(let blocks): return .quote(blocks.map { $0.mapped(change) })
        case .table(var table):
            table.header = table.header.map(change)
            table.rows = table.rows.map { $0.map(change) }
            return .table(table)
        case .ladder(let rungs): return .ladder(rungs.map { $0.mapped(change) })
        case .verbatim(let lines):
            return .lines(lines.map { change(StyledText($0, .code)) })
        case .marked(let mark, let blocks): return .marked(mark, blocks.map { $0.mapped(change) })
        case .folded(let text, let blocks):
            return .folded(change(text), blocks.map { $0.mapped(change) })
        case .sides(let old, let new):
            return .sides(old.map { $0.mapped(change) }, new.map { $0.mapped(change) })
        case .rule, .figure: return self
        }
    }

    /// The words in it, by which it is found again.
    var content: String {
        switch self {
        case .heading(let heading): heading.full.plain
        case .paragraph(let text), .caption(let text): text.plain
        case .lines(let lines): lines.map(\.plain).joined(separator: "\n")
        case .grid(let entries), .numbered(let entries):
            entries.map(\.content).joined(separator: "\n")
        case .bulleted(let items), .ordered(_, _, let items):
            items.map(\.content).joined(separator: "\n")
        case .quote(let blocks), .marked(_, let blocks), .folded(_, let blocks): blocks.content
        case .table(let table):
            ([table.header] + table.rows).map(\.content).joined(separator: "\n")
        case .ladder(let rungs): rungs.map(\.content).joined(separator: "\n")
        case .verbatim(let lines): lines.joined(separator: "\n")
        case .sides(let old, let new): (old + new).content
        case .rule: "---"
        case .figure: ""
        }
    }
}

extension [StyledText] {
    /// The words in a row.
    var content: String { map(\.plain).joined(separator: " ") }
}
