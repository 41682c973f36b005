internal import Redline
internal import Terms

extension ComparisonReport {
    /// Every figure that changes: money, shares, dates, times and counts, old and new side by side.
    var figures: [Block] {
        let rows = comparison.changes.compactMap(row)
        guard !rows.isEmpty else { return [] }
        let isSized = rows.contains { !$0[4].isEmpty }
        return [
            Self.heading("Figures", at: "figures"),
            .table(
                TextTable(
                    rows: rows.map { isSized ? $0 : Array($0.dropLast()) },
                    header: ["Term", "Old", "", "New"] + (isSized ? ["Difference"] : []),
                    alignments: [.left, .right, .left, .right, .right])),
        ]
    }

    private func row(_ change: TermChange) -> [StyledText]? {
        guard change.kind == .changed, let old = change.old?.scalar, let new = change.new?.scalar,
            old.isFigure, new.isFigure
        else { return nil }
        var difference: StyledText = ""
        if case .difference(let found) = change.detail { difference = StyledText(found.text) }
        return [
            StyledText(shortLabel(change)), StyledText(old.description, .together), "→",
            StyledText(new.description, .together), difference,
        ]
    }

    /// The label without its section, with the party of a share by name.
    private func shortLabel(_ change: TermChange) -> String {
        let parts = change.label.split(separator: " › ")
        guard let parent = change.path.parent, FieldType.at(parent)?.isSplit == true else {
            return parts.dropFirst().joined(separator: " › ")
        }
        return (parts.dropFirst().dropLast() + [layout.names.party(change.path.last)[...]])
            .joined(separator: " › ")
    }
}
