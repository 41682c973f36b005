internal import Git
internal import Terms

/// What has to be known of a verified history to continue it.
struct VerifiedState {
    struct Framework: Sendable {
        let name: String
        let uid: String?
        let records: Int
        let entries: Int
        let first: Version
        let inForce: Version
    }

    let tip: ObjectID
    let length: Int
    let unrelated: Int
    let frameworks: [Framework]

    /// The state of a history; nil where nothing of it holds.
    init?(_ history: History) {
        guard let tip = history.tip else { return nil }
        self.tip = tip
        length = history.length
        unrelated = history.unrelated
        frameworks = history.frameworks.values.sorted { $0.name < $1.name }.map {
            Framework(
                name: $0.name, uid: $0.uid, records: $0.records, entries: $0.entryCount,
                first: $0.first,
                inForce: $0.inForce)
        }
    }

    func pack(into writer: inout PackingWriter) {
        writer.add(tip.bytes)
        writer.add(length)
        writer.add(unrelated)
        writer.add(frameworks) { $0.addForLater($1.pack) }
    }

    /// Reads the frameworks on all cores.
    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        tip = try reader.id()
        length = try reader.integer()
        unrelated = try reader.integer()
        let readers = try reader.list { reader throws(PackingReader.Damage) in try reader.later() }
        let read = readers.mapOnAllCores { reader in
            Result { () throws(PackingReader.Damage) in
                var reader = reader
                return try Framework(from: &reader)
            }
        }
        var frameworks: [Framework] = []
        frameworks.reserveCapacity(read.count)
        for framework in read { frameworks.append(try framework.get()) }
        self.frameworks = frameworks
    }
}

extension VerifiedState.Framework: Packed {
    func pack(into writer: inout PackingWriter) {
        writer.add(name)
        writer.add(ifAny: uid)
        writer.add(records)
        writer.add(entries)
        first.pack(into: &writer)
        inForce.pack(into: &writer)
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        self.init(
            name: try reader.text(), uid: try reader.textIfAny(), records: try reader.integer(),
            entries: try reader.integer(), first: try Version(from: &reader),
            inForce: try Version(from: &reader))
    }
}
