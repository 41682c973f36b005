/// Writes blocks as lines for a terminal.
struct TextRenderer {
    let style: TerminalStyle

    /// A document: the lines of its blocks, each with a line end.
    func document(_ blocks: [Block]) -> String {
        lines(blocks, width: style.width, isTop: true)
            .map { style.render($0) + "\n" }.joined()
    }

    /// The lines of some blocks with an empty line between them; text that stands below headings
    /// is set in by two columns.
    func lines(_ blocks: [Block], width: Int, isTop: Bool = false) -> [StyledText] {
        var lines: [StyledText] = []
        let indent = isTop ? 2 : 0
        let blocks = pairs(blocks.filter { !$0.isForPages })
        for (index, block) in blocks.enumerated() {
            if case .heading(let heading) = block {
                if index > 0 { lines += Array(repeating: "", count: heading.level <= 2 ? 2 : 1) }
                lines += self.heading(heading.full, level: heading.level, width: width)
            } else {
                if index > 0, !isTight(blocks[index - 1]) { lines.append("") }
                lines += self.lines(block, width: width - indent).map {
                    $0.isEmpty ? $0 : StyledText(TerminalStyle.spaces(indent)) + $0
                }
            }
        }
        return lines
    }

    /// The blocks, with old and new ones beside each other where that is wanted.
    private func pairs(_ blocks: [Block]) -> [Block] {
        style.isSideBySide ? SideBySide.paired(blocks) : blocks
    }

    /// Whether what follows stands right below: a caption, or a heading without a line under it.
    private func isTight(_ block: Block) -> Bool {
        switch block {
        case .heading(let heading): heading.level > 2
        case .caption: true
        default: false
        }
    }

    private func heading(_ text: StyledText, level: Int, width: Int) -> [StyledText] {
        let lines = Wrapping.lines(text.with(.bold), width: width)
        guard level <= 2 else { return lines }
        let widest = lines.map(\.width).max() ?? 0
        return lines
            + [StyledText(String(repeating: level == 1 ? "═" : "─", count: widest), .dim)]
    }

    private func lines(_ block: Block, width: Int) -> [StyledText] {
        switch block {
        case .heading(let heading):
            self.heading(heading.full, level: max(3, heading.level), width: width)
        case .paragraph(let text), .caption(let text): wrapped(text, width: width)
        case .lines(let texts): texts.flatMap { wrapped($0, width: width) }
        case .grid(let entries): grid(entries, width: width)
        case .numbered(let entries): numbered(entries, width: width)
        case .bulleted(let items):
            Self.joined(items.map { hang($0, behind: "• ", width: width) })
        case .ordered(let start, let delimiter, let items):
            ordered(items, from: start, delimiter: delimiter, width: width)
        case .quote(let blocks):
            lines(blocks, width: width - 2).map { StyledText("▏ ", .dim) + $0 }
        case .rule: [StyledText(String(repeating: "─", count: min(8, width)), .dim)]
        case .table(let table): table.lines(width: width)
        case .figure, .folded: []
        case .sides(let old, let new): sides(old, new, width: width)
        case .ladder(let rungs): ladder(rungs, width: width)
        case .verbatim(let source): verbatim(source, width: width)
        case .marked(let mark, let blocks):
            lines(blocks, width: width - 2).map { $0.isEmpty ? mark.sign : mark.sign + " " + $0 }
        }
    }

    private func wrapped(_ text: StyledText, width: Int) -> [StyledText] {
        Wrapping.lines(text.withAddresses, width: width)
    }

    /// Steps between two rails.
    private func ladder(_ rungs: [Rung], width: Int) -> [StyledText] {
        let digits = String(rungs.count).count
        let gap = TerminalStyle.spaces(digits)
        return rungs.enumerated().flatMap { index, rung in
            let number = String(index + 1)
            let line = String(repeating: "─", count: digits - number.count)
            let marks = ["├─\(line)\(number)─┤ ", "│ \(gap) │ "].map { StyledText($0, .dim) }
            let head = Wrapping.lines(rung.head, width: width - digits - 5)
            let inner = head + lines(rung.details, width: width - digits - 5)
            return inner.enumerated().map { marks[min(1, $0)] + $1 }
                + (index + 1 < rungs.count ? [StyledText("│ \(gap) │", .dim)] : [])
        }
    }

    private func verbatim(_ source: [String], width: Int) -> [StyledText] {
        source.flatMap { line in
            Self.cut(TextLine.visible(line), width: max(2, width - 2)).map {
                $0.isEmpty ? StyledText("│", .dim) : StyledText("│ ", .dim) + StyledText($0)
            }
        }
    }

    /// A line in pieces that fit, with all its spaces.
    private static func cut(_ line: String, width: Int) -> [String] {
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in line {
            let columns = DisplayWidth.of(character)
            if used > 0, used + columns > width {
                pieces.append(piece)
                (piece, used) = ("", 0)
            }
            piece.append(character)
            used += columns
        }
        return pieces + (piece.isEmpty && !pieces.isEmpty ? [] : [piece])
    }
}
