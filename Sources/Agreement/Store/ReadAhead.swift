internal import Git
internal import Synchronization

/// Reads a long history ahead, stretch by stretch, and verifies the signatures in it on all cores,
/// while the rules judge the stretch before. Nothing is decided here.
final class ReadAhead: Sendable {
    /// What was read of a history: commits, and what those that look like statements say.
    struct Stretch {
        fileprivate(set) var commits: [ObjectID: Commit] = [:]
        fileprivate(set) var sealed: [ObjectID: Result<SealedStatement, NotCounted>] = [:]
    }

    /// A stretch that other threads read meanwhile.
    struct Begun {
        fileprivate let reading: Background<Found>

        /// The stretch, as soon as it is there. Whoever waits verifies signatures, too.
        func wait() -> Stretch {
            let found = reading.wait()
            var stretch = Stretch()
            for (id, commit) in found.commits { stretch.commits[id] = commit }
            // From the end: the other threads come from the beginning.
            for (ids, sealed) in found.statements.reversed() {
                for (id, statement) in zip(ids, sealed.wait()) { stretch.sealed[id] = statement }
            }
            return stretch
        }
    }

    /// New commits, and those that look like statements, some at a time.
    fileprivate struct Found: Sendable {
        var commits: [(id: ObjectID, commit: Commit)] = []
        var statements:
            [(ids: [ObjectID], sealed: Background<[Result<SealedStatement, NotCounted>]>)] = []
    }

    /// How many signatures a thread verifies before it looks around: some milliseconds' worth.
    private static let piece = 16

    private let objects: ObjectDatabase
    /// The commits of all stretches so far: what leads to them ends there.
    private let known = Mutex<Set<ObjectID>>([])

    init(_ objects: ObjectDatabase) { self.objects = objects }

    /// Begins to read some steps of `main`, with what their merges bring in and neither the past nor
    /// a stretch before has. Linear in the number of new commits.
    ///
    /// - Parameters:
    ///   - steps: the next steps, oldest first; the stretch before them has to be there.
    ///   - past: what was verified before. Only this thread may ask it, so where there is one,
    ///     nothing but the signatures is left to other threads.
    /// - Returns: the stretch. What can't be read is not in it: whoever needs it reads it again, and
    ///   hears why.
    /// - Throws: `GitError`, where the past can't be read.
    func begin(_ steps: [ObjectID], after past: VerifiedPast?) throws -> Begun {
        guard let past else {
            return Begun(reading: Background { [self] in find(steps) { _ in false } })
        }
        let found = try find(steps, seen: past.contains)
        return Begun(reading: Background { found })
    }

    private func find(
        _ steps: [ObjectID], seen: (ObjectID) throws -> Bool
    ) rethrows -> Found {
        try known.withLock { known in
            var found = Found()
            var likely: [(id: ObjectID, bytes: [UInt8])] = []
            func verify() {
                let bytes = likely.map(\.bytes)
                found.statements.append(
                    (likely.map(\.id), Background { bytes.map(SealedStatement.read) }))
                likely = []
            }
            var pending = Array(steps.reversed())
            while let id = pending.popLast() {
                guard try !seen(id), known.insert(id).inserted,
                    let (commit, bytes) = try? objects.commitWithBytes(id)
                else { continue }
                found.commits.append((id, commit))
                if Statement.isLikely(commit.message) { likely.append((id, bytes)) }
                if likely.count == Self.piece { verify() }
                pending += commit.parents
            }
            verify()
            return found
        }
    }
}
