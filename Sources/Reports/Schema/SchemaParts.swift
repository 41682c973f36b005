/// Parts of the JSON Schemas (draft 2020-12) of what commands print.
enum SchemaParts {
    /// A text.
    static let text = JSONValue.object(["type": .text("string")])
    /// A whole number.
    static let integer = JSONValue.object(["type": .text("integer")])

    /// One of some words.
    static func words(_ words: [String]) -> JSONValue {
        .object(["enum": .list(words.map { .text($0) })])
    }

    /// A list.
    static func list(_ item: JSONValue) -> JSONValue {
        .object(["type": .text("array"), "items": item])
    }

    /// An object with fields that are always there, and others.
    static func object(
        required: [String: JSONValue] = [:], optional: [String: JSONValue] = [:]
    ) -> [String: JSONValue] {
        [
            "type": .text("object"),
            "properties": .object(required.merging(optional) { $1 }),
            "required": .list(required.keys.sorted().map { .text($0) }),
        ]
    }
}
