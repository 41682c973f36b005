/// What stands on the first page of an agreement and is not part of its text.
public struct DocumentCover: Hashable, Sendable {
    /// Who signed exactly this text, and when.
    public struct Signature: Hashable, Sendable {
        /// The person's name.
        public var person: String
        /// The name of the party that they signed for.
        public var party: String
        /// In which role, where that is known.
        public var role: String?
        /// When, as it should be read.
        public var date: String
        /// The fingerprint of the key that they signed with, where that is known.
        public var fingerprint: String?

        /// Makes a signature.
        public init(
            person: String, party: String, role: String? = nil, date: String,
            fingerprint: String? = nil
        ) {
            self.person = person
            self.party = party
            self.role = role
            self.date = date
            self.fingerprint = fingerprint
        }
    }

    /// What people call the agreement; nil where its own title says it.
    public var title: String?
    /// The framework.
    public var framework: String
    /// Where the text stands, such as `version 3, in force`.
    public var state: String
    /// The number of the version, where it is one.
    public var version: Int?
    /// The day on which it was agreed, as it should be read; nil where it is not.
    public var agreed: String?
    /// The digest of the terms.
    public var digest: String
    /// Who signed, in the order in which it is shown.
    public var signatures: [Signature]
    /// Further lines, one for each thing that a reader has to know first.
    public var notes: [String]

    /// Makes a cover.
    public init(
        title: String? = nil, framework: String, state: String, version: Int? = nil,
        agreed: String? = nil, digest: String, signatures: [Signature] = [], notes: [String] = []
    ) {
        self.title = title
        self.framework = framework
        self.state = state
        self.version = version
        self.agreed = agreed
        self.digest = digest
        self.signatures = signatures
        self.notes = notes
    }
}
