// Finds the place that a path names, and makes what is missing on the way to it.

extension YAMLEditor {
    mutating func edit(
        _ path: TermPath, to value: YAMLNode, types: [FieldType]
    ) throws(EditError) {
        let type = types[types.count - 1]
        var node = root
        var inFlow = false
        var components = path.inner
        while let component = components.first {
            inFlow = inFlow || isFlow(node)
            switch node.content {
            case .mapping(let entries):
                guard let entry = entries.first(where: { $0.key == component }) else {
                    let new = nested(components.dropFirst(), value, types: types)
                    try insert(component, new, in: node, entries: entries, inFlow: inFlow)
                    return
                }
                components = components.dropFirst()
                if components.isEmpty || (entry.value.isEmpty && !components.isEmpty) {
                    let wanted = nested(components, value, types: types)
                    try replace(entry, by: wanted, inFlow: inFlow, type: type)
                    return
                }
                node = entry.value
            case .sequence(let items):
                guard let index = index(of: component, in: items) else {
                    guard Int(component).map({ $0 == items.count + 1 }) ?? true else {
                        throw EditError(
                            "there is no item `\(component)`; there are \(items.count)",
                            at: node.position,
                            next: "To add one, use the number \(items.count + 1)")
                    }
                    let new = nested(components, value, types: types)
                    guard case .sequence(let added) = new.content else { return }
                    try append(added[0], to: node, items: items, inFlow: inFlow)
                    return
                }
                components = components.dropFirst()
                if components.isEmpty {
                    try replaceItem(
                        items[index], by: value, dash: node.position, inFlow: inFlow, type: type)
                    return
                }
                node = items[index]
            case .scalar:
                throw EditError(
                    "`\(path)` can't be set: a single value stands where fields are wanted",
                    at: node.position)
            }
        }
    }

    func index(of component: String, in items: [YAMLNode]) -> Int? {
        items.firstIndex { item in
            if case .scalar(component, _)? = item["id"]?.content { true } else { false }
        }
            ?? Int(component).flatMap { number in
                number > 0 && number <= items.count && items[number - 1]["id"] == nil
                    ? number - 1 : nil
            }
    }

    /// The value wrapped in what is missing above it: a mapping for a field or a key, a list
    /// with one item for an item, which starts with its `id`.
    func nested(
        _ components: ArraySlice<String>, _ value: YAMLNode, types: [FieldType]
    ) -> YAMLNode {
        var node = value
        for (index, component) in components.enumerated().reversed() {
            let owner = types[types.count - 1 - components.count + index]
            guard case .list(let item, _) = owner else {
                node.content = .mapping([entry(component, node)])
                continue
            }
            if item.hasIdentity, case .mapping(let entries) = node.content,
                !entries.contains(where: { $0.key == "id" })
            {
                let id = YAMLNode(content: .scalar(component, .plain), position: node.position)
                node.content = .mapping([entry("id", id)] + entries)
            }
            node.content = .sequence([node])
        }
        return node
    }

    func entry(_ key: String, _ value: YAMLNode) -> YAMLNode.Entry {
        YAMLNode.Entry(key: key, keyPosition: value.position, value: value)
    }

    mutating func insert(
        _ key: String, _ node: YAMLNode, in mapping: YAMLNode, entries: [YAMLNode.Entry],
        inFlow: Bool
    ) throws(EditError) {
        if inFlow {
            try insertFlow(
                "\(key): \(YAMLWriting.flow(node))", in: mapping, isEmpty: entries.isEmpty)
            return
        }
        guard let last = entries.last else {
            source.insert(YAMLWriting.entry(key, node, indent: 0), at: source.lines.count)
            return
        }
        let indent = last.keyPosition.column - 1
        let end = source.lastLine(
            from: last.keyPosition.line - 1, deeperThan: indent, dashes: true)
        source.insert(YAMLWriting.entry(key, node, indent: indent), at: end + 1)
    }

    mutating func append(
        _ node: YAMLNode, to sequence: YAMLNode, items: [YAMLNode], inFlow: Bool
    ) throws(EditError) {
        if inFlow {
            try insertFlow(YAMLWriting.flow(node), in: sequence, isEmpty: items.isEmpty)
            return
        }
        let indent = sequence.position.column - 1
        let start = (items.last?.position.line ?? sequence.position.line) - 1
        let end = source.lastLine(from: start, deeperThan: indent, dashes: false)
        source.insert(YAMLWriting.item(node, indent: indent), at: end + 1)
    }

    mutating func insertFlow(
        _ text: String, in collection: YAMLNode, isEmpty: Bool
    ) throws(EditError) {
        let start = (line: collection.position.line - 1, column: collection.position.column - 1)
        let end = try endOfFlow(from: start)
        let close = (line: end.line, column: end.column - 1)
        source.replace(from: close, to: close, by: (isEmpty ? "" : ", ") + text)
    }
}
