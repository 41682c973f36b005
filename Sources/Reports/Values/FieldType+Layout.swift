internal import Terms

extension Scalar {
    /// Whether it is a figure, a date or a length of time.
    var isFigure: Bool {
        switch self {
        case .money, .share, .duration, .date, .quantity, .integer: true
        case .text, .prose, .boolean: false
        }
    }
}

extension FieldType {
    /// Whether a value of this type fits into one cell of a table.
    var isCompact: Bool {
        switch self {
        case .text, .boolean, .integer, .money, .share, .duration, .date, .quantity, .email,
            .identifier, .term, .choice, .reference:
            true
        case .list(.reference, _), .map(.shareOfParty, _): true
        case .prose, .uuid, .sha256, .publicKey, .fingerprint, .object, .list, .map: false
        }
    }

    /// Whether it is a single value in one line.
    var isLine: Bool {
        switch self {
        case .prose, .object, .list, .map: false
        default: true
        }
    }

    var isFigure: Bool {
        switch self {
        case .integer, .money, .share, .quantity: true
        default: false
        }
    }

    var isSplit: Bool {
        if case .map(.shareOfParty, _) = self { true } else { false }
    }

    /// The type of what stands at some components below a value of this type, or nil.
    subscript(path components: ArraySlice<String>) -> FieldType? {
        guard let first = components.first else { return self }
        let rest = components.dropFirst()
        switch self {
        case .object(let fields):
            return fields.first { $0.name == first }?.type[path: rest]
        case .list(let item, _): return item[path: rest]
        case .map(_, let value): return value[path: rest]
        default: return nil
        }
    }

    /// The type of what stands at a path of the terms, or nil where the schema knows none.
    static func at(_ path: TermPath) -> FieldType? {
        SectionName(rawValue: path.section).flatMap {
            FieldType.object($0.fields)[path: path.inner]
        }
    }
}
