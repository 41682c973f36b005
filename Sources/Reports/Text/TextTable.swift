/// Columns that are aligned, wrapped so that they fit.
public struct TextTable: Hashable, Sendable {
    /// On which side of its column a text stands.
    public enum Alignment: Hashable, Sendable {
        /// On the left, for words.
        case left
        /// On the right, for figures.
        case right
    }

    /// What stands above the columns; empty where nothing does.
    public var header: [StyledText]
    /// The rows. A row that is shorter than others ends in empty cells.
    public var rows: [[StyledText]]
    /// On which side each column stands; left where nothing is said.
    public var alignments: [Alignment]
    /// The places that the rows stand at; none where nothing is said.
    var anchors: [Anchor?] = []

    /// Makes a table.
    public init(
        rows: [[StyledText]], header: [StyledText] = [], alignments: [Alignment] = []
    ) {
        self.rows = rows
        self.header = header
        self.alignments = alignments
    }

    init(
        rows: [[StyledText]], header: [StyledText], alignments: [Alignment], anchors: [Anchor?]
    ) {
        self.init(rows: rows, header: header, alignments: alignments)
        self.anchors = anchors
    }

    /// The lines of the table, none wider than the terminal.
    ///
    /// - Parameters:
    ///   - style: The terminal.
    ///   - indent: How many columns stay free on the left.
    /// - Returns: The lines, without line ends.
    public func lines(style: TerminalStyle, indent: Int = 0) -> [String] {
        lines(width: style.width - indent).map {
            style.render($0.isEmpty ? $0 : StyledText(TerminalStyle.spaces(indent)) + $0)
        }
    }

    var columnCount: Int { max(header.count, rows.map(\.count).max() ?? 0) }

    func alignment(of column: Int) -> Alignment {
        column < alignments.count ? alignments[column] : .left
    }

    func lines(width: Int) -> [StyledText] {
        guard columnCount > 0 else { return [] }
        guard let widths = columnWidths(in: width) else { return stacked(width: width) }
        var lines: [StyledText] = []
        if !header.isEmpty {
            lines += self.lines(of: header.map { $0.with(.bold) }, widths)
            lines.append(
                StyledText(
                    widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .dim))
        }
        var wrapped = rows.map { self.lines(of: $0, widths) }
        // Where most rows take several lines, an empty one tells them apart.
        if wrapped.count(where: { $0.count > 1 }) * 2 > wrapped.count {
            wrapped = wrapped.enumerated().map { $0 == 0 ? $1 : [""] + $1 }
        }
        return lines + wrapped.flatMap(\.self)
    }

    // MARK: Widths

    private func cells(of column: Int) -> [StyledText] {
        ([header] + rows).compactMap { column < $0.count ? $0[column] : nil }
    }

    /// The width of each column, or nil where the columns can't stand side by side.
    private func columnWidths(in width: Int) -> [Int]? {
        let columns = (0..<columnCount).map(cells)
        let wanted = columns.map { $0.map(\.width).max() ?? 0 }
        let available = width - 2 * (columnCount - 1)
        if wanted.reduce(0, +) <= available { return wanted }
        var widths = columns.map { min(24, $0.map(Wrapping.widestWord).max() ?? 0) }
        guard widths.reduce(0, +) <= available else { return nil }
        var left = available - widths.reduce(0, +)
        // The narrowest column that wants more gets the next place, so short ones don't wrap.
        while left > 0,
            let narrowest = widths.indices.filter({ widths[$0] < wanted[$0] })
                .min(by: { widths[$0] < widths[$1] })
        {
            widths[narrowest] += 1
            left -= 1
        }
        return widths
    }

    // MARK: Lines

    private func lines(of row: [StyledText], _ widths: [Int]) -> [StyledText] {
        let cells = widths.indices.map { column in
            Wrapping.lines(column < row.count ? row[column] : "", width: widths[column])
        }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text: StyledText = ""
            var gap = 0
            for (column, width) in widths.enumerated() {
                let cell: StyledText = line < cells[column].count ? cells[column][line] : ""
                let free = max(0, width - cell.width)
                let isRight = alignment(of: column) == .right
                if !cell.isEmpty {
                    text =
                        text + StyledText(TerminalStyle.spaces(gap + (isRight ? free : 0))) + cell
                    gap = 0
                }
                gap += (cell.isEmpty ? width : isRight ? 0 : free) + 2
            }
            return text
        }
    }

    /// Row by row, each cell behind the name of its column.
    private func stacked(width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for (index, row) in rows.enumerated() {
            if index > 0 { lines.append("") }
            for (column, cell) in row.enumerated() where !cell.isEmpty {
                let label: StyledText = column < header.count ? header[column] : ""
                let text = label.isEmpty ? cell : label.with(.bold) + ": " + cell
                for (number, line) in Wrapping.lines(text, width: width - 2).enumerated() {
                    lines.append(number == 0 && column == 0 ? line : "  " + line)
                }
            }
        }
        return lines
    }
}
