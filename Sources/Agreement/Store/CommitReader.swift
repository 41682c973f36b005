internal import Git
internal import Terms

/// Reads commits and the statements in them, or takes them from a stretch of history that was read
/// ahead. Whoever asks for a commit gets what the repository holds, either way.
final class CommitReader {
    private let repository: Repository
    private var ahead = ReadAhead.Stretch()

    init(_ repository: Repository) { self.repository = repository }

    /// A commit.
    ///
    /// - Throws: `GitError`.
    func commit(_ id: ObjectID) throws -> Commit {
        try ahead.commits[id] ?? repository.commit(id)
    }

    /// What commits that look like statements say by themselves, in their order.
    ///
    /// - Throws: `GitError`.
    func statements(_ ids: [ObjectID]) throws -> [Result<SealedStatement, NotCounted>] {
        let missing = ids.filter { ahead.sealed[$0] == nil }
        let read = try missing.map { try repository.object($0).bytes }
            .mapOnAllCores(SealedStatement.read)
        let fresh = Dictionary(zip(missing, read), uniquingKeysWith: { first, _ in first })
        return ids.compactMap { ahead.sealed[$0] ?? fresh[$0] }
    }

    /// Answers from a stretch from now on; what was read ahead before is dropped.
    func use(_ stretch: ReadAhead.Stretch) { ahead = stretch }
}
