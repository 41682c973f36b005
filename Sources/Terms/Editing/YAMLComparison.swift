extension FieldType {
    /// Whether a single value is wanted.
    var isScalar: Bool {
        switch self {
        case .object, .list, .map: false
        default: true
        }
    }
}

extension SectionReader {
    /// Reads a value that is about to be written, for its findings.
    mutating func readForEditing(
        _ node: YAMLNode, as type: FieldType, at path: TermPath
    ) -> Value? {
        read(node, as: type, at: path)
    }
}

extension YAMLNode.Content {
    /// Whether it is a text without a character.
    var isEmptyText: Bool {
        if case .scalar(let text, _) = self { text.isEmpty } else { false }
    }
}

extension YAMLNode {
    /// The node at some components below this one.
    subscript(components: ArraySlice<String>) -> YAMLNode? {
        guard let first = components.first else { return self }
        let rest = components.dropFirst()
        switch content {
        case .scalar:
            return nil
        case .mapping:
            return self[first]?[rest]
        case .sequence(let items):
            for (index, item) in items.enumerated() where item.name(at: index) == first {
                return item[rest]
            }
            return nil
        }
    }

    /// Whether two nodes say the same, apart from style and the line breaks of prose.
    func says(_ other: YAMLNode) -> Bool {
        leaves(except: []).map(\.folded) == other.leaves(except: []).map(\.folded)
    }

    /// Every leaf with its path, in order, apart from those at or below `path`.
    func leaves(except path: [String]) -> [Leaf] {
        var found: [Leaf] = []
        var pending: [([String], YAMLNode)] = [([], self)]
        while let (here, node) = pending.popLast() {
            if !path.isEmpty, here.starts(with: path) { continue }
            // An item that had to be made got its id.
            if here.count > 1, here.last == "id", path.starts(with: here.dropLast()) { continue }
            switch node.content {
            case .scalar(let text, _):
                let isOnTheWay = node.isEmpty && path.starts(with: here) && here != path
                if !isOnTheWay { found.append(Leaf(path: here, text: text)) }
            case .mapping(let entries):
                let isOnTheWay = !path.isEmpty && path.starts(with: here)
                if entries.isEmpty, !isOnTheWay { found.append(Leaf(path: here, text: "{}")) }
                for entry in entries.reversed() {
                    pending.append((here + [entry.key], entry.value))
                }
            case .sequence(let items):
                let isOnTheWay = !path.isEmpty && path.starts(with: here)
                if items.isEmpty, !isOnTheWay { found.append(Leaf(path: here, text: "[]")) }
                for (index, item) in items.enumerated().reversed() {
                    pending.append((here + [item.name(at: index)], item))
                }
            }
        }
        return found
    }

    private func name(at index: Int) -> String {
        if case .scalar(let id, _)? = self["id"]?.content { id } else { String(index + 1) }
    }
}

/// A single value with its path.
struct Leaf: Hashable {
    let path: [String]
    let text: String

    /// The same with white space folded, as prose compares.
    var folded: Leaf { Leaf(path: path, text: Prose(text).description) }
}
