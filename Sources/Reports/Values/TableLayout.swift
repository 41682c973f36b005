internal import Terms

/// Lays out objects of one kind as rows of a table, where all of their fields are short.
struct TableLayout {
    let fields: [Field]
    let layout: ValueLayout

    /// How many columns besides the first a table has at the most.
    private static let columnLimit = 5

    private struct Row {
        var head: StyledText
        var value: Value
        var path: TermPath?
    }

    /// The items of a list, or nil where they don't fit a table.
    func table(of items: [Value.Item], at path: TermPath?) -> TextTable? {
        let hasIds = items.contains { $0.id != nil }
        return table(
            items.enumerated().map { index, item in
                Row(
                    head: StyledText(item.id ?? ""), value: item.value,
                    path: path?.appending(item.id ?? String(index + 1)))
            },
            head: hasIds ? "Id" : nil, fields.filter { $0.name != "id" || !hasIds })
    }

    /// The members of a map, or nil where they don't fit a table.
    func table(
        of members: [Value.Member], head: StyledText, at path: TermPath?,
        key: (String) -> StyledText
    ) -> TextTable? {
        table(
            members.map {
                Row(head: key($0.key), value: $0.value, path: path?.appending($0.key))
            }, head: head, fields)
    }

    /// Keyed objects: a table of their short fields, and below it each of their longer fields.
    func registry(_ members: [Value.Member], at path: TermPath?) -> [Block] {
        let short = Array(
            fields.filter { field in
                field.type.isCompact && members.contains { $0.value[field.name] != nil }
            }.prefix(Self.columnLimit))
        let rows = members.map {
            Row(head: StyledText($0.key), value: $0.value, path: path?.appending($0.key))
        }
        var blocks: [Block] =
            table(rows, head: "Id", short, isPart: true).map { [.table($0)] } ?? []
        for field in fields where !short.contains(where: { $0.name == field.name }) {
            let values = members.compactMap { member in
                member.value[field.name].map { Value.Member(key: member.key, value: $0) }
            }.filter { $0.value != .list([]) }
            guard !values.isEmpty else { continue }
            blocks.append(.caption(StyledText(field.label, .bold)))
            blocks += details(of: values, field, names: rows.isEmpty ? [] : members)
        }
        return blocks
    }

    /// One field of several objects: rows that name the object, or an entry for each.
    private func details(
        of values: [Value.Member], _ field: Field, names: [Value.Member]
    ) -> [Block] {
        func name(_ key: String) -> StyledText {
            StyledText(names.first { $0.key == key }?.value["name"]?.text ?? key)
        }
        if case .list(.object(let inner), _) = field.type {
            let rows = values.flatMap { member in
                member.value.items.map { Row(head: name(member.key), value: $0.value) }
            }
            if let table = TableLayout(fields: inner, layout: layout).table(
                rows, head: "Whose", inner)
            {
                return [.table(table)]
            }
        }
        return [.grid(values.map { .init(name($0.key), layout.blocks($0.value, field.type)) })]
    }

    // MARK: Rows and columns

    private struct Column {
        var head: StyledText
        var alignment: TextTable.Alignment
        var cell: (Value) -> StyledText
    }

    /// The rows under the fields that any of them has; nil where a field is too long for a
    /// table, or, unless this is but a part of what is shown, where something would be left out.
    private func table(
        _ rows: [Row], head: StyledText?, _ fields: [Field], isPart: Bool = false
    ) -> TextTable? {
        let filled = fields.filter { field in rows.contains { $0.value[field.name] != nil } }
        guard (1...Self.columnLimit).contains(filled.count),
            filled.allSatisfy(\.type.isCompact),
            isPart
                || rows.allSatisfy({ row in
                    row.value.members.allSatisfy { member in
                        member.key == "id" || filled.contains { $0.name == member.key }
                    }
                })
        else { return nil }
        let columns = filled.flatMap { self.columns(of: $0, rows) }
        return TextTable(
            rows: rows.map { row in
                (head == nil ? [] : [row.head]) + columns.map { $0.cell(row.value) }
            },
            header: (head.map { [$0] } ?? []) + columns.map(\.head),
            alignments: (head == nil ? [] : [.left]) + columns.map(\.alignment),
            anchors: rows.map { $0.path.map(Anchor.init) })
    }

    /// The column of a field; for a split, a column for each party that takes part.
    private func columns(of field: Field, _ rows: [Row]) -> [Column] {
        if field.type.isSplit {
            let parties = layout.parties(in: rows.compactMap { $0.value[field.name] })
            if parties.count <= 4 {
                return parties.map { party in
                    Column(head: StyledText(layout.names.party(party)), alignment: .right) {
                        StyledText($0[field.name]?[party]?.text ?? "")
                    }
                }
            }
        }
        return [
            Column(
                head: StyledText(field.label), alignment: field.type.isFigure ? .right : .left
            ) { value in
                value[field.name].flatMap { layout.line($0, field.type, withRole: false) } ?? ""
            }
        ]
    }
}

extension ValueLayout {
    /// The parties of some splits, by id.
    func parties(in splits: [Value]) -> [String] {
        Set(splits.flatMap { $0.members.map(\.key) }).sorted()
    }
}
