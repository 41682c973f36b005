/// Breaks text into lines at its spaces; a word that is wider than a line is cut.
enum Wrapping {
    private struct Cell {
        var character: Character
        var attributes: TextAttributes
    }

    private struct Word {
        var cells: [Cell] = []
        var width = 0
    }

    /// The lines, none wider than `width` columns; at least one. Runs of spaces become one.
    static func lines(_ text: StyledText, width: Int) -> [StyledText] {
        let width = max(2, width)
        var lines: [[Cell]] = []
        var line: [Cell] = []
        var used = 0
        for word in words(of: text) {
            if used > 0, used + 1 + word.width <= width {
                line.append(space(between: line.last, and: word.cells.first))
                line += word.cells
                used += 1 + word.width
                continue
            }
            if used > 0 { lines.append(line) }
            line = []
            used = 0
            for cell in word.cells {
                let columns = DisplayWidth.of(cell.character)
                if used > 0, used + columns > width {
                    lines.append(line)
                    line = []
                    used = 0
                }
                line.append(cell)
                used += columns
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        return lines.map(styled)
    }

    /// The width of the widest word.
    static func widestWord(of text: StyledText) -> Int {
        words(of: text).map(\.width).max() ?? 0
    }

    private static func words(of text: StyledText) -> [Word] {
        var words: [Word] = []
        var word = Word()
        for span in text.spans {
            for character in span.text {
                if character == " ", !span.attributes.contains(.together) {
                    if !word.cells.isEmpty { words.append(word) }
                    word = Word()
                } else {
                    word.cells.append(Cell(character: character, attributes: span.attributes))
                    word.width += DisplayWidth.of(character)
                }
            }
        }
        if !word.cells.isEmpty { words.append(word) }
        return words
    }

    private static func space(between left: Cell?, and right: Cell?) -> Cell {
        let common = (left?.attributes ?? []).intersection(right?.attributes ?? [])
        return Cell(character: " ", attributes: common)
    }

    private static func styled(_ cells: [Cell]) -> StyledText {
        var text: StyledText = ""
        var run = ""
        for (index, cell) in cells.enumerated() {
            run.append(cell.character)
            if index + 1 == cells.count || cells[index + 1].attributes != cell.attributes {
                text.append(safe: run, cell.attributes)
                run = ""
            }
        }
        return text
    }
}
