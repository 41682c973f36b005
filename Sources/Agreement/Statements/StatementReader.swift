internal import Git
internal import SSHSignature
internal import Terms

/// What was newly said and done on a proposal: the commits that a tip reaches and the agreed
/// history does not.
struct NewCommits {
    /// The commits in the order in which they were found, tip first.
    private(set) var order: [ObjectID] = []
    /// The commits by id.
    private(set) var commits: [ObjectID: Commit] = [:]

    /// Walks from a tip to the commits that `seen` holds. Linear in the number of new commits.
    init(from tip: ObjectID, seen: (ObjectID) -> Bool, in repository: Repository) throws {
        var pending = [tip]
        while let id = pending.popLast() {
            guard !seen(id), commits[id] == nil else { continue }
            let commit = try repository.commit(id)
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
        in repository: Repository
    ) throws -> (signed: [SignedStatement], ignored: [IgnoredStatement]) {
        var signed: [SignedStatement] = []
        var ignored: [IgnoredStatement] = []
        for id in order {
            guard let commit = commits[id], Statement.isLikely(commit.message) else { continue }
            do {
                signed.append(try read(id, commit: commit, in: repository))
            } catch let reason as NotCounted {
                ignored.append(
                    IgnoredStatement(
                        id: id, committer: commit.committerIdentity?.name ?? "somebody",
                        reason: reason.description))
            }
        }
        return (signed, ignored)
    }

    private func read(
        _ id: ObjectID, commit: Commit, in repository: Repository
    ) throws -> SignedStatement {
        let raw = try repository.object(id)
        let signedCommit: SignedCommit
        let statement: Statement
        do {
            signedCommit = try SignedCommit(parsing: raw.bytes)
            statement = try Statement(parsing: commit.message)
        } catch let error as SignedCommit.FormatError {
            throw NotCounted(error.description)
        } catch let error as Statement.FormatError {
            throw NotCounted(error.description)
        }
        guard commit.parents.count == 1 else {
            throw NotCounted("a statement has one parent, this has \(commit.parents.count)")
        }
        guard try repository.commit(commit.parents[0]).tree == commit.tree else {
            throw NotCounted("a statement changes nothing, this changes files")
        }
        guard case .valid = signedCommit.signature.verify(signedCommit.payload, namespace: "git")
        else {
            throw NotCounted(
                signedCommit.signature.verify(signedCommit.payload, namespace: "git").reason)
        }
        guard let committer = commit.committerIdentity else {
            throw NotCounted("its committer is not in Git's form")
        }
        let terms =
            Identifier.isValid(statement.framework)
            ? try repository.entry(
                in: commit.tree, at: TermsStore.path(of: statement.framework))
            : nil
        return SignedStatement(
            id: id, statement: statement, key: signedCommit.signature.publicKey,
            committer: committer, terms: terms?.mode == .tree ? terms?.id : nil,
            payload: signedCommit.payload)
    }
}

/// Why a commit is no statement.
private struct NotCounted: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension SSHSignature.Verdict {
    fileprivate var reason: String {
        switch self {
        case .valid: "its signature is valid"
        case .invalid(let reason): "its signature does not count: \(reason)"
        }
    }
}
