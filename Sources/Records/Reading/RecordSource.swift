/// Who recorded something, as the key of the signature shows.
public struct Recorder: Hashable, Sendable {
    /// The id of the person.
    public let person: String
    /// The name of the person at that time.
    public let name: String
    /// The id of the person's party.
    public let party: String

    /// Makes one.
    public init(person: String, name: String, party: String) {
        self.person = person
        self.name = name
        self.party = party
    }
}

/// A file of a record with what its commit says about it.
public struct RecordSource: Sendable {
    /// The file, below `records/`.
    public let path: String
    /// The file.
    public let bytes: [UInt8]
    /// Who signed the commit.
    public let recorder: Recorder
    /// When the commit says that it was made, in seconds since 1970: reported, not proved.
    public let seconds: Int64
    /// The version in force when it was recorded.
    public let version: Int

    /// Makes one.
    public init(
        path: String, bytes: [UInt8], recorder: Recorder, seconds: Int64, version: Int
    ) {
        self.path = path
        self.bytes = bytes
        self.recorder = recorder
        self.seconds = seconds
        self.version = version
    }
}
