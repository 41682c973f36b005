internal import Git
internal import Records

/// The file of a record, as a step of the agreed history added it.
struct RecordEntry {
    /// The file, below `records/`.
    let path: String
    /// Its contents.
    let blob: ObjectID
    /// Its contents at hand, where they are short.
    let text: [UInt8]?
    /// Who signed the step.
    let recorder: Recorder
    /// When the step says that it was made, in seconds since 1970.
    let seconds: Int64
    /// The version in force then.
    let version: Int

    /// How long a text may be to be kept at hand, in bytes.
    static let shortText = 2_048

    /// What it is about, such as `deals/lift`; empty where no record can be there.
    var folder: String { RecordID(path)?.folder ?? "" }

    /// Whether all that it says is written in its text as it is, and about what lies beside it: what
    /// is escaped may be anything.
    var isLiteral: Bool {
        text.map { !$0.contains(UInt8(ascii: "\\")) && !isStrayAnswer } ?? false
    }

    /// Whether it is an answer that does not begin with the name of a record beside it, as answers
    /// do that are made here. It may be about any record.
    var isStrayAnswer: Bool {
        guard let id = RecordID(path), RecordAnswer(rawValue: id.event) != nil else { return false }
        return !(text?.starts(with: "record: \(id.folder)/".utf8) ?? false)
    }

    func pack(into writer: inout PackingWriter) {
        for text in [path, recorder.person, recorder.name, recorder.party] { writer.add(text) }
        writer.add(blob.bytes)
        writer.add(text.map { [$0] } ?? []) { $0.add($1) }
        writer.add(seconds)
        writer.add(version)
    }
}

extension RecordEntry {
    /// Reads what ``pack(into:)`` wrote.
    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        path = try reader.text()
        recorder = Recorder(
            person: try reader.text(), name: try reader.text(), party: try reader.text())
        blob = try reader.id()
        text = try reader.list { reader throws(PackingReader.Damage) in Array(try reader.part()) }
            .first
        seconds = try reader.number()
        version = try reader.integer()
    }
}
