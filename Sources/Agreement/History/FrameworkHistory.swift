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

        init(
            person: String, name: String, party: String, fingerprint: String, commit: ObjectID,
            seconds: Int64
        ) {
            self.person = person
            self.name = name
            self.party = party
            self.fingerprint = fingerprint
            self.commit = commit
            self.seconds = seconds
        }

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
///
/// What is asked most, the first version and the one in force, is at hand; the others are read when
/// somebody asks for them.
public struct FrameworkHistory {
    /// The framework.
    public let name: String
    /// The founding.
    public let first: Version
    /// The version in force, whose number is also how many there are.
    public private(set) var inForce: Version
    /// The unique id of the framework in force; nil where it can't be read.
    private(set) var uid: String?
    private var termsInForce: TermsOnDemand
    /// How many commits with records there are.
    public private(set) var records = 0
    /// How many records there are.
    private(set) var entryCount = 0

    /// The versions that are not in the past, oldest first.
    private(set) var recent: [Version] = []
    /// The records that are not in the past, oldest first.
    private(set) var recentEntries: [RecordEntry] = []
    private let past: VerifiedPast?
    private var kept = 0

    /// The life of a framework that was just founded.
    init(founding version: Version, _ terms: StoredTerms, name: String) {
        self.name = name
        first = version
        inForce = version
        uid = terms.uid
        termsInForce = TermsOnDemand(terms)
        recent = [version]
        past = nil
    }

    /// The life of a framework that was verified before. Its terms are read when somebody asks.
    init(resuming state: VerifiedState.Framework, past: VerifiedPast, store: TermsStore) {
        name = state.name
        first = state.first
        inForce = state.inForce
        uid = state.uid
        termsInForce = TermsOnDemand(state.inForce.tree, in: store)
        records = state.records
        entryCount = state.entries
        self.past = past
        kept = state.inForce.number
    }

    mutating func append(_ version: Version, _ terms: StoredTerms) {
        recent.append(version)
        inForce = version
        uid = terms.uid
        termsInForce = TermsOnDemand(terms)
    }

    /// Takes a step that adds records.
    mutating func append(_ entries: [RecordEntry]) {
        records += 1
        entryCount += entries.count
        recentEntries += entries
    }

    /// The records of a scope with all that was said about each, or all records, oldest first. Linear
    /// in their number.
    ///
    /// - Throws: `GitError` where what was kept of them is damaged, and the past can't be read.
    func entries(in scope: RecordScope? = nil) throws -> [RecordEntry] {
        guard let scope else { return try found(in: nil) }
        let first = try found(in: scope)
        guard let wider = scope.widened(by: first) else { return try found(in: nil) }
        return wider.folders == scope.folders ? first : try found(in: wider)
    }

    /// The records of a scope alone, or all of them.
    private func found(in scope: RecordScope?) throws -> [RecordEntry] {
        let recent = scope.map { recentEntries.filter($0.covers) } ?? recentEntries
        guard pastEntryCount > 0 else { return recent }
        return try (past?.entries(of: name, upTo: pastEntryCount, in: scope) ?? []) + recent
    }

    /// What is on record, such as `deals/lift`.
    ///
    /// - Throws: as ``entries(in:)``.
    func recordFolders() throws -> Set<String> {
        let recent = Set(recentEntries.map(\.folder))
        guard pastEntryCount > 0 else { return recent }
        return try recent.union(past?.recordFolders(of: name, upTo: pastEntryCount) ?? [])
    }

    private var pastEntryCount: Int { entryCount - recentEntries.count }

    /// The terms in force. Read when somebody first asks for them.
    ///
    /// - Throws: `GitError` where they can't be read.
    public var terms: StoredTerms {
        get throws { try termsInForce.read() }
    }

    /// The versions that are asked for, oldest first. Linear in their number; all of them are
    /// linear in the length of history.
    ///
    /// - Throws: `GitError` where what was kept of them is damaged, and the past can't be read.
    public func versions(_ query: VersionQuery = .all) throws -> [Version] {
        let before = try past?.versions(query, of: name, upTo: kept) ?? []
        return before + recent.filter(query.matches)
    }

    /// The digest of the founding terms: the framework's fingerprint.
    public var founding: Digest { first.digest }
}
