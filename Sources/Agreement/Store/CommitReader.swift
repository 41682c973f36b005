internal import Git
internal import SSHSignature
internal import Terms

/// Reads commits and the statements in them, and can do so ahead for a stretch of history, so that
/// the signatures of many proposals are verified on all cores, while what is before them is judged.
final class CommitReader {
    private let repository: Repository
    private var commits: [ObjectID: Commit] = [:]
    private var sealed: [ObjectID: Result<SealedStatement, NotCounted>] = [:]

    init(_ repository: Repository) { self.repository = repository }

    /// A commit.
    ///
    /// - Throws: `GitError`.
    func commit(_ id: ObjectID) throws -> Commit {
        try commits[id] ?? repository.commit(id)
    }

    /// What commits that look like statements say by themselves, in their order.
    ///
    /// - Throws: `GitError`.
    func statements(_ ids: [ObjectID]) throws -> [Result<SealedStatement, NotCounted>] {
        let missing = ids.filter { sealed[$0] == nil }
        let read = try missing.map { try repository.object($0).bytes }
            .mapOnAllCores(SealedStatement.read)
        let fresh = Dictionary(zip(missing, read), uniquingKeysWith: { first, _ in first })
        return ids.compactMap { sealed[$0] ?? fresh[$0] }
    }

    /// A stretch of history that was read, and whose signatures are being verified meanwhile.
    struct Stretch {
        /// The steps of `main`, oldest first.
        let steps: [ObjectID]
        fileprivate let commits: [ObjectID: Commit]
        fileprivate let likely: [ObjectID]
        fileprivate let sealed: Background<[Result<SealedStatement, NotCounted>]>
    }

    /// Reads a stretch of `main` ahead, with what its merges bring in and neither `seen` nor the
    /// stretch before it holds. Linear in the number of new commits.
    ///
    /// Nothing is decided here: whoever asks for a commit gets what the repository holds.
    ///
    /// - Throws: `GitError`.
    func readAhead(
        _ steps: [ObjectID], after before: Stretch?, seen: (ObjectID) throws -> Bool
    ) throws -> Stretch {
        var read: [ObjectID: Commit] = [:]
        var likely: [(id: ObjectID, bytes: [UInt8])] = []
        for step in steps {
            var pending = [step]
            while let id = pending.popLast() {
                guard read[id] == nil, before?.commits[id] == nil, try !seen(id) else { continue }
                let (commit, bytes) = try repository.commitWithBytes(id)
                read[id] = commit
                if Statement.isLikely(commit.message) { likely.append((id, bytes)) }
                pending += commit.parents
            }
        }
        let bytes = likely.map(\.bytes)
        return Stretch(
            steps: steps, commits: read, likely: likely.map(\.id),
            sealed: Background { bytes.mapOnAllCores(SealedStatement.read) })
    }

    /// Answers from a stretch from now on, once its signatures are verified; what was read ahead
    /// before is dropped.
    func use(_ stretch: Stretch) {
        commits = stretch.commits
        sealed = Dictionary(
            zip(stretch.likely, stretch.sealed.wait()), uniquingKeysWith: { first, _ in first })
    }
}

/// What the bytes of a commit say by themselves: a statement, and whose key signed it.
struct SealedStatement: Sendable {
    let statement: Statement
    let key: PublicKey
    /// What was signed.
    let payload: [UInt8]

    /// Reads the bytes of a commit, and verifies its signature. Pure; linear in their number.
    @Sendable static func read(_ bytes: [UInt8]) -> Result<SealedStatement, NotCounted> {
        do {
            let commit = try SignedCommit(parsing: bytes)
            let statement = try Statement(parsing: commit.commit.message)
            let verdict = commit.signature.verify(commit.payload, namespace: "git")
            if case .invalid(let reason) = verdict {
                return .failure(NotCounted("its signature does not count: \(reason)"))
            }
            return .success(
                SealedStatement(
                    statement: statement, key: commit.signature.publicKey, payload: commit.payload))
        } catch let error as SignedCommit.FormatError {
            return .failure(NotCounted(error.description))
        } catch let error as Statement.FormatError {
            return .failure(NotCounted(error.description))
        } catch {
            return .failure(NotCounted("it can't be read: \(error)"))
        }
    }
}

/// Why a commit is no statement.
struct NotCounted: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
