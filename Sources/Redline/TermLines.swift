internal import Terms

/// A file of the terms as lines that a comparison by lines can work on: one value or one sentence
/// each, under the labels that reports use. White space, the order of keys and quotes play no part.
public enum TermLines {
    /// The lines of a file by its path in `terms/`; nil where it can't be read in full, so that its
    /// own lines say more. Linear in its size.
    public static func lines(of file: String, bytes: [UInt8]) -> [String]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        if ClauseName(file: file) != nil {
            return ClauseParagraph.all(in: text).flatMap { paragraph in
                [paragraph.place ?? ""] + Sentences.split(paragraph.text).map { "  " + $0 }
            }.map(TextRules.visible)
        }
        guard let name = SectionName(file: file) else { return nil }
        let section = Section(name, bytes: bytes)
        guard Readability.isWhole(section), let value = section.value else { return nil }
        var lines: [String] = []
        add(value, .object(name.fields), at: Place(name), to: &lines)
        return (lines + YAMLComments.all(in: text)).map(TextRules.visible)
    }

    /// Recursion goes as deep as the schema.
    private static func add(
        _ value: Value, _ type: FieldType, at place: Place, to lines: inout [String]
    ) {
        switch (type, value) {
        case (.object(let fields), .object):
            for field in fields {
                guard let value = value[field.name] else { continue }
                add(value, field.type, at: place.field(field), to: &lines)
            }
        case (.map(_, let type), .object(let members)):
            for member in members {
                add(member.value, type, at: place.item(member.key), to: &lines)
            }
        case (.list(let type, _), .list(let items)):
            for (index, item) in items.enumerated() {
                add(item.value, type, at: place.item(item.id ?? "\(index + 1)"), to: &lines)
            }
        case (_, .scalar(.prose(let prose))):
            lines.append("\(place.label):")
            for paragraph in prose.paragraphs {
                lines += Sentences.split(paragraph).map { "  " + $0 }
            }
        default:
            lines.append("\(place.label): \(value.text ?? "")")
        }
    }
}
