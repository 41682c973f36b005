internal import Terms

/// The file of a record, read by itself: it does not depend on any other one, so that many are read
/// at once.
struct RecordFile: Sendable {
    /// What a file tells.
    enum Content: Sendable {
        /// Something happened.
        case event(RecordEvent, of: RecordKind, RecordID, FieldFile)
        /// Something is said about an earlier record. What a correction holds depends on what it
        /// corrects, so of that, the name of the record is read and nothing else.
        case answer(RecordAnswer, RecordID, FieldFile)
        /// It lies among the evidence.
        case evidence
        /// Nothing that counts.
        case nothing(Finding)
    }

    let source: RecordSource
    let content: Content

    /// Reads a file. Linear in its size.
    init(_ source: RecordSource) {
        self.source = source
        guard let id = RecordID(source.path), let kind = RecordKind(id.kind) else {
            // Evidence lies in a folder of its own beside its record.
            let isEvidence =
                !source.path.hasSuffix(".yaml") || source.path.split(separator: "/").count > 3
            content =
                isEvidence
                ? .evidence
                : .nothing(
                    source.finding("unknown-record", "no kind of record is kept at this place"))
            return
        }
        if let answer = RecordAnswer(rawValue: id.event) {
            let fields = answer.fields(about: [])
            content = .answer(
                answer, id,
                source.read(
                    answer == .correction ? [fields[0]] : fields, named: answer.rawValue))
        } else if let event = kind.event(id.event) {
            content = .event(event, of: kind, id, source.read(event.fields, named: kind.singular))
        } else {
            let nearest = Suggestion.nearest(to: id.event, in: kind.events.map(\.name))
            content = .nothing(
                source.finding(
                    "unknown-event",
                    "nothing like `\(TextRules.visible(id.event))` happens to a \(kind.singular)"
                        + (nearest.map { "; did you mean `\($0)`?" } ?? "")))
        }
    }
}

extension RecordSource {
    /// Reads it by a declaration.
    func read(_ fields: [Field], named name: String) -> FieldFile {
        FieldFile(fields, named: name, file: path, bytes: bytes)
    }

    /// Why it does not count.
    func finding(_ rule: String, _ message: String) -> Finding {
        Finding(.warning, rule: rule, file: path, message: message)
    }
}
