internal import Git
internal import SQLite
internal import Terms

/// The part of a history that this machine verified before, as it was kept: asked for single
/// commits and versions, it reads those, so what it costs hardly depends on its length.
///
/// Where what was kept turns out to be damaged, it is thrown away, the past is replayed from its
/// root, and whoever asked gets that answer.
final class VerifiedPast {
    /// The last commit of `main` in it.
    let tip: ObjectID
    /// How many commits of `main` it has.
    let length: Int

    private enum Source {
        case kept(Database)
        case replayed(History)
    }
    private var source: Source
    private let store: TermsStore
    private let discard: () -> Void
    /// Where the commits stand that somebody asked for: a command asks for the same ones again.
    private var steps: [ObjectID: VerifiedCache.Step?] = [:]

    init(
        tip: ObjectID, length: Int, in database: Database, store: TermsStore,
        discard: @escaping () -> Void
    ) {
        self.tip = tip
        self.length = length
        source = .kept(database)
        self.store = store
        self.discard = discard
    }

    /// Answers many questions as one, which costs less than each alone. Meanwhile nobody can add to
    /// what was kept.
    func together<Answer>(_ questions: () throws -> Answer) rethrows -> Answer {
        guard case .kept(let database) = source, (try? database.run("BEGIN")) != nil else {
            return try questions()
        }
        defer { try? database.run("END") }
        return try questions()
    }

    /// Whether a commit is part of it, or was merged into it.
    ///
    /// - Throws: `GitError`, where it has to be replayed.
    func contains(_ id: ObjectID) throws -> Bool {
        try ask(kept: { try step(of: id, in: $0) != nil }, replayed: { try $0.contains(id) })
    }

    /// Whether a commit is one of those by which `main` came to be what it is.
    ///
    /// - Throws: `GitError`, where it has to be replayed.
    func follows(_ id: ObjectID) throws -> Bool {
        try ask(
            kept: { try step(of: id, in: $0)?.isMain ?? false },
            replayed: { try $0.follows(id) })
    }

    /// Versions of a framework, oldest first.
    ///
    /// - Throws: `GitError`, where it has to be replayed.
    func versions(_ query: VersionQuery, of framework: String, upTo last: Int) throws -> [Version] {
        try ask(
            kept: { try VerifiedCache.versions(query, of: framework, upTo: last, in: $0) },
            replayed: { try $0.frameworks[framework]?.versions(query) ?? [] })
    }

    /// The first records of a framework, or those of a scope among them, oldest first.
    ///
    /// - Throws: `GitError`, where it has to be replayed.
    func entries(
        of framework: String, upTo count: Int, in scope: RecordScope?
    ) throws -> [RecordEntry] {
        try ask(
            kept: { database in
                if let scope {
                    try VerifiedCache.entries(of: framework, upTo: count, scope, in: database)
                } else {
                    try VerifiedCache.entries(of: framework, upTo: count, in: database)
                }
            },
            replayed: { try $0.frameworks[framework]?.entries(in: scope) ?? [] })
    }

    /// What the first records of a framework are about.
    ///
    /// - Throws: `GitError`, where it has to be replayed.
    func recordFolders(of framework: String, upTo count: Int) throws -> Set<String> {
        try ask(
            kept: { try VerifiedCache.recordFolders(of: framework, upTo: count, in: $0) },
            replayed: { try $0.frameworks[framework]?.recordFolders() ?? [] })
    }

    /// Somebody else may have added to the file meanwhile, which is not part of this past.
    private func step(of id: ObjectID, in database: Database) throws -> VerifiedCache.Step? {
        if let known = steps[id] { return known }
        let found = try VerifiedCache.step(of: id, in: database)
        let step = found.flatMap { $0.number <= length ? $0 : nil }
        steps[id] = .some(step)
        return step
    }

    private func ask<Answer>(
        kept: (Database) throws -> Answer, replayed: (History) throws -> Answer
    ) throws -> Answer {
        switch source {
        case .replayed(let history):
            return try replayed(history)
        case .kept(let database):
            do {
                return try kept(database)
            } catch let error as SQLiteError where error.isBusy {
                // Nothing is wrong with it.
            } catch is SQLiteError {
                discard()
            } catch is PackingReader.Damage {
                discard()
            }
            let history = try History(replaying: tip, store: store)
            guard history.tip == tip else {
                throw Problem(
                    "damaged-cache", .unable,
                    "what was kept here about earlier verifications is wrong",
                    next: "Do it again; it was thrown away")
            }
            source = .replayed(history)
            return try replayed(history)
        }
    }
}
