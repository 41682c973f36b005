/// What `diff --json` and `review --json` print as JSON Schema, draft 2020-12.
///
/// Fields may be added; those that are there keep their names and meanings.
public enum ComparisonSchema {
    /// The schema as a document.
    ///
    /// - Throws: `EncodingError`.
    public static func schema() throws -> String {
        var schema = document
        schema["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
        schema["$id"] = .text("urn:entente:schema:comparison:1")
        schema["title"] = .text("What changes between two states of the terms")
        return try JSONText.of(JSONValue.object(schema))
    }

    private static let document = object(
        required: [
            "framework": text, "from": text, "to": text,
            "digests": .object(object(optional: ["old": text, "new": text])),
            "summary": text, "changes": list(.object(change)),
            "movedSentences": list(.object(movedSentence)),
            "renumbered": list(.object(renumbered)), "references": list(.object(reference)),
            "definedTerms": list(.object(definedTerm)),
            "comments": list(
                .object(
                    object(required: [
                        "file": text, "removed": list(text), "added": list(text),
                    ]))),
            "formattingOnly": list(text), "comparedAsText": list(text), "notes": list(text),
        ],
        optional: [
            "proposal": .object(
                object(required: ["title": text], optional: ["why": text, "proposer": text])),
            "review": .object(review),
        ])

    private static let change = object(
        required: [
            "path": text, "label": text, "kind": words("added", "removed", "changed", "moved"),
        ],
        optional: [
            "after": text, "old": .object([:]), "new": .object([:]), "difference": text,
            "redline": list(.object(paragraph)), "origin": .object(origin),
        ])

    private static let movedSentence = object(
        required: ["path": text, "sentence": text], optional: ["from": text, "to": text])

    private static let renumbered = object(
        required: ["path": text, "old": text, "new": text, "title": text])

    private static let reference = object(
        required: ["path": text, "text": text],
        optional: ["place": text, "old": text, "new": text, "follows": text])

    private static let definedTerm = object(
        required: [
            "term": text, "path": text,
            "uses": list(.object(object(required: ["path": text, "places": list(text)]))),
        ], optional: ["old": text, "new": text])

    private static let paragraph = object(
        required: [
            "sentences": list(
                .object(
                    object(
                        required: [
                            "kind": words("unchanged", "added", "removed", "replaced", "changed")
                        ],
                        optional: [
                            "old": text, "new": text,
                            "runs": list(
                                .object(
                                    object(required: [
                                        "kind": words("same", "deleted", "inserted"), "text": text,
                                    ]))),
                        ])))
        ], optional: ["place": text])

    private static let origin = object(
        required: [
            "proposer": text, "date": text,
            "remarks": remarks,
        ],
        optional: [
            "why": text, "version": SchemaParts.integer,
            "parts": list(
                .object(
                    object(
                        required: ["proposer": text, "date": text, "sentences": list(text)],
                        optional: ["why": text, "version": SchemaParts.integer]))),
        ])

    private static let remarks = list(
        .object(object(required: ["kind": text, "person": text, "date": text, "text": text])))

    private static let review = object(
        required: [
            "remarks": remarks,
            "signatures": list(
                .object(
                    object(
                        required: ["person": text, "party": text, "date": text],
                        optional: ["role": text, "fingerprint": text]))),
            "decisions": list(
                .object(
                    object(
                        required: [
                            "kind": .object([
                                "enum": .list(Decision.Kind.allCases.map { .text($0.rawValue) })
                            ]),
                            "text": text, "cured": .object(["type": .text("boolean")]),
                            "uses": list(text),
                        ], optional: ["place": text, "by": text, "next": text]))),
            "signOffs": .object(
                object(
                    required: [
                        "standings": list(
                            .object(
                                object(
                                    required: [
                                        "name": text, "text": text,
                                        "done": .object(["type": .text("boolean")]),
                                    ], optional: ["reason": text]))),
                        "voided": list(text),
                    ], optional: ["state": text, "next": text])),
        ], optional: ["settlement": settlement])

    private static let settlement = JSONValue.object([
        "type": .text("object"),
        "description": .text("What moves in money, as settle --compare --json prints it."),
    ])

    // MARK: Parts

    private static let text = SchemaParts.text

    private static func words(_ words: String...) -> JSONValue { SchemaParts.words(words) }

    private static func list(_ item: JSONValue) -> JSONValue { SchemaParts.list(item) }

    private static func object(
        required: [String: JSONValue] = [:], optional: [String: JSONValue] = [:]
    ) -> [String: JSONValue] {
        SchemaParts.object(required: required, optional: optional)
    }
}
