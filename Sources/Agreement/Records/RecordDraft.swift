public import Records

/// A record that is about to be made; its moment follows when it is.
public struct RecordDraft: Sendable {
    /// A file that shows what a record says, kept beside it.
    public struct Evidence: Sendable {
        /// The name of the file.
        public let name: String
        /// The file.
        public let bytes: [UInt8]

        /// Makes one.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// The name of the kind.
    public let kind: String
    /// What it is about.
    public let subject: String
    /// The name of the event or answer.
    public let event: String
    /// What is written down.
    public let text: String
    /// The files that are kept beside it.
    public let evidence: [Evidence]

    /// Makes one.
    public init(
        kind: String, subject: String, event: String, text: String, evidence: [Evidence] = []
    ) {
        self.kind = kind
        self.subject = subject
        self.event = event
        self.text = text
        self.evidence = evidence
    }
}

/// What a record is checked against, at the moment at which it is made.
public struct RecordingContext: Sendable {
    /// Who records.
    public let recorder: Recorder
    /// What the terms in force say.
    public let terms: RecordTerms
    /// The version in force.
    public let version: Int
    /// Checks records against the terms and against what is on record.
    public var check: RecordCheck
}
