internal import Agreement
internal import Foundation
internal import Git
internal import Records
internal import Terms

/// Makes records: finds the framework and the key, and with it the person.
struct RecordSession {
    let session: Session
    let workspace: Workspace
    let framework: String
    let key: SigningKey

    init(_ session: Session, framework: String?, key: String?) async throws {
        self.session = session
        workspace = try session.open()
        let history = try workspace.soundHistory()
        self.framework = try session.framework(framework, in: workspace, history: history)
        self.key = try await SSHKeygen(session.environment).findKey(
            named: key, in: workspace,
            known: workspace.knownKeys(of: self.framework, in: history))
    }

    /// Records something, and says what.
    func record(
        _ prepare: (inout RecordingContext) throws -> [RecordDraft]
    ) async throws {
        let ids = try await workspace.record(
            in: framework, key: key, signer: SSHKeygen(session.environment), prepare: prepare)
        if session.options.json {
            try session.console.print(json: ["records": ids.map(\.description)])
            return
        }
        guard let only = ids.first, ids.count == 1 else {
            session.console.print("\(ids.count) records are made.")
            return
        }
        session.console.print("Recorded: \(only)")
        if RecordAnswer(rawValue: only.event) == nil {
            session.console.note(
                "It is claimed by one. The others: entente record confirm \(only)")
        }
    }

    /// The record that somebody names: by its place, or by the end of it where one record has that.
    static func find(_ words: String, in book: RecordBook) throws -> Record {
        var text = words.hasSuffix(".yaml") ? String(words.dropLast(5)) : words
        if let folder = text.range(of: "/records/") { text = String(text[folder.upperBound...]) }
        if let record = RecordID(text).flatMap(book.record) { return record }
        let all = book.records.map(\.id.description)
        let found = book.records.filter {
            $0.id.description.hasSuffix("/\(text)") || $0.id.folder == text
        }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            throw Problem(
                "which-record", .unable,
                "`\(TextRules.visible(words))` is the name of \(found.count) records",
                next: "Name one: " + found.prefix(3).map(\.id.description).joined(separator: ", "))
        }
        let nearest = Suggestion.nearest(to: text, in: all)
        throw Problem(
            "no-such-record", .unable,
            "there is no record `\(TextRules.visible(words))`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "entente records lists them")
    }

    /// Refuses what was found out, all of it said and nothing recorded.
    func refuse(_ findings: [Finding]) throws {
        guard let first = findings.first else { return }
        for finding in findings.prefix(20) where findings.count > 1 {
            session.console.note(TextRules.visible("\(finding.place): \(finding.message)"))
        }
        let more = findings.count - 1
        throw Problem(
            first.rule, .no,
            first.message
                + (more == 0 ? "" : " (and \(more) more mistake\(more == 1 ? "" : "s"))")
                + "; nothing was recorded", at: first.place, next: first.next)
    }
}

/// Fields that are set on the command line, `name=value` each.
struct FieldAssignments {
    let all: [(name: String, value: String)]

    init(_ assignments: [String]) throws {
        all = try assignments.map { assignment in
            guard let equals = assignment.firstIndex(of: "=") else {
                throw Problem(
                    "bad-assignment", .unable, "`\(TextRules.visible(assignment))` sets nothing",
                    next: "Write it like --set amount=\"EUR 1,000\"")
            }
            return (
                String(assignment[..<equals]),
                String(assignment[assignment.index(after: equals)...])
            )
        }
    }

    /// Sets them.
    func apply(to fields: inout WrittenFields) throws {
        for (name, value) in all { try Self.set(name, to: value, in: &fields) }
    }

    static func set(_ name: String, to value: String, in fields: inout WrittenFields) throws {
        do {
            try fields.set(name, to: value)
        } catch {
            throw Problem(
                "bad-value", .no, TextRules.visible(error.message) + "; nothing was recorded",
                at: "--set \(TextRules.visible(name))", next: error.next)
        }
    }
}
