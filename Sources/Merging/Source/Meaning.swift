internal import Terms

/// What a text means, whatever its style, so that two ways to say the same are no change.
enum Meaning {
    /// The typed value; a text as it is where it does not fit the type, nil where nothing is said.
    static func of(_ content: SourceNode.Content, as type: FieldType?) -> Value? {
        switch content {
        case .scalar(let text, let style):
            let node = YAMLNode(
                content: .scalar(text, style), position: SourcePosition(line: 1, column: 1))
            if node.isEmpty { return nil }
            let typed = type.flatMap { try? ScalarReader.read(text, as: $0) }
            return .scalar(typed ?? .text(text))
        case .mapping(let entries):
            let members = entries.compactMap { entry in
                entry.node.value.map { Value.Member(key: entry.key, value: $0) }
            }
            return .object(members.sorted { $0.key < $1.key })
        case .sequence(let entries):
            let items = entries.map { entry in
                Value.Item(
                    id: type?.item?.hasIdentity == true ? entry.id : nil,
                    value: entry.node.value ?? .object([]))
            }
            guard case .list(_, .set)? = type else { return .list(items) }
            return .list(items.sorted { ($0.value.text ?? "") < ($1.value.text ?? "") })
        }
    }
}

extension SourceEntry {
    /// The `id` of an item, or nil.
    var id: String? {
        guard case .mapping(let entries) = node.content,
            case .scalar(let id, _)? = entries.first(where: { $0.key == "id" })?.node.content,
            !id.isEmpty
        else { return nil }
        return id
    }
}

extension FieldType {
    /// The type of the items of a list, or nil.
    var item: FieldType? {
        if case .list(let item, _) = self { item } else { nil }
    }

    /// The type of what stands at a key; nil where the schema knows nothing of it.
    func value(at key: String) -> FieldType? {
        switch self {
        case .object(let fields): fields.first { $0.name == key }?.type
        case .map(_, let type): type
        default: nil
        }
    }
}
