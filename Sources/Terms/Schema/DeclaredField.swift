/// A field with its place in the schema.
public struct DeclaredField: Sendable {
    /// The names from the section to the field, without the ids of items and the keys of maps:
    /// `commercials.streams.shares`.
    public let id: TermPath
    /// The field.
    public let field: Field
    /// What the field is about, with what the fields around it are about.
    public let tags: Set<Field.Tag>
}

extension SectionName {
    /// All fields of the section, each before those that lie inside of it, in the order of the
    /// declaration.
    public var allFields: [DeclaredField] {
        var found: [DeclaredField] = []
        func visit(_ type: FieldType, at id: TermPath, tags: Set<Field.Tag>) {
            for field in type.fields {
                let declared = DeclaredField(
                    id: id.appending(field.name), field: field, tags: tags.union(field.tags))
                found.append(declared)
                visit(field.type, at: declared.id, tags: declared.tags)
            }
        }
        visit(.object(fields), at: TermPath(section: rawValue), tags: [])
        return found
    }
}

extension FieldType {
    /// The fields of an object, of the items of a list, or of the values of a map.
    public var fields: [Field] {
        switch self {
        case .object(let fields): fields
        case .list(let type, _), .map(_, let type): type.fields
        default: []
        }
    }
}

extension Schema {
    /// The field that a term answers, such as that of `commercials.streams.platform.shares`; nil
    /// where none is declared there.
    ///
    /// For the item of a list or the value of a map it is the field of the list or the map.
    public static func field(at path: TermPath) -> DeclaredField? {
        guard let section = SectionName(rawValue: path.section) else { return nil }
        var found: DeclaredField?
        var type = FieldType.object(section.fields)
        for component in path.inner {
            switch type {
            case .object(let fields):
                guard let field = fields.first(where: { $0.name == component }) else { return nil }
                let parent = found?.id ?? TermPath(section: section.rawValue)
                found = DeclaredField(
                    id: parent.appending(component), field: field,
                    tags: (found?.tags ?? []).union(field.tags))
                type = field.type
            case .list(let inner, _), .map(_, let inner):
                type = inner
            default:
                return nil
            }
        }
        return found
    }
}
