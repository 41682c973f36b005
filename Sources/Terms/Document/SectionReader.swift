/// Turns YAML into typed values by the schema, and reports what does not fit.
struct SectionReader {
    let name: String
    let file: String
    let fields: [Field]
    var findings: [Finding] = []
    var positions: [TermPath: SourcePosition] = [:]
    var keyPositions: [TermPath: SourcePosition] = [:]

    init(section: SectionName) {
        self.init(section.fields, named: section.rawValue, file: section.file)
    }

    init(_ fields: [Field], named name: String, file: String) {
        self.name = name
        self.file = file
        self.fields = fields
    }

    /// The file's value; nil where the document is no mapping.
    mutating func read(_ root: YAMLNode?) -> Value? {
        let path = TermPath(section: name)
        // Growing hashes every path anew, many times in a large file.
        positions.reserveCapacity(root?.count ?? 0)
        guard let root, !root.isEmpty else {
            let empty = YAMLNode(
                content: .mapping([]), position: SourcePosition(line: 1, column: 1))
            return readObject(empty, fields: fields, at: path)
        }
        guard case .mapping = root.content else {
            report(
                "wrong-shape", root.position, path,
                "the file should hold fields like `\(fields[0].name): ...`")
            return nil
        }
        return readObject(root, fields: fields, at: path)
    }

    mutating func read(_ node: YAMLNode, as type: FieldType, at path: TermPath) -> Value? {
        positions[path] = node.position
        switch type {
        case .object(let fields):
            return readObject(node, fields: fields, at: path)
        case .list(let itemType, let order):
            return readList(node, of: itemType, order: order, at: path)
        case .map(let keys, let valueType):
            return readMap(node, keys: keys, values: valueType, at: path)
        default:
            return readScalar(node, as: type, at: path).map(Value.scalar)
        }
    }

    // MARK: Objects and maps

    private mutating func readObject(
        _ node: YAMLNode, fields: [Field], at path: TermPath
    ) -> Value? {
        guard case .mapping(let entries) = node.content else {
            report(
                "wrong-shape", node.position, path,
                "`\(path.last)` should hold fields like `\(fields[0].name): ...`")
            return nil
        }
        for entry in entries where !fields.contains(where: { $0.name == entry.key }) {
            let nearest = Suggestion.nearest(to: entry.key, in: fields.map(\.name))
            report(
                "unknown-key", entry.keyPosition, path.appending(entry.key),
                "unknown key `\(TextRules.visible(entry.key))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: nearest == nil
                    ? "Known here: \(fields.map(\.name).joined(separator: ", "))" : nil)
        }
        var members: [Value.Member] = []
        for field in fields {
            let entry = entries.first { $0.key == field.name }
            if let entry, !entry.value.isEmpty {
                let fieldPath = path.appending(field.name)
                if let value = read(entry.value, as: field.type, at: fieldPath) {
                    members.append(.init(key: field.name, value: value))
                }
            } else if field.presence == .required {
                report(
                    "missing-field", entry?.keyPosition ?? node.position,
                    path.appending(field.name),
                    "`\(field.name)` is missing in `\(path)`: \(field.question)")
            } else if let entry, field.presence == .neverEmpty {
                report(
                    "empty-field", entry.keyPosition, path.appending(field.name),
                    "`\(field.name)` is empty, and nobody can tell whether that means nothing or "
                        + "everything",
                    next: "Delete the line, or say what it holds")
            }
        }
        return .object(members)
    }

    private mutating func readMap(
        _ node: YAMLNode, keys: FieldType.MapKey, values: FieldType, at path: TermPath
    ) -> Value? {
        let entries: [YAMLNode.Entry]
        switch node.content {
        case .mapping(let written):
            entries = written
        case .sequence(let items) where items.isEmpty:
            entries = []
        default:
            report("wrong-shape", node.position, path, "`\(path.last)` should hold `key: ...`")
            return nil
        }
        var members: [Value.Member] = []
        for entry in entries {
            guard Identifier.isValid(entry.key) else {
                report(
                    "bad-id", entry.keyPosition, path.appending("?"),
                    "`\(TextRules.visible(entry.key))` is not an id: lower-case letters, digits "
                        + "and hyphens, starting with a letter, 63 at the most")
                continue
            }
            let entryPath = path.appending(entry.key)
            keyPositions[entryPath] = entry.keyPosition
            if entry.value.isEmpty, case .object = values {
                report(
                    "missing-field", entry.keyPosition, entryPath, "`\(entry.key)` has no fields")
                continue
            }
            if let value = read(entry.value, as: values, at: entryPath) {
                members.append(.init(key: entry.key, value: value))
            }
        }
        if keys == .shareOfParty, members.count == entries.count {
            checkSum(of: members, node: node, at: path)
        }
        members.sort { $0.key < $1.key }
        return .object(members)
    }

    private mutating func checkSum(of members: [Value.Member], node: YAMLNode, at path: TermPath) {
        let sum = members.reduce(0) { total, member in
            guard case .scalar(.share(let share)) = member.value else { return total }
            return total + share.basisPoints
        }
        guard sum != Share.whole.basisPoints else { return }
        let difference = Share.whole.basisPoints - sum
        report(
            "shares-sum", node.position, path,
            "the shares in `\(path)` sum to \(Share.percent(sum)), not to 100%",
            next: difference > 0
                ? "\(Share.percent(difference)) is given to nobody"
                : "\(Share.percent(-difference)) is given twice")
    }

    // MARK: Lists

    private mutating func readList(
        _ node: YAMLNode, of type: FieldType, order: FieldType.ListOrder, at path: TermPath
    ) -> Value? {
        let nodes: [YAMLNode]
        switch node.content {
        case .sequence(let items):
            nodes = items
        default:
            report(
                "wrong-shape", node.position, path,
                "`\(path.last)` should be a list of items that start with `-`")
            return nil
        }
        var items: [Value.Item] = []
        var ids: [String: SourcePosition] = [:]
        var places: [SourcePosition] = []
        for item in nodes {
            let id = type.hasIdentity ? identity(of: item) : nil
            let itemPath = path.appending(id ?? String(items.count + 1))
            if let id {
                if let first = ids[id] {
                    report(
                        "duplicate-id", item["id"]?.position ?? item.position, itemPath,
                        "the id `\(id)` is used twice; first in line \(first.line)",
                        next: "Give this item an id of its own")
                    continue
                }
                ids[id] = item.position
            }
            if item.isEmpty, type.isScalar {
                report("bad-value", item.position, itemPath, "an item of `\(path)` is empty")
                continue
            }
            if let value = read(item, as: type, at: itemPath) {
                items.append(Value.Item(id: id, value: value))
                places.append(item.position)
            }
        }
        return .list(order == .set ? distinct(items, places: places, at: path) : items)
    }

    private func identity(of node: YAMLNode) -> String? {
        guard case .scalar(let text, _)? = node["id"]?.content, Identifier.isValid(text) else {
            return nil
        }
        return text
    }

    /// The items of a set: sorted by what they say, with their positions; twins are reported.
    private mutating func distinct(
        _ items: [Value.Item], places: [SourcePosition], at path: TermPath
    ) -> [Value.Item] {
        var seen: Set<Value> = []
        for item in items where !seen.insert(item.value).inserted {
            report(
                "listed-twice", positions[path] ?? SourcePosition(line: 1, column: 1), path,
                "`\(item.value.text ?? "")` is listed twice in `\(path)`")
        }
        let sorted = zip(items, places).sorted { left, right in
            (left.0.value.text ?? "", left.1) < (right.0.value.text ?? "", right.1)
        }
        for (index, (_, place)) in sorted.enumerated() {
            positions[path.appending(String(index + 1))] = place
        }
        return sorted.map(\.0)
    }

    // MARK: Reports

    mutating func report(
        _ rule: String, _ position: SourcePosition, _ path: TermPath, _ message: String,
        next: String? = nil
    ) {
        findings.append(
            Finding(
                rule: rule, file: file, position: position, path: path, message: message,
                next: next))
    }
}
