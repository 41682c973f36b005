internal import Git
internal import SQLite
internal import Terms

/// What this machine verified before (trust.md, "Cache"): one file for each repository, in the
/// cache folder of the person who verified.
///
/// It is never needed: a damaged, foreign or missing one means that everything is verified again.
struct VerifiedCache {
    /// Where a commit stands: below which step of `main`, counted from 1, and whether it is that.
    struct Step {
        let number: Int
        let isMain: Bool
    }

    private let file: CacheFile

    /// The cache for a repository; nil where the environment says of no folder to keep one in.
    init?(of repository: Repository, environment: WorkspaceEnvironment) {
        guard
            let file = CacheFile("verified", form: 5, of: repository, environment: environment)
        else { return nil }
        self.file = file
    }

    /// What was verified before; nil where nothing was kept, or nothing that can be relied on.
    func load(from store: TermsStore) -> History? {
        do {
            guard let database = try file.open(), let state = try state(in: database) else {
                return nil
            }
            let past = VerifiedPast(
                tip: state.tip, length: state.length, in: database, store: store,
                discard: file.discard)
            return History(resuming: state, past: past, store: store)
        } catch let error as SQLiteError where error.isBusy {
            // Nothing is wrong with it.
        } catch {
            file.discard()
        }
        return nil
    }

    /// Keeps a history as far as it holds. Adds to what was kept where it continues that; linear
    /// in what is added.
    ///
    /// Where it can't be kept, the next verification takes longer; nobody has to know.
    func save(_ history: History) {
        guard let tip = history.tip, history.past?.tip != tip else { return }
        do {
            if let past = history.past, let database = try file.open() {
                try database.run("PRAGMA synchronous = OFF")
                try database.transaction {
                    // Somebody else may have been faster.
                    guard try state(in: database)?.tip == past.tip else { return }
                    try add(history, to: database)
                }
            } else if history.past == nil {
                try replace(by: history)
            }
        } catch let error as SQLiteError where error.isBusy {
            return
        } catch {
            file.discard()
        }
    }

    /// Writes all of a history to a new file.
    private func replace(by history: History) throws {
        try file.replace(
            tables: """
                CREATE TABLE state (id INTEGER PRIMARY KEY, value BLOB NOT NULL);
                CREATE TABLE reached (id BLOB PRIMARY KEY, step INTEGER NOT NULL, main INTEGER NOT NULL)
                    WITHOUT ROWID;
                CREATE TABLE version (framework TEXT NOT NULL, number INTEGER NOT NULL,
                    proposal BLOB NOT NULL, slug TEXT NOT NULL, value BLOB NOT NULL,
                    PRIMARY KEY (framework, number)) WITHOUT ROWID;
                CREATE TABLE record (framework TEXT NOT NULL, number INTEGER NOT NULL,
                    folder TEXT NOT NULL, literal INTEGER NOT NULL, value BLOB NOT NULL,
                    PRIMARY KEY (framework, number)) WITHOUT ROWID;
                CREATE INDEX folders ON record (framework, folder);
                CREATE INDEX proposals ON version (framework, proposal);
                CREATE INDEX slugs ON version (framework, slug);
                """
        ) { try add(history, to: $0) }
    }

    private func add(_ history: History, to database: Database) throws {
        for (id, step) in history.newlyReached {
            try database.run(
                "INSERT OR REPLACE INTO reached VALUES (?, ?, ?)",
                [
                    .bytes(id.bytes), .integer(Int64(step.number)),
                    .integer(step.isMain ? 1 : 0),
                ])
        }
        for framework in history.frameworks.values {
            for version in framework.recent {
                var writer = PackingWriter()
                version.pack(into: &writer)
                let seal = Self.seal(of: version.number, framework.name)
                try database.run(
                    "INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?, ?)",
                    [
                        .text(framework.name), .integer(Int64(version.number)),
                        .bytes(version.proposal.bytes), .text(version.origin?.slug ?? ""),
                        .bytes(writer.sealed(as: seal)),
                    ])
            }
        }
        for framework in history.frameworks.values {
            let first = framework.entryCount - framework.recentEntries.count + 1
            for (index, entry) in framework.recentEntries.enumerated() {
                var writer = PackingWriter()
                entry.pack(into: &writer)
                let seal = Self.seal(ofRecord: first + index, framework.name)
                try database.run(
                    "INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?)",
                    [
                        .text(framework.name), .integer(Int64(first + index)),
                        .text(entry.folder), .integer(entry.isLiteral ? 1 : 0),
                        .bytes(writer.sealed(as: seal)),
                    ])
            }
        }
        var writer = PackingWriter()
        VerifiedState(history)?.pack(into: &writer)
        try database.run(
            "INSERT OR REPLACE INTO state VALUES (1, ?)", [.bytes(writer.sealed(as: file.purpose))])
    }

    private func state(in database: Database) throws -> VerifiedState? {
        var sealed: [UInt8]?
        try database.run("SELECT value FROM state WHERE id = 1", []) { sealed = $0.bytes(0) }
        guard let sealed else { return nil }
        var reader = try PackingReader(sealed, sealedAs: file.purpose)
        return try VerifiedState(from: &reader)
    }

    static func step(of id: ObjectID, in database: Database) throws -> Step? {
        var step: Step?
        try database.run("SELECT step, main FROM reached WHERE id = ?", [.bytes(id.bytes)]) {
            step = Step(number: Int($0.integer(0)), isMain: $0.integer(1) == 1)
        }
        return step
    }

    static func versions(
        _ query: VersionQuery, of framework: String, upTo last: Int, in database: Database
    ) throws -> [Version] {
        // SQLite would go through all versions to spare itself the sorting.
        let (index, condition, value): (String, String, SQLiteValue) =
            switch query {
            case .all: ("", "0 <> ?", .integer(1))
            case .number(let number): ("", "number = ?", .integer(Int64(number)))
            case .from(let number): ("", "number >= ?", .integer(Int64(number)))
            case .proposal(let tip): ("INDEXED BY proposals", "proposal = ?", .bytes(tip.bytes))
            case .slug(let slug): ("INDEXED BY slugs", "slug = ?", .text(slug))
            }
        var versions: [Version] = []
        try database.run(
            """
            SELECT number, value FROM version \(index)
            WHERE framework = ? AND number <= ? AND \(condition) ORDER BY number
            """, [.text(framework), .integer(Int64(last)), value]
        ) { row in
            var reader = try PackingReader(
                row.bytes(1), sealedAs: seal(of: Int(row.integer(0)), framework))
            versions.append(try Version(from: &reader))
        }
        let isComplete =
            switch query {
            case .all: versions.count == last
            case .from(let number): versions.count == max(0, last - max(1, number) + 1)
            case .number, .proposal, .slug: true
            }
        guard isComplete else { throw PackingReader.Damage() }
        return versions
    }

    static func seal(ofRecord number: Int, _ framework: String) -> String {
        "record \(number) of \(framework)"
    }

    private static func seal(of number: Int, _ framework: String) -> String {
        "version \(number) of \(framework)"
    }
}
