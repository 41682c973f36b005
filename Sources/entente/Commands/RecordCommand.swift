internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Records
internal import Terms

/// `record`: what happened, signed by whoever says so.
struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record what happened; confirm, dispute or correct what was recorded.",
        discussion: """
            `entente record <kind>` records something; `entente record event --help` says how, and \
            docs/records.md lists the kinds. Nothing that is recorded is ever changed: others \
            confirm or dispute it, and a correction says what is right instead.

            Examples: entente record deals registered lift --set customer="Lift AG"
                      entente record confirm deals/lift/20270512T093000Z-registered
                      entente record import invoices.csv --kind invoice
            """,
        subcommands: [
            RecordMake.self, RecordConfirm.self, RecordDispute.self, RecordCorrect.self,
            RecordImport.self,
        ],
        defaultSubcommand: RecordMake.self)
}

/// `record event`: records something that happened.
struct RecordMake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event",
        abstract: "Record something that happened.",
        discussion: """
            The word `event` can be left out, and so can what happened where a kind knows only one \
            thing. Fields that are missing are asked for on a terminal. The day is today where \
            --on is not given.

            Examples: entente record deals registered lift --set customer="Lift AG"
                      entente record investment --set hours=12 --set what="Training"
                      entente record measure --set of=first-five --set value="3 contracts" \
            --set source="Pipeline list"
            """)

    @Argument(
        help: ArgumentHelp(
            "The kind, what happened, and what it is about: deals registered lift.",
            valueName: "words"))
    var words: [String]

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A field of the record; as often as you like.", valueName: "field=value"))
    var assignments: [String] = []

    @Option(help: ArgumentHelp("The day on which it happened.", valueName: "date"))
    var on: String?

    @Option(
        help: ArgumentHelp(
            "A file of evidence, kept beside the record; as often as you like.",
            valueName: "file"))
    var evidence: [String] = []

    @Option(
        help: ArgumentHelp(
            "A file of evidence that stays elsewhere; its SHA-256 is recorded.",
            valueName: "file"))
    var evidenceElsewhere: [String] = []

    @Option(help: ArgumentHelp("Take the fields from this YAML file.", valueName: "file"))
    var from: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let (kind, event, name) = try RecordWords(words).meaning()
        let proof = try RecordEvidence(beside: evidence, elsewhere: evidenceElsewhere)
        let source = try from.map { try read($0, event, of: kind) }
        let fields = try written(
            event, of: kind, from: source, evidence: proof, console: session.console)
        let recording = try await RecordSession(
            session, framework: framework.framework, key: key.key)
        try await recording.record { recorder in
            scope(of: kind, event, named: name, fields, by: recorder)
        } _: { context in
            var fields = fields
            do throws(YAMLEditor.EditError) {
                try fields.fillIn(
                    event, by: context.recorder, terms: context.terms, version: context.version,
                    today: context.check.today)
            } catch {
                throw Problem("bad-value", .no, error.message, next: error.next)
            }
            let text = fields.text
            let file = FieldFile(
                event.fields, named: kind.singular, file: "the record", bytes: Array(text.utf8))
            try recording.refuse(file.findings, in: source)
            guard let subject = kind.subject(named: name, in: file.value, by: context.recorder)
            else {
                throw Problem(
                    "missing-answer", .unable, "it is not said what it is about",
                    next: "entente record \(kind.name) \(event.name) <name>")
            }
            try recording.refuse(
                context.check.findings(event, of: kind, about: subject, in: file), in: source)
            return [
                RecordDraft(
                    kind: kind.name, subject: subject, event: event.name, text: text,
                    evidence: proof.beside)
            ]
        }
    }

    /// What of the records it is checked against: what is known of the same and of what it refers
    /// to, and of the invoices that it names.
    private func scope(
        of kind: RecordKind, _ event: RecordEvent, named name: String?, _ fields: WrittenFields,
        by recorder: Recorder
    ) -> RecordScope? {
        let value = FieldFile(
            event.fields, named: kind.singular, file: "the record", bytes: Array(fields.text.utf8)
        ).value
        return kind.subject(named: name, in: value, by: recorder).flatMap { subject in
            RecordScope(
                about: Set(["\(kind.name)/\(subject)"]).union(references(of: event, in: value)),
                holding: ["number", "invoice"].compactMap { value?[$0]?.text })
        }
    }

    /// What else on record a new record names, such as `deals/lift`.
    private func references(of event: RecordEvent, in value: Value?) -> [String] {
        event.fields.flatMap { field -> [String] in
            guard case .reference(let targets) = field.type, let name = value?[field.name]?.text
            else { return [] }
            return targets.compactMap { target in
                if case .record(let kind) = target { "\(kind)/\(name)" } else { nil }
            }
        }
    }

    /// The fields as far as they are said, or answered on a terminal.
    private func written(
        _ event: RecordEvent, of kind: RecordKind, from source: FieldFile?,
        evidence: RecordEvidence, console: Console
    ) throws -> WrittenFields {
        var fields = WrittenFields(event.fields, named: kind.singular, from: source?.text ?? "")
        try FieldAssignments(assignments).apply(to: &fields)
        if let on { try FieldAssignments.set("on", to: on, in: &fields) }
        if let files = evidence.written {
            try FieldAssignments.set("evidence", to: files, in: &fields)
        }
        for field in event.fields
        where field.presence == .required && !fields.says(field.name)
            && !event.fieldsWithDefaults.contains(field.name)
        {
            let words = field.type.words.map { " (\($0))" } ?? ""
            let question = field.question + words
            try ask(question, about: field.name, in: &fields, console: console)
        }
        return fields
    }

    /// Asks until the answer is one: nobody says anything twice because of one that is none.
    private func ask(
        _ question: String, about field: String, in fields: inout WrittenFields, console: Console
    ) throws {
        while console.isInteractive, let answer = console.insist(question) {
            do {
                try FieldAssignments.set(field, to: answer, in: &fields)
                console.note("(the same without a question: --set \(field)=\"\(answer)\")")
                return
            } catch let problem as Problem {
                console.note("  " + TextRules.visible("\(problem.message). \(problem.next ?? "")"))
            }
        }
        throw Problem(
            "missing-answer", .unable, "`\(field)` is missing: \(question)",
            next: "Give it with --set \(field)=\"...\"")
    }

    private func read(
        _ path: String, _ event: RecordEvent, of kind: RecordKind
    ) throws -> FieldFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Problem(
                "unreadable-file", .unable, "the fields can't be read", at: path,
                next: "Name a file that is there")
        }
        let file = FieldFile(event.fields, named: kind.singular, file: path, bytes: Array(data))
        // What is missing may be said otherwise.
        if let first = file.findings.first(where: { $0.rule != "missing-field" }) {
            throw Problem(
                first.rule, .no, first.message, at: first.place, next: first.next)
        }
        return file
    }
}

/// The words that say what is recorded: kind, event, and the name of what it is about.
struct RecordWords {
    let words: [String]

    init(_ words: [String]) { self.words = words }

    func meaning() throws -> (kind: RecordKind, event: RecordEvent, name: String?) {
        guard let kind = RecordKind(words[0]) else {
            throw unknown(
                words[0], "kind of record", RecordKind.all.flatMap { [$0.name, $0.singular] },
                listing: RecordKind.all.map(\.name))
        }
        var rest = words.dropFirst()
        let names = kind.events.map(\.name)
        guard let word = rest.first, let event = kind.event(word) else {
            guard kind.events.count == 1, rest.isEmpty else {
                throw unknown(rest.first, "event of a \(kind.singular)", names, listing: names)
            }
            return (kind, kind.events[0], nil)
        }
        rest = rest.dropFirst()
        guard rest.count <= 1 else {
            throw Problem(
                "usage", .unable,
                "there is a word too many: `\(TextRules.visible(rest.last ?? ""))`",
                next: "Fields are given with --set field=value")
        }
        if case .named(let question) = kind.subject, rest.isEmpty {
            throw Problem(
                "missing-answer", .unable, "the name is missing: \(question)",
                next: "entente record \(kind.name) \(event.name) <name>")
        }
        return (kind, event, rest.first)
    }

    private func unknown(
        _ word: String?, _ what: String, _ names: [String], listing: [String]
    ) -> Problem {
        let nearest = word.flatMap { Suggestion.nearest(to: $0, in: names) }
        return Problem(
            "unknown-record", .unable,
            (word.map { "there is no \(what) `\(TextRules.visible($0))`" }
                ?? "the \(what) is missing")
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "Known: \(listing.joined(separator: ", "))")
    }
}
