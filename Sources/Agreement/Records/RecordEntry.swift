internal import Git
internal import Records

/// The file of a record, as a step of the agreed history added it.
struct RecordEntry {
    /// The file, below `records/`.
    let path: String
    /// Its contents.
    let blob: ObjectID
    /// Who signed the step.
    let recorder: Recorder
    /// When the step says that it was made, in seconds since 1970.
    let seconds: Int64
    /// The version in force then.
    let version: Int

    func pack(into writer: inout PackingWriter) {
        for text in [path, recorder.person, recorder.name, recorder.party] { writer.add(text) }
        writer.add(blob.bytes)
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
        seconds = try reader.number()
        version = try reader.integer()
    }
}
