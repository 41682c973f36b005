internal import Redline

/// A row of a table.
struct TableLine: DocumentPart {
    var cells: [StyledText]
    var anchor: Anchor?

    /// Whether its first cell stands once in both states of the table.
    var isNamed = false

    /// The rows of two states of a table below their headers.
    static func all(of old: TextTable, _ new: TextTable) -> (old: [TableLine], new: [TableLine]) {
        var (before, after) = (lines(of: old), lines(of: new))
        let names = (once(before), once(after))
        let shared = names.0.intersection(names.1)
        for index in before.indices { before[index].isNamed = shared.contains(before[index].first) }
        for index in after.indices { after[index].isNamed = shared.contains(after[index].first) }
        return (before, after)
    }

    private static func lines(of table: TextTable) -> [TableLine] {
        table.rows.enumerated().map { index, cells in
            TableLine(
                cells: cells, anchor: index < table.anchors.count ? table.anchors[index] : nil)
        }
    }

    private static func once(_ lines: [TableLine]) -> Set<String> {
        let counts = Dictionary(lines.map { ($0.first, 1) }, uniquingKeysWith: +)
        return Set(counts.filter { $0.value == 1 }.keys.filter { !$0.isEmpty })
    }

    /// The cell in a column; empty behind the last one.
    func cell(_ column: Int) -> StyledText { column < cells.count ? cells[column] : "" }

    private var first: String { cell(0).plain }
    var name: String { anchor?.id ?? content }
    var key: String { isNamed ? first : content }
    var content: String { cells.content }
    var canMove: Bool { content.contains { $0.isLetter || $0.isNumber } }

    func mapped(_ change: (StyledText) -> StyledText) -> TableLine {
        TableLine(cells: cells.map(change), anchor: anchor)
    }

    func carried(
        to new: TableLine, _ move: Int, _ tracking: Tracking?, _ comparer: inout TextComparer
    ) -> (from: TableLine, to: TableLine)? {
        let change = TrackedSpan(tracking: tracking, move: move)
        var (from, to) = (self, new)
        (from.cells, to.cells) = ([], [])
        for column in 0..<max(cells.count, new.cells.count) {
            var none = 0
            let redline = StyledText.redline(
                from: cell(column), to: new.cell(column), by: tracking, moves: &none, &comparer)
            let sides = redline.sides(of: change)
            from.cells.append(sides.from)
            to.cells.append(sides.to)
        }
        let hasMoved = to.cells.contains { $0.spans.contains { $0.change == change } }
        return hasMoved ? (from, to) : nil
    }
}
