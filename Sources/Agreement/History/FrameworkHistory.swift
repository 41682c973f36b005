public import Git
internal import SSHSignature
public import Terms

/// One version of a framework: the terms after an agreement, and who signed them.
public struct Version: Sendable {
    /// A person's standing sign-off.
    public struct Signature: Hashable, Sendable {
        /// The person's id.
        public let person: String
        /// The person's name at that time.
        public let name: String
        /// The id of the party that the person signed for.
        public let party: String
        /// The fingerprint of the key.
        public let fingerprint: String
        /// The statement's commit.
        public let commit: ObjectID
        /// When the commit says that it was made, in seconds since 1970: reported, not proved.
        public let seconds: Int64

        /// The sign-off of a person.
        public init(person: Registry.Person, signed: SignedStatement) {
            self.person = person.id
            name = person.name
            party = person.party
            fingerprint = signed.key.fingerprint
            commit = signed.id
            seconds = signed.committer.seconds
        }
    }

    /// The number, from 1.
    public let number: Int
    /// The digest of the terms.
    public let digest: Digest
    /// The tree of the terms, which `TermsStore` reads: a long history does not hold all its texts.
    public let tree: ObjectID
    /// The commit on `main` that put them in force.
    public let commit: ObjectID
    /// The proposal's tip.
    public let proposal: ObjectID
    /// Why and by whom it was proposed, as far as the proposal says so.
    public let origin: ProposalOrigin?
    /// The standing sign-offs, by party and person.
    public let signatures: [Signature]
    /// The files that differ from the version before.
    public let changedFiles: [String]
    /// When the commit on `main` says that it was made, in seconds since 1970.
    public let seconds: Int64
}

/// The agreed life of one framework.
public struct FrameworkHistory: Sendable {
    /// The framework.
    public let name: String
    /// The versions, oldest first; never empty.
    public internal(set) var versions: [Version]
    /// How many commits with records there are.
    public internal(set) var records = 0

    /// The version in force.
    public var inForce: Version { versions[versions.count - 1] }

    /// The terms in force.
    public internal(set) var terms: StoredTerms

    mutating func append(_ version: Version, _ terms: StoredTerms) {
        versions.append(version)
        self.terms = terms
    }

    /// The digest of the founding terms: the framework's fingerprint.
    public var founding: Digest { versions[0].digest }
}
