internal import Agreement
internal import ArgumentParser
internal import Records
internal import Terms

/// The record that a command is about.
struct RecordArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "The record as entente records names it; the end of it is enough.",
            valueName: "record"))
    var record: String

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    /// Records an answer to it.
    func answer(
        _ answer: RecordAnswer,
        _ write: (inout WrittenFields, Record, inout RecordingContext, RecordSession) throws -> Void
    ) async throws {
        let session = Session(options)
        let recording = try await RecordSession(
            session, framework: framework.framework, key: key.key)
        // A correction may bring a new number of an invoice, so it is held against all records.
        let about = answer == .correction ? nil : RecordID(record)?.folder
        try await recording.record { _ in
            about.flatMap { RecordScope(about: [$0]) }
        } _: { context in
            let found = try RecordSession.find(record, in: context.check.book)
            let isOwn = found.party == context.recorder.party
            guard isOwn == (answer == .correction) else {
                throw Problem(
                    "wrong-party", .no,
                    isOwn
                        ? "it was recorded by your own party, which can't \(answer.rawValue) it"
                        : "it was recorded by \(found.party), and only they can correct it",
                    at: found.id.description,
                    next: isOwn
                        ? "entente record correct \(found.id)"
                        : "entente record dispute \(found.id) --reason \"...\"")
            }
            guard found.value != nil || answer == .correction else {
                throw Problem(
                    "withdrawn", .no, "it is withdrawn: it did not happen",
                    at: found.id.description)
            }
            var fields = WrittenFields(
                answer.fields(about: found.event.fields), named: answer.rawValue)
            try FieldAssignments.set(
                "record", to: found.current.id.description, in: &fields)
            try write(&fields, found, &context, recording)
            return [
                RecordDraft(
                    kind: found.kind.name, subject: found.id.subject, event: answer.rawValue,
                    text: fields.text)
            ]
        }
    }
}

/// `record confirm`: another party says that it is so.
struct RecordConfirm: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "Confirm what another party recorded.",
        discussion: """
            Example: entente record confirm deals/lift/20270512T093000Z-registered
            """)

    @OptionGroup var record: RecordArgument

    @Option(help: "What else there is to say.")
    var note: String?

    func run() async throws {
        try await record.answer(.confirm) { fields, found, context, _ in
            if let known = found.current.verdicts[context.recorder.party], known.isConfirmed {
                throw Problem(
                    "confirmed-already", .no,
                    "\(known.recorder.name) confirmed it for \(known.recorder.party) already",
                    at: found.id.description)
            }
            if let note { try FieldAssignments.set("note", to: note, in: &fields) }
        }
    }
}

/// `record dispute`: another party says that it is not so.
struct RecordDispute: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Say that what another party recorded is wrong, and why.",
        discussion: """
            The record counts as contested until the party that made it corrects it, or yours \
            confirms it. A dispute between the partners is another thing: entente record disputes.

            Example: entente record dispute deals/lift/20270512T093000Z-invoiced \
            --reason "Two hours too many"
            """)

    @OptionGroup var record: RecordArgument

    @Option(name: [.long, .customShort("m")], help: "What is wrong about it.")
    var reason: String?

    func run() async throws {
        let reason = try Prompt.required(
            reason, flag: "--reason", question: "What is wrong about it?",
            console: Session(record.options).console)
        try await record.answer(.dispute) { fields, _, _, _ in
            try FieldAssignments.set("reason", to: reason, in: &fields)
        }
    }
}

/// `record correct`: the party that recorded it says what is right instead.
struct RecordCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Say what is right instead of what your party recorded.",
        discussion: """
            What is not set stays as it was. What others confirmed before has to be confirmed anew.

            Examples: entente record correct deals/lift/20270512T093000Z-invoiced \
            --set amount="EUR 9,000" --why "Two hours too many"
                      entente record correct deals/lift/20270512T093000Z-won --withdraw \
            --why "The customer had not signed"
            """)

    @OptionGroup var record: RecordArgument

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A field that was wrong, and what is right.", valueName: "field=value"))
    var assignments: [String] = []

    @Flag(help: "It did not happen at all.")
    var withdraw = false

    @Option(help: "What was wrong.")
    var why: String?

    func validate() throws {
        if withdraw, !assignments.isEmpty {
            throw ValidationError("Use one of --set and --withdraw.")
        }
    }

    func run() async throws {
        guard withdraw || !assignments.isEmpty else {
            throw Problem(
                "missing-answer", .unable, "nothing is said that would be right instead",
                next: "Give --set field=value, or --withdraw where it did not happen")
        }
        let changes = try FieldAssignments(assignments)
        let why = try Prompt.required(
            why, flag: "--why", question: "What was wrong?",
            console: Session(record.options).console)
        try await record.answer(.correction) { fields, found, context, recording in
            try FieldAssignments.set("why", to: why, in: &fields)
            if withdraw { return }
            var inner = WrittenFields(
                found.event.fields, named: found.kind.singular, from: found.current.text,
                under: found.isCorrected ? "instead" : nil)
            try changes.apply(to: &inner)
            let file = FieldFile(
                found.event.fields, named: found.kind.singular, file: "the record",
                bytes: Array(inner.text.utf8))
            try recording.refuse(
                context.check.findings(
                    found.event, of: found.kind, about: found.id.subject, in: file,
                    correcting: found))
            if file.value == found.value {
                throw Problem(
                    "nothing-to-correct", .no, "nothing would change", at: found.id.description)
            }
            fields.set("instead", to: inner)
        }
    }
}
