/// Where a change comes from, and what was said about it.
public struct ChangeOrigin: Hashable, Sendable {
    /// What somebody said.
    public struct Remark: Hashable, Sendable {
        /// What they did, such as `comment` or `objection`.
        public var kind: String
        /// Who, by name.
        public var person: String
        /// When, as it should be read.
        public var date: String
        /// What they said.
        public var text: String

        /// Makes a remark.
        public init(kind: String, person: String, date: String, text: String) {
            self.kind = kind
            self.person = person
            self.date = date
            self.text = text
        }
    }

    /// Some sentences of a clause that are one proposer's.
    public struct Part: Hashable, Sendable {
        /// Who, when and why; without remarks and parts.
        public let origin: ChangeOrigin
        /// The sentences as they are now, or as they were where they are gone.
        public let sentences: [String]

        /// Takes where the sentences come from.
        public init(_ origin: ChangeOrigin, sentences: [String]) {
            var origin = origin
            origin.remarks = []
            origin.parts = []
            self.origin = origin
            self.sentences = sentences
        }
    }

    /// Who made the change, by name.
    public var proposer: String
    /// When, as it should be read.
    public var date: String
    /// When, in seconds since 1970; nil where nobody knows.
    public var seconds: Int64?
    /// The version that it was agreed in, where several may be meant.
    public var version: Int?
    /// The reason; nil where none was given.
    public var why: String?
    /// What was said about it, oldest first.
    public var remarks: [Remark]

    /// The change sentence by sentence, where they come from several people or steps; else empty.
    public var parts: [Part] = []

    /// Makes an origin.
    public init(
        proposer: String, date: String, seconds: Int64? = nil, version: Int? = nil,
        why: String? = nil, remarks: [Remark] = []
    ) {
        self.proposer = proposer
        self.date = date
        self.seconds = seconds
        self.version = version
        self.why = why
        self.remarks = remarks
    }
}
