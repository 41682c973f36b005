public import Git
internal import Terms

/// The agreed history as the rules establish it, up to a commit of `main`.
///
/// A value of this type is only made by replaying `main` from its root; what it holds is
/// verified.
public struct History {
    /// What is wrong, and where the replay stopped.
    public struct Break: Sendable {
        /// The commit of `main` that breaks a rule.
        public let commit: ObjectID
        /// The first line of its message.
        public let subject: String
        /// Whom the commit names as its maker.
        public let committer: String
        /// The framework that it concerns, where it is one.
        public let framework: String?
        /// The rules that it breaks; never empty.
        public let violations: [Violation]
    }

    /// The frameworks by name.
    public private(set) var frameworks: [String: FrameworkHistory] = [:]
    /// The last commit of `main` that holds; nil before the root.
    public private(set) var tip: ObjectID?
    /// How many commits of `main` hold.
    public private(set) var length = 0
    /// How many of them change nothing under `frameworks/`.
    public private(set) var unrelated = 0
    /// What is wrong, where something is.
    public private(set) var breach: Break?
    /// The frameworks in force by their unique ids.
    private var uids: [String: String] = [:]
    /// The part that was verified before, and is not replayed again.
    let past: VerifiedPast?
    /// All commits that the tip reaches, and the past does not.
    private(set) var newlyReached: [ObjectID: VerifiedCache.Step] = [:]

    /// How many commits of `main` are read ahead together: enough to keep all cores busy, few
    /// enough to hold.
    private static let stretch = 32

    /// Whether a commit is part of the agreed history, or was merged into it.
    ///
    /// - Throws: `GitError`.
    public func contains(_ commit: ObjectID) throws -> Bool {
        try newlyReached[commit] != nil || past?.contains(commit) ?? false
    }

    /// Answers many questions about it as one, which costs less than each alone.
    public func together<Answer>(_ questions: () throws -> Answer) rethrows -> Answer {
        try past?.together(questions) ?? questions()
    }

    /// Whether a commit is one of those by which `main` came to be what it is, so that all that
    /// held there has been replayed.
    ///
    /// - Throws: `GitError`.
    func follows(_ commit: ObjectID) throws -> Bool {
        if let step = newlyReached[commit] { return step.isMain }
        return try past?.follows(commit) ?? false
    }

    /// Whether everything that another history agreed and recorded is agreed and recorded here.
    ///
    /// A merge keeps the commits of all its parents, but agreements are what `main` reached by
    /// first parents: one that turns its parents round would leave agreements behind without
    /// losing a commit. Two that put the same versions in force in two places leave nothing behind.
    ///
    /// - Throws: `GitError`.
    func continues(_ earlier: History, store: TermsStore) throws -> Bool {
        guard let before = earlier.tip else { return true }
        guard let tip, try contains(before) else { return false }
        for framework in earlier.frameworks.values {
            let versions = try frameworks[framework.name]?.versions().map(\.digest) ?? []
            guard try versions.starts(with: framework.versions().map(\.digest)) else {
                return false
            }
            let records = try store.recordsTree(of: framework.name, in: before)
            let kept = try store.recordsTree(of: framework.name, in: tip)
            guard try RecordsRule.onlyAdds(from: records, to: kept, in: store.repository) else {
                return false
            }
        }
        return true
    }

    /// The framework in force that has a unique id.
    func framework(withUID uid: String) -> String? { uids[uid] }

    /// The registries in force, where they can be read.
    ///
    /// - Throws: `GitError`.
    public func registries() throws -> [Registry] {
        try frameworks.values.compactMap { try $0.terms.registry }
    }

    /// Replays `main` from its root, and stops at the first violation.
    ///
    /// Linear in the number of commits and in the size of the terms of each version; without
    /// recursion.
    ///
    /// - Throws: `GitError` where objects are missing or can't be read.
    public init(replaying main: ObjectID?, store: TermsStore) throws {
        try self.init(replaying: main, after: nil, store: store)
    }

    /// Replays `main` from where it was verified before, if it was and `main` still leads there;
    /// else from its root. Linear in the number of commits since.
    ///
    /// - Throws: `GitError` where objects are missing or can't be read.
    init(replaying main: ObjectID?, cache: VerifiedCache?, store: TermsStore) throws {
        try self.init(replaying: main, after: cache?.load(from: store), store: store)
    }

    /// What was verified before.
    init(resuming state: VerifiedState, past: VerifiedPast, store: TermsStore) {
        self.past = past
        tip = state.tip
        length = state.length
        unrelated = state.unrelated
        for framework in state.frameworks {
            frameworks[framework.name] = FrameworkHistory(
                resuming: framework, past: past, store: store)
            if let uid = framework.uid { uids[uid] = framework.name }
        }
    }

    private init(replaying main: ObjectID?, after earlier: History?, store: TermsStore) throws {
        var path: [ObjectID] = []
        var next = main
        while let id = next, id != earlier?.tip {
            path.append(id)
            next = try store.repository.commit(id).parents.first
        }
        if let earlier, next != nil { self = earlier } else { past = nil }
        let reading = ReadAhead(store.repository.objects)
        var rest = Array(path.reversed())[...]
        func nextSteps() throws -> (
            steps: ArraySlice<ObjectID>, read: ReadAhead.Begun
        ) {
            defer { rest = rest.dropFirst(Self.stretch) }
            let steps = rest.prefix(Self.stretch)
            return (steps, try reading.begin(Array(steps), after: past))
        }
        var (steps, ahead) = try nextSteps()
        while !steps.isEmpty {
            store.reader.use(ahead.wait())
            // While these are judged, the next are read, and their signatures verified.
            let now = steps
            (steps, ahead) = try nextSteps()
            for id in now {
                try advance(to: id, store: store)
                if breach != nil { return }
            }
        }
    }

    /// Takes one more commit of `main`, whose first parent is the tip, if the rules allow it;
    /// otherwise ``breach`` says why not, and nothing else changes.
    mutating func advance(to id: ObjectID, store: TermsStore) throws {
        let repository = store.repository
        let commit = try store.reader.commit(id)
        let parentTree = try tip.map { try store.reader.commit($0).tree }
        func broken(_ violations: [Violation], in framework: String? = nil) -> Break {
            Break(
                commit: id, subject: commit.subject,
                committer: commit.committerIdentity?.name ?? "somebody", framework: framework,
                violations: violations)
        }
        var merged: NewCommits?
        switch try MainChange(from: parentTree, to: commit.tree, in: repository) {
        case .unrelated:
            unrelated += 1
        case .wrong(let violation):
            breach = broken([violation])
        case .records(let framework, let before, let after):
            do {
                let entries = try RecordsRule.entries(
                    id: id, framework: framework, before: before, after: after,
                    inForce: frameworks[framework].map {
                        ($0.inForce.number, try $0.terms.registry)
                    },
                    repository: repository)
                frameworks[framework]?.append(entries)
            } catch let violation as Violation {
                breach = broken([violation], in: framework)
            }
        case .terms(let framework, let tree):
            if let violation = try MergeShapeRule.violation(
                of: commit, framework: framework, tree: tree, store: store)
            {
                breach = broken([violation], in: framework)
                break
            }
            let proposal = commit.parents[1]
            let judgement = try judge(framework, tree: tree, proposal: proposal, store: store)
            guard judgement.holds else {
                breach = broken(judgement.violations, in: framework)
                break
            }
            merged = judgement.candidate.newCommits
            let version = Version(judgement, of: id, commit, proposal: proposal)
            let terms = judgement.candidate.proposed
            if let old = frameworks[framework]?.uid, old != terms.uid { uids[old] = nil }
            if let uid = terms.uid { uids[uid] = framework }
            if frameworks[framework] == nil {
                frameworks[framework] = FrameworkHistory(
                    founding: version, terms, name: framework)
            } else {
                frameworks[framework]?.append(version, terms)
            }
        }
        guard breach == nil else { return }
        length += 1
        for parent in commit.parents.dropFirst() {
            // An agreement that holds merges one proposal, whose commits are known.
            let new = try merged ?? NewCommits(from: parent, seen: contains, by: store.reader)
            for id in new.order {
                newlyReached[id] = VerifiedCache.Step(number: length, isMain: false)
            }
        }
        newlyReached[id] = VerifiedCache.Step(number: length, isMain: true)
        tip = id
    }

    /// Judges terms that a proposal's tip would put in force now.
    ///
    /// - Throws: `GitError`.
    public func judge(
        _ framework: String, tree: ObjectID, proposal: ObjectID, store: TermsStore
    ) throws -> Judgement {
        let history = frameworks[framework]
        let proposed = try store.terms(tree)
        let new = try NewCommits(from: proposal, seen: contains, by: store.reader)
        let (signed, ignored) = try new.statements(in: store.repository, by: store.reader)
        return Judgement(
            Candidate(
                framework: framework, inForce: try history?.terms,
                founding: history?.founding, version: (history?.inForce.number ?? 0) + 1,
                proposed: proposed,
                changedFiles: TermsFiles.changedPaths(
                    from: try history?.terms.files, to: proposed.files),
                statements: signed, ignored: ignored, uids: uids, newCommits: new))
    }
}

extension Version {
    fileprivate init(
        _ judgement: Judgement, of id: ObjectID, _ commit: Commit, proposal: ObjectID
    ) {
        let candidate = judgement.candidate
        let name = AgreedName.slug(in: commit, framework: candidate.framework)
        var signatures: [Signature] = []
        var seen: Set<ObjectID> = []
        for registry in [candidate.inForce?.registry, candidate.proposed.registry] {
            guard let registry else { continue }
            for (person, signed) in candidate.standingSignOffs(judgedBy: registry)
            where seen.insert(signed.id).inserted {
                signatures.append(Signature(person: person, signed: signed))
            }
        }
        signatures.sort {
            ($0.party, $0.person, $0.commit) < ($1.party, $1.person, $1.commit)
        }
        self.init(
            number: candidate.version, digest: candidate.proposed.digest,
            tree: candidate.proposed.tree, commit: id, proposal: proposal,
            origin: ProposalOrigin(in: candidate.newCommits, named: name),
            signatures: signatures, changedFiles: candidate.changedFiles,
            seconds: commit.committerIdentity?.seconds ?? 0)
    }
}
