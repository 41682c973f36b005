public import Terms

/// The terms as JSON Schema, draft 2020-12, from the one declaration of their fields, for editors
/// and for programs that check YAML against it.
///
/// It sees what a single file shows: names, types, words, how values are written, what is missing.
/// References, sums of shares and everything else between values is left to the check.
public enum JSONSchema {
    /// The schema of the file of one section, as text.
    ///
    /// - Throws: `EncodingError`.
    public static func text(of section: SectionName) throws -> String {
        try JSONText.of(JSONValue.object(document(of: section)))
    }

    /// The schema of all sections in one document: an object with a section under each name.
    ///
    /// - Throws: `EncodingError`.
    public static func textOfAllSections() throws -> String {
        let sections = SectionName.allCases.map {
            ($0.rawValue, JSONValue.object(document(of: $0)))
        }
        return try JSONText.of(
            JSONValue.object([
                "$schema": .text(dialect),
                "$id": .text(identifier),
                "title": .text("The terms of a framework"),
                "type": .text("object"),
                "properties": .object(Dictionary(uniqueKeysWithValues: sections)),
                "required": .list([.text("framework"), .text("parties")]),
                "additionalProperties": .boolean(false),
            ]))
    }

    static let dialect = "https://json-schema.org/draft/2020-12/schema"
    static let identifier = "urn:entente:schema:1"

    private static func document(of section: SectionName) -> [String: JSONValue] {
        var schema = object(section.fields)
        schema["$schema"] = .text(dialect)
        schema["$id"] = .text("\(identifier):\(section)")
        schema["title"] = .text(section.title)
        schema["description"] = .text(section.summary)
        let isRequired = section.fields.contains { $0.presence == .required }
        schema["type"] = types("object", orNull: !isRequired)
        return schema
    }

    /// Fields: what they accept, and which have to be there.
    static func object(_ fields: [Field]) -> [String: JSONValue] {
        let properties = fields.map { ($0.name, JSONValue.object(property($0))) }
        let required = fields.filter { $0.presence == .required }.map { JSONValue.text($0.name) }
        return [
            "properties": .object(Dictionary(uniqueKeysWithValues: properties)),
            "required": .list(required),
            "additionalProperties": .boolean(false),
        ]
    }

    /// A field: what it accepts, and what people should know. One that is left empty is open.
    private static func property(_ field: Field) -> [String: JSONValue] {
        let mayBeOpen = field.presence == .optional || field.presence == .expected
        var schema = self.schema(of: field.type, orNull: mayBeOpen)
        schema["title"] = .text(field.label)
        let said: [String?] = [
            field.question, field.why, field.type.words.map { "One of: \($0)." },
            field.commonly.map { "Commonly seen: \($0)." },
        ]
        schema["description"] = .text(said.compactMap(\.self).joined(separator: "\n\n"))
        if let example = field.example.map({ example(of: field.type, written: $0) }) {
            schema["examples"] = .list([example])
        }
        if !field.tags.isEmpty {
            schema["x-tags"] = .list(
                Field.Tag.allCases.filter(field.tags.contains).map { .text($0.rawValue) })
        }
        return schema
    }

    private static func schema(of type: FieldType, orNull: Bool) -> [String: JSONValue] {
        var schema: [String: JSONValue] = [:]
        switch type {
        case .boolean:
            schema["type"] = types("boolean", orNull: orNull)
        case .integer(let range):
            schema["type"] = types("integer", orNull: orNull)
            schema["minimum"] = .integer(range.lowerBound)
            schema["maximum"] = .integer(range.upperBound)
        case .choice(let choices):
            let words = choices.map { JSONValue.text($0.value) }
            schema["enum"] = .list(words + (orNull ? [.null] : []))
            schema["enumDescriptions"] = .list(
                choices.map { .text($0.explanation ?? $0.label) }
                    + (orNull ? [.text("still open")] : []))
        case .object(let fields):
            schema = object(fields)
            schema["type"] = types("object", orNull: orNull)
        case .map(let keys, let values):
            schema["type"] = types("object", orNull: orNull)
            schema["propertyNames"] = .object(["pattern": .text(idPattern)])
            schema["additionalProperties"] = .object(self.schema(of: values, orNull: false))
            if keys == .shareOfParty { schema["minProperties"] = .integer(1) }
        case .list(let item, let order):
            schema["type"] = types("array", orNull: orNull)
            schema["items"] = .object(self.schema(of: item, orNull: false))
            if case .set = order { schema["uniqueItems"] = .boolean(true) }
        case .text, .prose, .quantity:
            // What looks like a number or a yes to YAML is a text all the same where one is wanted.
            schema["type"] = types("string", "number", "boolean", orNull: orNull)
        default:
            schema["type"] = types("string", orNull: orNull)
        }
        if let pattern = type.pattern { schema["pattern"] = .text(pattern) }
        if let format = format(of: type) { schema["format"] = .text(format) }
        return schema
    }

    private static let idPattern = FieldType.identifier.pattern ?? ""

    private static func types(_ names: String..., orNull: Bool) -> JSONValue {
        let all = names + (orNull ? ["null"] : [])
        return all.count == 1 ? .text(all[0]) : .list(all.map { .text($0) })
    }

    private static func format(of type: FieldType) -> String? {
        switch type {
        case .date: "date"
        case .uuid: "uuid"
        case .email: "email"
        default: nil
        }
    }

    private static func example(of type: FieldType, written text: String) -> JSONValue {
        switch type {
        case .list(let item, _): .list([example(of: item, written: text)])
        case .integer: Int64(text).map(JSONValue.integer) ?? .text(text)
        case .boolean: .boolean(text == "true")
        default: .text(text)
        }
    }
}
