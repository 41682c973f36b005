/// Writes blocks as HTML.
struct HTMLRenderer {
    private var places: Set<Anchor> = [HTMLPage.content]
    /// The level of the last heading, so that none is left out on the way down.
    private var level = 1
    /// How many charts there are so far.
    private var charts = 0
    /// The last heading, by which a table is called.
    private var heading = ""

    /// The blocks in sections, each from a heading of the second level to the next one.
    mutating func sections(_ blocks: [Block]) -> [HTML] {
        var sections: [HTML] = []
        var rest = blocks[...]
        while let first = rest.first {
            let next = rest.dropFirst().firstIndex { $0.isTop } ?? rest.endIndex
            let part = html(Array(rest[..<next]))
            if case .heading(let heading) = first, heading.level == 2, let anchor = heading.anchor {
                sections.append(.tag(.section, [.init(.labelledBy, anchor.id)], part))
            } else {
                sections += part
            }
            rest = rest[next...]
        }
        return sections
    }

    /// The blocks, one after the other.
    mutating func html(_ blocks: [Block]) -> [HTML] { blocks.map { html($0) } }

    private mutating func html(_ block: Block) -> HTML {
        switch block {
        case .heading(let heading): return html(heading)
        case .paragraph(let text): return .tag(.p, [], Self.inline(text))
        case .lines(let lines): return .tag(.p, [], Self.broken(lines))
        case .caption(let text): return .tag(.p, [.class("caption")], Self.inline(text))
        case .grid(let entries): return .tag(.dl, [], entries.map { entry($0) })
        case .numbered(let entries): return numbered(entries)
        case .bulleted(let items): return .tag(.ul, [], items.map { .tag(.li, [], inner($0)) })
        case .ordered(let start, _, let items):
            let from = start == 1 ? [] : [HTML.Attribute(.start, String(start))]
            return .tag(.ol, from, items.map { .tag(.li, [], inner($0)) })
        case .quote(let blocks): return .tag(.blockquote, [], html(blocks))
        case .rule: return .tag(.hr)
        case .table(let table): return scrolling(table)
        case .figure(let chart):
            charts += 1
            return chart.html(named: (chart.anchor?.id ?? String(charts)) + "/chart")
        case .ladder(let rungs): return .tag(.ol, [.class("ladder")], rungs.map { html($0) })
        case .verbatim(let lines):
            return .tag(
                .pre, [], text: lines.map(TextLine.visible).joined(separator: "\n"))
        case .marked(let mark, let blocks):
            let name = mark == .added ? "added" : "removed"
            return .tag(
                .div, [.class(name)],
                [.tag(.p, [.class("caption")], text: mark.word)] + html(blocks))
        case .sides(let old, let new): return .tag(.div, [], html(old + new))
        case .folded(let summary, let blocks):
            return .tag(.details, [], [.tag(.summary, [], Self.inline(summary))] + html(blocks))
        }
    }

    // MARK: Headings and places

    private mutating func html(_ heading: Block.Heading) -> HTML {
        level = min(heading.level, level + 1)
        self.heading = heading.text.plain
        let place = self.place(heading.anchor)
        var content: [HTML] = []
        if let number = heading.number {
            let isLink = heading.anchor != nil && !place.isEmpty
            content = [
                heading.anchor.flatMap { anchor in
                    isLink
                        ? .tag(.a, [.class("number"), .href(Link(to: anchor))], text: number) : nil
                } ?? .tag(.span, [.class("number")], text: number), " ",
            ]
        }
        return .tag(.heading(level), place, content + Self.inline(heading.text))
    }

    /// The id of a place, unless another one has it.
    private mutating func place(_ anchor: Anchor?) -> [HTML.Attribute] {
        guard let anchor, places.insert(anchor).inserted else { return [] }
        return [.id(anchor)]
    }

    // MARK: Lists

    private mutating func entry(_ entry: Block.Entry) -> HTML {
        let isWide = !entry.blocks.allSatisfy(\.isFlat)
        let place = self.place(entry.anchor)
        return .tag(
            .div, place + (isWide ? [.class("wide")] : entry.isShort ? [.class("short")] : []),
            [
                .tag(.dt, [], Self.inline(entry.label)),
                .tag(.dd, [], inner(entry.blocks)),
            ])
    }

    private mutating func numbered(_ entries: [Block.Entry]) -> HTML {
        guard entries.contains(where: { !$0.label.isEmpty }) else {
            return .tag(
                .ol, [], entries.map { .tag(.li, place($0.anchor), inner($0.blocks)) })
        }
        return .tag(
            .ol, [.class("cards")],
            entries.map { entry in
                let name = HTML.tag(.p, [.class("name")], Self.inline(entry.label))
                return .tag(.li, place(entry.anchor), [name] + html(entry.blocks))
            })
    }

    /// The blocks; a paragraph that stands alone is but its text.
    private mutating func inner(_ blocks: [Block]) -> [HTML] {
        if case .paragraph(let text)? = blocks.first, blocks.count == 1 { return Self.inline(text) }
        return html(blocks)
    }

    private mutating func html(_ rung: Rung) -> HTML {
        var step = [HTML.tag(.strong, [], Self.inline(rung.title))]
        if let time = rung.time { step += [" ", .tag(.span, [], Self.inline(time))] }
        if let total = rung.total {
            step += [" ", .tag(.span, [.class("quiet")], Self.inline(total))]
        }
        return .tag(
            .li, [.class("rung")] + place(rung.anchor),
            [.tag(.p, [.class("step")], step)] + html(rung.details))
    }

    // MARK: Tables

    /// A table that scrolls by itself where the screen is too narrow, also by the keyboard.
    private mutating func scrolling(_ table: TextTable) -> HTML {
        .tag(
            .div,
            [
                .class("scroll"), .init(.role, "group"), .init(.label, "Table: \(heading)"),
                .init(.tabindex, "0"),
            ],
            [html(table)])
    }

    private mutating func html(_ table: TextTable) -> HTML {
        let columns = 0..<table.columnCount
        /// A cell; one that heads its column or row says so, unless it is empty.
        func cell(_ cells: [StyledText], _ column: Int, heads scope: String?) -> HTML {
            let text = column < cells.count ? cells[column] : ""
            let side = table.alignment(of: column) == .right ? [HTML.Attribute.class("right")] : []
            guard let scope, !text.isEmpty else { return .tag(.td, side, Self.inline(text)) }
            return .tag(.th, [.init(.scope, scope)] + side, Self.inline(text))
        }
        let head = HTML.tag(.tr, [], columns.map { cell(table.header, $0, heads: "col") })
        let isHeaded = !table.header.isEmpty
        let body = table.rows.enumerated().map { index, row in
            HTML.tag(
                .tr, place(index < table.anchors.count ? table.anchors[index] : nil),
                columns.map { cell(row, $0, heads: $0 == 0 && isHeaded ? "row" : nil) })
        }
        return .tag(
            .table, [],
            (table.header.isEmpty ? [] : [.tag(.thead, [], [head])]) + [.tag(.tbody, [], body)])
    }
}

extension Block.Entry {
    /// Whether several like it have room side by side.
    fileprivate var isShort: Bool {
        guard case .paragraph(let text)? = blocks.first, blocks.count == 1 else { return false }
        return text.width <= 36
    }
}

extension Block {
    fileprivate var isTop: Bool {
        if case .heading(let heading) = self { heading.level <= 2 } else { false }
    }
}
