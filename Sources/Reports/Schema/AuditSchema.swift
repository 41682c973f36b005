internal import Audit
internal import Records
internal import Terms

/// What `audit --json` prints as JSON Schema, draft 2020-12.
///
/// Fields may be added; those that are there keep their names and meanings.
public enum AuditSchema {
    /// The schema as a document.
    ///
    /// - Throws: `EncodingError`.
    public static func schema() throws -> String {
        var schema = document
        schema["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
        schema["$id"] = .text("urn:entente:schema:audit:1")
        schema["title"] = .text("What the terms promise, held against what is on record")
        return try JSONText.of(JSONValue.object(schema))
    }

    private typealias Parts = SchemaParts

    private static let text = Parts.text

    private static let document = Parts.object(
        required: [
            "framework": text, "title": text, "at": text, "state": text, "digest": text,
            "records": text, "score": .object(score),
            "sections": Parts.list(
                .object(
                    Parts.object(required: [
                        "section": section, "title": text, "score": .object(score),
                    ]))),
            "quadrants": Parts.list(
                .object(Parts.object(required: ["quadrant": text, "score": .object(score)]))),
            "promises": Parts.list(.object(promise)),
            "money": Parts.list(.object(total)), "undivided": Parts.integer,
            "perception": Parts.list(.object(perception)),
            "disputes": Parts.list(.object(dispute)),
        ], optional: ["changes": .object(changes)])

    private static let section = Parts.words(SectionName.allCases.map(\.rawValue))

    private static let status = Parts.words(Assessment.Status.allCases.map(\.rawValue))

    private static let standing = Parts.words(Record.Standing.allCases.map(\.rawValue))

    private static let score = Parts.object(
        required: [
            "kept": Parts.integer, "drifting": Parts.integer, "broken": Parts.integer,
            "notYetDue": Parts.integer, "unknown": Parts.integer, "reasons": text,
        ], optional: ["percent": Parts.integer])

    private static let evidence = Parts.list(
        .object(Parts.object(required: ["record": text, "on": text, "standing": standing])))

    private static let promise = Parts.object(
        required: [
            "id": text, "rule": Parts.words(AuditRules.all.map(\.id) + ["verdict"]),
            "section": section, "path": text, "label": text, "version": Parts.integer,
            "promised": text, "actual": text, "status": status, "reason": text,
            "evidence": evidence,
            "trend": Parts.list(
                .object(
                    Parts.object(
                        required: ["on": text, "value": text], optional: ["target": text]))),
        ],
        optional: [
            "subject": text, "difference": text, "standing": standing, "due": text, "since": text,
            "next": .object(Parts.object(required: ["who": Parts.list(text), "what": text])),
            "measure": .object(
                Parts.object(required: [
                    "promised": text, "actual": text, "permille": Parts.integer,
                ])), "quadrant": text,
        ])

    private static let changes = Parts.object(required: [
        "since": text, "records": Parts.integer,
        "promises": Parts.list(
            .object(
                Parts.object(required: ["id": text, "now": status], optional: ["before": status]))),
    ])

    private static let total = Parts.object(required: [
        "whole": text,
        "parts": Parts.list(
            .object(Parts.object(required: ["recipient": text, "amount": text]))),
    ])

    private static let perception = Parts.object(required: [
        "party": text, "evidence": evidence,
        "aspects": Parts.list(
            .object(
                Parts.object(
                    required: [
                        "aspect": text, "gap": Parts.integer,
                        "others": Parts.list(
                            .object(
                                Parts.object(required: ["party": text, "value": Parts.integer]))),
                    ], optional: ["own": Parts.integer]))),
    ])

    private static let dispute = Parts.object(
        required: [
            "id": text, "term": text, "what": text,
            "steps": Parts.list(
                .object(
                    Parts.object(
                        required: ["id": text, "step": text, "who": Parts.list(text)],
                        optional: [
                            "within": text, "started": text, "ended": text, "outcome": text,
                            "due": text,
                        ]))),
        ], optional: ["current": text, "resolved": text])
}
