/// A row of a table in Markdown: how wide its cells are says nothing.
enum TableRow {
    /// The row with one space on each side of a cell, and three dashes in one that parts rows.
    static func text(_ row: String) -> String {
        var cells = row.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.split(separator: " ").joined(separator: " ") }
        if cells.first == "" { cells.removeFirst() }
        if cells.last == "" { cells.removeLast() }
        let rule = cells.map { cell -> String? in
            let dashes = cell.drop { $0 == ":" }.prefix { $0 == "-" }
            guard !dashes.isEmpty, cell.allSatisfy({ $0 == "-" || $0 == ":" }) else { return nil }
            return (cell.first == ":" ? ":" : "") + "---" + (cell.last == ":" ? ":" : "")
        }
        let texts = rule.allSatisfy { $0 != nil } ? rule.compactMap(\.self) : cells
        return "| " + texts.joined(separator: " | ") + " |"
    }

    /// What a row is called: its first cell; empty where nothing is said there.
    static func name(_ text: String) -> String {
        let cell = text.dropFirst(2).prefix { $0 != "|" }.split(separator: " ")
            .joined(separator: " ")
        return cell.contains { $0.isLetter || $0.isNumber } ? cell : ""
    }

    /// Whether a row only parts the head of a table from what stands below it.
    static func isRule(_ text: String) -> Bool { text.allSatisfy { "|-: ".contains($0) } }
}
