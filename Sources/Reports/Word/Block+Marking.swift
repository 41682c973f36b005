extension Block {
    /// The same, all of whose text has these looks as well.
    func marked(_ looks: TextAttributes) -> Block {
        switch self {
        case .heading(var heading):
            heading.text = heading.full.with(looks)
            heading.number = nil
            return .heading(heading)
        case .paragraph(let text): return .paragraph(text.with(looks))
        case .lines(let lines): return .lines(lines.map { $0.with(looks) })
        case .caption(let text): return .caption(text.with(looks))
        case .grid(let entries): return .grid(entries.map { $0.marked(looks) })
        case .numbered(let entries): return .numbered(entries.map { $0.marked(looks) })
        case .bulleted(let items):
            return .bulleted(items.map { $0.map { $0.marked(looks) } })
        case .ordered(let start, let delimiter, let items):
            return .ordered(
                start: start, delimiter: delimiter, items.map { $0.map { $0.marked(looks) } })
        case .quote(let blocks): return .quote(blocks.map { $0.marked(looks) })
        case .table(var table):
            table.header = table.header.map { $0.with(looks) }
            table.rows = table.rows.map { $0.map { $0.with(looks) } }
            return .table(table)
        case .ladder(let rungs): return .ladder(rungs.map { $0.marked(looks) })
        case .verbatim(let lines):
            return .lines(lines.map { StyledText($0, looks.union(.code)) })
        case .marked(let mark, let blocks): return .marked(mark, blocks.map { $0.marked(looks) })
        case .folded(let text, let blocks):
            return .folded(text.with(looks), blocks.map { $0.marked(looks) })
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
        case .rule: "---"
        case .figure: ""
        }
    }
}

extension [Block] {
    /// The words in them.
    var content: String { map(\.content).joined(separator: "\n") }
}

extension [StyledText] {
    /// The words in a row.
    var content: String { map(\.plain).joined(separator: " ") }
}

extension Block.Entry {
    /// The name by which it is found again: its place, or else its label.
    var name: String { anchor?.id ?? label.plain }

    /// The words in it.
    var content: String { label.plain + "\n" + blocks.content }

    /// The same, all of whose text has these looks as well.
    func marked(_ looks: TextAttributes) -> Block.Entry {
        Block.Entry(label.with(looks), blocks.map { $0.marked(looks) }, at: anchor)
    }
}

extension Rung {
    /// The words in it.
    var content: String { head.plain + "\n" + details.content }

    /// The same, all of whose text has these looks as well.
    func marked(_ looks: TextAttributes) -> Rung {
        Rung(title: head.with(looks), details: details.map { $0.marked(looks) }, anchor: anchor)
    }
}
