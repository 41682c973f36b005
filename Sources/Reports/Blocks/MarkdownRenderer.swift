/// Writes blocks as Markdown (CommonMark with the tables of GitHub).
struct MarkdownRenderer {
    /// How changes are marked where they are marked for Word.
    var tracking: Tracking?

    /// A document: the lines of its blocks, each with a line end.
    static func document(_ blocks: [Block]) -> String { MarkdownRenderer().document(blocks) }

    /// A document: the lines of its blocks, each with a line end.
    func document(_ blocks: [Block]) -> String {
        lines(blocks).map { $0 + "\n" }.joined()
    }

    func lines(_ blocks: [Block]) -> [String] {
        var lines: [String] = []
        let blocks = blocks.filter { !$0.isForPages }
        for (index, block) in blocks.enumerated() {
            if index > 0, !lines.isEmpty {
                lines.append("")
                // Two lists of one kind in a row would read as one.
                if isList(block), isList(blocks[index - 1]) { lines += ["<!-- -->", ""] }
            }
            lines += self.lines(block)
        }
        return lines
    }

    private func isList(_ block: Block) -> Bool {
        switch block {
        case .grid, .numbered, .bulleted, .ordered, .ladder: true
        default: false
        }
    }

    private func lines(_ block: Block) -> [String] {
        switch block {
        case .heading(let heading):
            return [
                String(repeating: "#", count: min(6, max(1, heading.level))) + " "
                    + (tracking?.styled(heading.full)
                        ?? MarkdownEscape.inline(heading.full.plain))
            ]
        case .paragraph(let text), .caption(let text):
            return [MarkdownEscape.line(styled(text))]
        case .lines(let texts):
            return texts.enumerated().map { index, text in
                MarkdownEscape.line(styled(text))
                    + (index + 1 < texts.count ? "\\" : "")
            }
        case .grid(let entries): return entries.flatMap(entry)
        case .numbered(let entries):
            return entries.enumerated().flatMap { index, entry in
                let mark = "\(index + 1). "
                guard !entry.label.isEmpty else { return item(entry.blocks, mark) }
                let head = MarkdownEscape.line(styled(entry.label.with(.bold)))
                return [mark + head]
                    + indented([""] + lines(entry.blocks), by: mark.utf8.count)
            }
        case .bulleted(let items): return items.flatMap { item($0, "- ") }
        case .ordered(let start, let delimiter, let items):
            return items.enumerated().flatMap { index, blocks in
                item(blocks, "\(start + index)\(delimiter) ")
            }
        case .quote(let blocks): return lines(blocks).map { $0.isEmpty ? ">" : "> " + $0 }
        case .rule: return ["* * *"]
        case .table(let table): return lines(table)
        case .figure, .folded: return []
        case .sides(let old, let new): return lines(old + new)
        case .ladder(let rungs):
            return rungs.enumerated().flatMap { index, rung in
                item([.paragraph(rung.head)] + rung.details, "\(index + 1). ")
            }
        case .verbatim(let source): return verbatim(source)
        case .marked(let mark, let blocks):
            return (["**\(mark.word):**", ""] + lines(blocks)).map { $0.isEmpty ? ">" : "> " + $0 }
        }
    }

    private func styled(_ text: StyledText) -> String {
        tracking?.styled(text) ?? MarkdownEscape.styled(text)
    }

    // MARK: Lists

    /// `- **Label:** text`, with everything else below.
    private func entry(_ entry: Block.Entry) -> [String] {
        let label =
            "- "
            + (tracking?.styled(entry.label.with(.bold).withColon)
                ?? "**\(MarkdownEscape.inline(entry.label.plain)):**")
        guard case .paragraph(let text)? = entry.blocks.first else {
            return [label] + indented([""] + lines(entry.blocks), by: 2)
        }
        let rest = lines(Array(entry.blocks.dropFirst()))
        return [label + " " + styled(text)]
            + (rest.isEmpty ? [] : indented([""] + rest, by: 2))
    }

    private func item(_ blocks: [Block], _ mark: String) -> [String] {
        let inner = lines(blocks)
        return [mark + (inner.first ?? "")]
            + indented(Array(inner.dropFirst()), by: mark.utf8.count)
    }

    private func indented(_ lines: [String], by count: Int) -> [String] {
        lines.map { $0.isEmpty ? $0 : TerminalStyle.spaces(count) + $0 }
    }

    // MARK: Tables and quotations

    private func lines(_ table: TextTable) -> [String] {
        let columns = 0..<table.columnCount
        func row(_ cells: [StyledText]) -> String {
            "| "
                + columns.map { $0 < cells.count ? styled(cells[$0]) : "" }
                .joined(separator: " | ") + " |"
        }
        let rule = columns.map { table.alignment(of: $0) == .right ? "---:" : "---" }
        return [row(table.header), "| " + rule.joined(separator: " | ") + " |"]
            + table.rows.map(row)
    }

    /// A code block that nothing inside can end.
    private func verbatim(_ source: [String]) -> [String] {
        let longest =
            source.map { line in
                line.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
            }.max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + "text"] + source.map { TextLine.visible($0) } + [fence]
    }
}
