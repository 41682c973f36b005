internal import Terms

/// Lays out a value as people would write it, by its type and shape alone.
struct ValueLayout {
    let names: Names
    var wording: ScalarWording { ScalarWording(names: names) }

    /// The value as parts of a document; `path` is where it stands, for links to what is in it.
    func blocks(_ value: Value, _ type: FieldType?, at path: TermPath? = nil) -> [Block] {
        if let line = line(value, type) { return [.paragraph(line)] }
        switch (type, value) {
        case (_, .scalar(.prose(let prose))):
            return prose.paragraphs.map { .paragraph(StyledText($0)) }
        case (.object(let fields), .object(let members))
        where fields.count == 1 && members.count == 1:
            // Its label would say the same again.
            return blocks(
                members[0].value, fields[0].type, at: path?.appending(members[0].key))
        case (.object(let fields), .object(let members)):
            return [.grid(entries(of: members, fields, at: path))]
        case (.map(let keys, let valueType), .object(let members)):
            return map(members, keys: keys, of: valueType, at: path)
        case (.list(let itemType, let order), .list(let items)):
            return list(items, of: itemType, order: order, at: path)
        case (_, .object(let members)):
            return [.grid(members.map { .init(StyledText($0.key), blocks($0.value, nil)) })]
        case (_, .list(let items)):
            return [.bulleted(items.map { blocks($0.value, nil) })]
        case (_, .scalar): return []
        }
    }

    /// The value in one line, or nil where it takes more.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - type: Its type; nil where the schema knows none.
    ///   - withRole: Whether a person is told with their role.
    /// - Returns: The line.
    func line(_ value: Value, _ type: FieldType?, withRole: Bool = true) -> StyledText? {
        switch (type, value) {
        case (_, .scalar(.prose(let prose))):
            guard prose.paragraphs.count <= 1 else { return nil }
            return StyledText(prose.description)
        case (_, .scalar(let scalar)):
            return StyledText(
                wording.text(scalar, type, withRole: withRole), scalar.isFigure ? .together : [])
        case (.map(.shareOfParty, let shares), .object(let members)):
            return members.map { member in
                StyledText(names.party(member.key)) + StyledText(" ", .together)
                    + (line(member.value, shares) ?? StyledText(member.value.text ?? ""))
            }.joinedByDots()
        case (_, .object(let members)): return members.isEmpty ? "none" : nil
        case (_, .list(let items)) where items.isEmpty: return "none"
        case (.list(let itemType, let order), .list(let items)):
            return line(of: items, itemType, order)
        default: return nil
        }
    }

    /// References, and sets of short texts, one behind the other.
    private func line(
        of items: [Value.Item], _ type: FieldType, _ order: FieldType.ListOrder
    ) -> StyledText? {
        let isReference = if case .reference = type { true } else { false }
        guard isReference || (order == .set && type.isLine) else { return nil }
        let texts = items.compactMap { line($0.value, type, withRole: false) }
        guard texts.count == items.count,
            isReference || texts.allSatisfy({ $0.width <= 24 && !$0.plain.contains(" · ") })
        else { return nil }
        return texts.joinedByDots()
    }

    /// The fields that are there, in the order of the schema.
    func entries(
        of members: [Value.Member], _ fields: [Field], at path: TermPath?
    ) -> [Block.Entry] {
        let known = fields.compactMap { field -> Block.Entry? in
            guard let member = members.first(where: { $0.key == field.name }) else { return nil }
            let place = path?.appending(field.name)
            return .init(
                StyledText(field.label), blocks(member.value, field.type, at: place),
                at: place.map(Anchor.init))
        }
        let unknown = members.filter { member in !fields.contains { $0.name == member.key } }
        return known + unknown.map { .init(StyledText($0.key), blocks($0.value, nil)) }
    }

    // MARK: Lists and maps

    private func list(
        _ items: [Value.Item], of type: FieldType, order: FieldType.ListOrder, at path: TermPath?
    ) -> [Block] {
        guard case .object(let fields) = type else {
            let inner = items.map { blocks($0.value, type) }
            return order == .ordered && items.count > 1
                ? [.numbered(inner.map { .init("", $0) })] : [.bulleted(inner)]
        }
        if let ladder = LadderLayout(fields: fields, layout: self) {
            return [.ladder(ladder.rungs(of: items, at: path))]
        }
        if let table = TableLayout(fields: fields, layout: self).table(of: items, at: path) {
            return [.table(table)]
        }
        let cards = Block.numbered(
            items.enumerated().map { index, item in
                let inner = item.value.members.filter { $0.key != "id" || item.id == nil }
                let place = path?.appending(item.id ?? String(index + 1))
                return .init(
                    StyledText(item.id ?? ""),
                    inner.isEmpty ? [] : [.grid(entries(of: inner, fields, at: place))],
                    at: place.map(Anchor.init))
            })
        let overview =
            SharesOverview(layout: self).blocks(of: items, fields, at: path)
            + InvestmentsOverview(layout: self).blocks(of: items, fields, at: path)
        return overview.filter { !$0.isTooLargeToSee } + [cards]
    }

    private func map(
        _ members: [Value.Member], keys: FieldType.MapKey, of type: FieldType, at path: TermPath?
    ) -> [Block] {
        func entry(_ member: Value.Member, _ blocks: (TermPath?) -> [Block]) -> Block.Entry {
            let place = path?.appending(member.key)
            return .init(key(member.key, keys), blocks(place), at: place.map(Anchor.init))
        }
        guard case .object(let fields) = type else {
            return [
                .grid(
                    members.map { member in entry(member) { blocks(member.value, type, at: $0) } })
            ]
        }
        let tables = TableLayout(fields: fields, layout: self)
        if keys == .identifier { return tables.registry(members, at: path) }
        if let table = tables.table(of: members, head: "Party", at: path, key: { key($0, keys) }) {
            return [.table(table)]
        }
        return [
            .grid(
                members.map { member in
                    entry(member) { [.grid(entries(of: member.value.members, fields, at: $0))] }
                })
        ]
    }

    private func key(_ key: String, _ keys: FieldType.MapKey) -> StyledText {
        StyledText(keys == .identifier ? key : names.party(key))
    }
}
