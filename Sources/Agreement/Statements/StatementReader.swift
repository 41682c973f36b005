internal import Git
internal import Terms

/// What was newly said and done on a proposal: the commits that a tip reaches and the agreed
/// history does not.
struct NewCommits {
    /// The commits in the order in which they were found, tip first.
    private(set) var order: [ObjectID] = []
    /// The commits by id.
    private(set) var commits: [ObjectID: Commit] = [:]

    /// Walks from a tip to the commits that `seen` holds. Linear in the number of new commits.
    init(
        from tip: ObjectID, seen: (ObjectID) throws -> Bool, by reader: CommitReader
    ) throws {
        var pending = [tip]
        while let id = pending.popLast() {
            guard commits[id] == nil, try !seen(id) else { continue }
            let commit = try reader.commit(id)
            commits[id] = commit
            order.append(id)
            pending += commit.parents.reversed()
        }
    }

    /// Whether `descendant` reaches `ancestor` through new commits; false for the commit itself.
    func descends(_ descendant: ObjectID, from ancestor: ObjectID) -> Bool {
        var pending = commits[descendant]?.parents ?? []
        var visited: Set<ObjectID> = []
        while let id = pending.popLast() {
            if id == ancestor { return true }
            guard visited.insert(id).inserted else { continue }
            pending += commits[id]?.parents ?? []
        }
        return false
    }

    /// The statements among the new commits, with their signatures verified.
    func statements(
        in repository: Repository, by reader: CommitReader
    ) throws -> (signed: [SignedStatement], ignored: [IgnoredStatement]) {
        let likely = order.filter { commits[$0].map { Statement.isLikely($0.message) } ?? false }
        let sealed = try reader.statements(likely)
        var signed: [SignedStatement] = []
        var ignored: [IgnoredStatement] = []
        // Most statements of a proposal are about one tree.
        var found: [Place: ObjectID?] = [:]
        for (id, result) in zip(likely, sealed) {
            guard let commit = commits[id] else { continue }
            do {
                let sealed = try result.get()
                let committer = try check(commit, in: repository)
                let place = Place(root: commit.tree, framework: sealed.statement.framework)
                let terms = try found[place] ?? place.terms(in: repository)
                found[place] = .some(terms)
                signed.append(
                    SignedStatement(
                        id: id, statement: sealed.statement, key: sealed.key,
                        committer: committer, terms: terms, payload: sealed.payload))
            } catch let reason as NotCounted {
                ignored.append(
                    IgnoredStatement(
                        id: id, committer: commit.committerIdentity?.name ?? "somebody",
                        reason: reason.description))
            }
        }
        return (signed, ignored)
    }

    /// Whether a commit is a statement by its place: one parent, and nothing changed.
    private func check(_ commit: Commit, in repository: Repository) throws -> Identity {
        guard let parent = commit.parents.first, commit.parents.count == 1 else {
            throw NotCounted("a statement has one parent, this has \(commit.parents.count)")
        }
        guard try commits[parent]?.tree ?? repository.commit(parent).tree == commit.tree else {
            throw NotCounted("a statement changes nothing, this changes files")
        }
        guard let committer = commit.committerIdentity else {
            throw NotCounted("its committer is not in Git's form")
        }
        return committer
    }
}

/// Where a statement's own tree holds the terms of its framework.
private struct Place: Hashable {
    let root: ObjectID
    let framework: String

    func terms(in repository: Repository) throws -> ObjectID? {
        guard Identifier.isValid(framework) else { return nil }
        let entry = try repository.entry(in: root, at: TermsStore.path(of: framework))
        return entry?.mode == .tree ? entry?.id : nil
    }
}
