internal import Redline
internal import Terms

/// The same in a few lines, for those who only want to know where.
extension ComparisonReport {
    /// The path of each term that changed, and of each file in which nothing but comments or white
    /// space did, one a line.
    public var names: String {
        let terms = comparison.changes.map(\.path.description)
        let named = Set(comparison.changes.map { $0.path.section })
        let files = (comparison.comments.map(\.file) + comparison.formattingOnly).filter {
            !named.contains(Self.path(ofFile: $0).section)
        }
        var seen: Set<String> = []
        return (terms + files.sorted()).filter { seen.insert($0).inserted }
            .map { TextRules.visible($0) + "\n" }.joined()
    }

    /// How much changed in each section and clause, and the summary.
    public func stat(style: TerminalStyle) -> String {
        var order: [String] = []
        var changes: [String: [TermChange]] = [:]
        for change in comparison.changes {
            if changes[change.path.section] == nil { order.append(change.path.section) }
            changes[change.path.section, default: []].append(change)
        }
        let rows =
            order.map { section in
                [StyledText(section), StyledText(Self.counts(changes[section] ?? []))]
            }
            + comparison.comments.map {
                [StyledText($0.file), StyledText("\($0.count) of comments")]
            } + comparison.formattingOnly.map { [StyledText($0), "formatting only"] }
        let table: [Block] = rows.isEmpty ? [] : [.table(TextTable(rows: rows))]
        return TextRenderer(style: style).document(table + [.paragraph(StyledText(summary))])
    }

    /// `2 changed, 1 added`.
    private static func counts(_ changes: [TermChange]) -> String {
        ["changed", "added", "removed", "moved"].compactMap { word in
            let count = changes.count { self.word(for: $0) == word }
            return count == 0 ? nil : "\(count) \(word)"
        }.joined(separator: ", ")
    }
}
