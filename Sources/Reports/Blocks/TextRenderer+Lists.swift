/// Labels with what stands behind them, and items.
extension TextRenderer {
    func grid(_ entries: [Block.Entry], width: Int) -> [StyledText] {
        let flat = entries.filter { $0.blocks.allSatisfy(\.isFlat) }
        let column = min(24, flat.map(\.label.width).max() ?? 0) + 2
        var lines: [StyledText] = []
        var isBelow = false
        for entry in entries {
            // What stands below its label has air around it.
            let isNested = !entry.blocks.allSatisfy(\.isFlat)
            if !lines.isEmpty, isNested || isBelow { lines.append("") }
            isBelow = isNested
            let label = entry.label.with(.dim)
            let narrow = self.lines(entry.blocks, width: width - column)
            if entry.blocks.allSatisfy(\.isFlat), entry.label.width <= column - 2,
                width - column >= 24, !overflows(entry.blocks, width: width - column)
            {
                for (index, line) in narrow.enumerated() {
                    let free = index == 0 ? column - entry.label.width : column
                    let space = StyledText(TerminalStyle.spaces(free))
                    lines.append(
                        line.isEmpty ? "" : index == 0 ? label + space + line : space + line)
                }
            } else {
                lines += Wrapping.lines(label, width: width)
                lines += self.lines(entry.blocks, width: width - 2).map {
                    $0.isEmpty ? $0 : "  " + $0
                }
            }
        }
        return lines
    }

    /// Whether a word, such as a digest, would be cut that has room below its label.
    private func overflows(_ blocks: [Block], width: Int) -> Bool {
        blocks.contains { block in
            if case .paragraph(let text) = block {
                Wrapping.widestWord(of: text) > width
            } else {
                false
            }
        }
    }

    func numbered(_ entries: [Block.Entry], width: Int) -> [StyledText] {
        let digits = String(entries.count).count
        return Self.joined(
            isLoose: entries.contains { !$0.label.isEmpty && !$0.blocks.isEmpty },
            entries.enumerated().map { index, entry in
                let number = String(index + 1)
                let mark = TerminalStyle.spaces(digits - number.count) + number + ". "
                guard !entry.label.isEmpty else {
                    return hang(entry.blocks, behind: mark, width: width)
                }
                let inner = width - digits - 2
                let head = Wrapping.lines(entry.label.with(.bold), width: inner)
                return hang(head + lines(entry.blocks, width: inner), behind: mark)
            })
    }

    func ordered(
        _ items: [[Block]], from start: Int, delimiter: Character, width: Int
    ) -> [StyledText] {
        let digits = String(start + max(0, items.count - 1)).count
        return Self.joined(
            items.enumerated().map { index, blocks in
                let number = String(start + index)
                let space = TerminalStyle.spaces(digits - number.count)
                return hang(blocks, behind: space + number + "\(delimiter) ", width: width)
            })
    }

    func hang(_ blocks: [Block], behind mark: String, width: Int) -> [StyledText] {
        hang(lines(blocks, width: width - DisplayWidth.of(mark)), behind: mark)
    }

    func hang(_ lines: [StyledText], behind mark: String) -> [StyledText] {
        let space = StyledText(TerminalStyle.spaces(DisplayWidth.of(mark)))
        return lines.enumerated().map { index, line in
            index == 0 ? StyledText(mark) + line : line.isEmpty ? line : space + line
        }
    }

    /// The items one below the other, with an empty line between them where one has a head.
    static func joined(
        isLoose: Bool = false, _ items: [[StyledText]]
    ) -> [StyledText] {
        let isLoose = isLoose || items.contains { $0.count > 3 }
        return items.enumerated().flatMap { index, item in
            index > 0 && isLoose ? [""] + item : item
        }
    }
}
