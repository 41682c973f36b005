internal import Terms

/// All divisions of a list at a glance, such as those of the revenue streams: a column for each
/// party, a row for each item and each of its tiers.
struct SharesOverview {
    let layout: ValueLayout

    private struct Row {
        var head: StyledText
        var condition: StyledText
        var split: Value
    }

    /// The table and its drawing, where most of the items divide something among at most four
    /// parties.
    func blocks(of items: [Value.Item], _ fields: [Field], at path: TermPath?) -> [Block] {
        let rows = items.map { self.rows(of: $0, fields) }
        let parties = layout.parties(in: rows.flatMap { $0.map(\.split) })
        guard items.count > 1, (1...4).contains(parties.count),
            rows.count(where: { !$0.isEmpty }) * 2 > items.count
        else { return [] }
        return [
            .table(table(rows.flatMap(\.self), parties)),
            .figure(chart(zip(items, rows).map { ($0.id ?? "", $1) }, parties, at: path)),
        ]
    }

    private func table(_ rows: [Row], _ parties: [String]) -> TextTable {
        let isTiered = rows.contains { !$0.condition.isEmpty }
        return TextTable(
            rows: rows.map { row in
                [row.head] + (isTiered ? [row.condition] : [])
                    + parties.map { StyledText(row.split[$0]?.text ?? "") }
            },
            header: ["Shares"] + (isTiered ? [""] : [])
                + parties.map { StyledText(layout.names.party($0)) },
            alignments: (isTiered ? [.left, .left] : [.left]) + parties.map { _ in .right })
    }

    private func chart(
        _ items: [(name: String, rows: [Row])], _ parties: [String], at path: TermPath?
    ) -> BarChart {
        let bars = items.flatMap { item in
            item.rows.map { row in
                let condition = row.condition.isEmpty ? "" : ", " + row.condition.plain
                return BarChart.Bar(
                    label: item.name + condition,
                    parts: parties.enumerated().compactMap { index, party in
                        guard let share = row.split[party]?.share else { return nil }
                        return .init(
                            owner: index, length: share.basisPoints, text: share.description)
                    })
            }
        }
        return BarChart(
            title: "Who receives which part", legend: parties.map(layout.names.party), bars: bars,
            anchor: path.map(Anchor.init))
    }

    private func rows(of item: Value.Item, _ fields: [Field]) -> [Row] {
        let head = StyledText(item.id ?? "")
        var rows: [Row] = []
        for field in fields {
            guard let value = item.value[field.name] else { continue }
            if field.type.isSplit {
                rows.append(Row(head: head, condition: "", split: value))
            } else if case .list(.object(let inner), _) = field.type {
                rows += value.items.compactMap { row(of: $0.value, inner) }
            }
        }
        for index in rows.indices { rows[index].head = index == 0 ? head : "" }
        return rows
    }

    /// A tier: its split under the condition that its other fields say.
    private func row(of tier: Value, _ fields: [Field]) -> Row? {
        guard let split = fields.first(where: \.type.isSplit), let value = tier[split.name] else {
            return nil
        }
        let condition = fields.filter { $0.name != "id" && !$0.type.isSplit }
            .compactMap { field -> StyledText? in
                tier[field.name].flatMap { layout.line($0, field.type) }.map {
                    StyledText(field.label.lowercased()) + " " + $0
                }
            }
        return Row(head: "", condition: condition.joinedByDots(), split: value)
    }
}
