internal import Terms

extension SourceNode {
    /// A list or fields in brackets, with the text of a side that says just that, or a new one
    /// made of the texts of the entries.
    func inBrackets(like sides: [SourceNode]) -> SourceNode {
        var node = self
        if let same = sides.first(where: { $0.isFlow && $0.entries == entries }) {
            node.rest = same.rest
            return node
        }
        let space = rest.first?.text.prefix { $0 == " " } ?? " "
        let written = entries.map { entry in
            let value = entry.node.flowText
            return entry.written == "-" ? value : entry.written + ": " + value
        }.joined(separator: ", ")
        let isMapping = if case .mapping = content { true } else { false }
        node.rest = [SourceLine(rest: space + (isMapping ? "{\(written)}" : "[\(written)]"))]
        return node
    }

    /// The text of the value as it can stand in brackets.
    private var flowText: String {
        let isBlock = if case .scalar(_, .block) = content { true } else { false }
        if case .inline = layout, rest.count == 1, !isBlock {
            let text = String(rest[0].text.drop { $0 == " " })
            if isFlow || "\"'".contains(text.first ?? " ") { return text }
        }
        return YAMLWriting.flow(yaml)
    }

    private var yaml: YAMLNode {
        let start = SourcePosition(line: 1, column: 1)
        let inner: YAMLNode.Content =
            switch content {
            case .scalar(let text, let style): .scalar(text, style)
            case .sequence(let entries): .sequence(entries.map(\.node.yaml))
            case .mapping(let entries):
                .mapping(
                    entries.map {
                        YAMLNode.Entry(key: $0.key, keyPosition: start, value: $0.node.yaml)
                    })
            }
        return YAMLNode(content: inner, position: start)
    }

    /// Takes over the comments of entries that are gone: they go to what stood behind them.
    mutating func adopt(
        _ orphans: [String: [SourceLine]], order: [String], merged: [String: SourceEntry]
    ) {
        var waiting: [SourceLine] = []
        for name in order {
            if let entry = merged[name], !waiting.isEmpty,
                let index = entries.firstIndex(where: { $0 == entry })
            {
                entries[index].lead = waiting + entries[index].lead
                waiting = []
            }
            waiting += orphans[name] ?? []
        }
        tail = waiting + tail
    }
}

extension Value {
    /// All that it says, for telling how alike two items are.
    var words: String {
        switch self {
        case .scalar(let scalar): scalar.description
        case .object(let members): members.map(\.value.words).joined(separator: "\n")
        case .list(let items): items.map(\.value.words).joined(separator: "\n")
        }
    }
}
