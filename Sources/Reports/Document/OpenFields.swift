internal import Terms

/// What an agreement should say and does not say yet.
enum OpenFields {
    /// Where they are listed; no section has this name.
    static let place = TermPath(section: "open")

    /// Each open field as `Term › Starts: When does it start?`, in the order of the schema.
    static func lines(of section: SectionName, in document: TermsDocument) -> [StyledText] {
        if document.sections[section] != nil, document.sections[section]?.value == nil {
            return ["All of it: the file can't be read"]
        }
        var lines: [StyledText] = []
        let value = document.sections[section]?.value ?? .object([])
        collect(value, .object(section.fields), [], into: &lines)
        return lines
    }

    private static func collect(
        _ value: Value, _ type: FieldType, _ place: [String], into lines: inout [StyledText]
    ) {
        switch type {
        case .object(let fields):
            for field in fields {
                let inner = place + [field.label]
                if let child = value[field.name], !isEmpty(child) {
                    collect(child, field.type, inner, into: &lines)
                } else if field.presence.isWanted {
                    lines.append(
                        StyledText(inner.joined(separator: " › "), .bold)
                            + StyledText(": \(field.question)"))
                }
            }
        case .list(let item, _):
            for (index, child) in value.items.enumerated() {
                collect(child.value, item, place + [child.id ?? String(index + 1)], into: &lines)
            }
        case .map(_, let inner):
            for member in value.members {
                collect(member.value, inner, place + [member.key], into: &lines)
            }
        default: break
        }
    }

    private static func isEmpty(_ value: Value) -> Bool {
        value == .list([]) || value == .object([])
    }
}
