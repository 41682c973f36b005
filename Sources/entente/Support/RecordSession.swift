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
            known: try workspace.knownKeys(of: self.framework, in: history))
    }

    /// Records something, and says what.
    func record(
        reading scope: (Recorder) -> RecordScope? = { _ in nil },
        _ prepare: (inout RecordingContext) throws -> [RecordDraft]
    ) async throws {
        let ids = try await workspace.record(
            in: framework, key: key, signer: SSHKeygen(session.environment), reading: scope,
            prepare: prepare)
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

    /// The record that somebody names: by its place, its subject with or without the event, or the
    /// number of its invoice, where one record alone has that.
    static func find(_ words: String, in book: RecordBook) throws -> Record {
        var text = words.hasSuffix(".yaml") ? String(words.dropLast(5)) : words
        if let folder = text.range(of: "/records/") { text = String(text[folder.upperBound...]) }
        if let record = RecordID(text).flatMap(book.record) { return record }
        let all = book.records.map(\.id.description)
        let found = book.records.filter { record in
            let id = record.id
            return [id.folder, id.subject, "\(id.folder)/\(id.event)", "\(id.subject)/\(id.event)"]
                .contains(text) || id.description.hasSuffix("/\(text)")
                || record.value?["number"]?.text == text
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

    /// Refuses a record for the first of its mistakes.
    ///
    /// - Parameters:
    ///   - findings: The mistakes.
    ///   - file: The file that it was read from, where it was.
    /// - Throws: `Problem` where there is one.
    func refuse(_ findings: [Finding], in file: FieldFile? = nil) throws {
        guard let first = findings.first else { return }
        let more = findings.count - 1
        let field = first.path?.inner.first.map { "--set \(TextRules.visible($0))" }
        let place = first.path.flatMap { path in
            file.flatMap { $0.position(of: path) }.map { "\(file?.file ?? ""):\($0)" }
        }
        throw Problem(
            first.rule, .no, first.message + Self.count(more), at: place ?? field,
            next: first.next
                ?? (first.rule == "unresolved-reference"
                    ? "entente show says what the terms name, entente records what is on record"
                    : nil))
    }

    /// Refuses a table for all of its mistakes.
    func refuse(all findings: [Finding]) throws {
        guard let first = findings.first else { return }
        for finding in findings.dropFirst().prefix(20) {
            session.console.note(TextRules.visible("\(finding.place): \(finding.message)"))
        }
        throw Problem(
            first.rule, .no,
            "nothing was recorded: \(first.message)" + Self.count(findings.count - 1),
            at: first.place, next: first.next)
    }

    private static func count(_ more: Int) -> String {
        more == 0 ? "" : " (and \(more) more mistake\(more == 1 ? "" : "s"))"
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
                "bad-value", .no, TextRules.visible(error.message),
                at: "--set \(TextRules.visible(name))", next: error.next)
        }
    }
}
