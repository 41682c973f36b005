public import Records
internal import Terms

/// What the files of records hold as JSON Schema, draft 2020-12, from the declaration of the kinds.
///
/// A file does not say what it is; its place does. So the schema holds one definition for each event
/// under `<kind>/<event>`, and accepts a file that is any of them.
public enum RecordSchema {
    /// The schema of the records of some kinds, with the answers that they may get.
    ///
    /// - Throws: `EncodingError`.
    public static func text(of kinds: [RecordKind]) throws -> String {
        var definitions: [String: JSONValue] = [:]
        for kind in kinds {
            for event in kind.events {
                definitions["\(kind.name)/\(event.name)"] = definition(
                    event.fields, title: "\(kind.title): \(event.name)",
                    description: event.summary)
            }
        }
        let events = references(to: definitions.keys.sorted())
        for answer in RecordAnswer.allCases {
            definitions[answer.rawValue] = definition(
                answer.fields(about: []), title: answer.rawValue, description: answer.summary,
                instead: events)
        }
        return try JSONText.of(
            JSONValue.object([
                "$schema": .text(JSONSchema.dialect),
                "$id": .text(
                    "\(JSONSchema.identifier):records"
                        + (kinds.count == 1 ? ":\(kinds[0].name)" : "")),
                "title": .text(kinds.count == 1 ? kinds[0].title : "Records"),
                "description": .text(
                    kinds.count == 1 ? kinds[0].summary : "What happened, and who says so"),
                "anyOf": references(to: definitions.keys.sorted()),
                "$defs": .object(definitions),
            ]))
    }

    private static func definition(
        _ fields: [Field], title: String, description: String, instead: JSONValue? = nil
    ) -> JSONValue {
        var schema = JSONSchema.object(fields)
        if let instead, case .object(var properties)? = schema["properties"],
            case .object(var field)? = properties["instead"]
        {
            // What is right instead is all that the corrected event holds.
            for key in ["additionalProperties", "properties", "required"] { field[key] = nil }
            field["anyOf"] = instead
            properties["instead"] = .object(field)
            schema["properties"] = .object(properties)
        }
        schema["type"] = .text("object")
        schema["title"] = .text(title)
        schema["description"] = .text(description)
        return .object(schema)
    }

    /// References to definitions; a slash in a name is written `~1` there.
    private static func references(to names: [String]) -> JSONValue {
        .list(
            names.map {
                .object(["$ref": .text("#/$defs/" + $0.replacing("/", with: "~1"))])
            })
    }
}
