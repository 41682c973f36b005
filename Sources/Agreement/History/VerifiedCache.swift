internal import Git
internal import Glibc
internal import SQLite
internal import Terms

/// What this machine verified before (trust.md, "Cache"): one file for each repository, in the
/// cache folder of the person who verified.
///
/// It lies outside of the repository, so no copy of a repository brings one along, and where
/// others could write, it is not used. It counts for the very program that wrote it. It is never
/// needed: a damaged, foreign or missing one means that everything is verified again.
struct VerifiedCache {
    /// Where a commit stands: below which step of `main`, counted from 1, and whether it is that.
    struct Step {
        let number: Int
        let isMain: Bool
    }

    private let folder: String
    private let file: String
    /// Who may read the file: program and repository.
    private let purpose: String

    /// The cache for a repository; nil where the environment says of no folder to keep one in.
    init?(of repository: Repository, environment: WorkspaceEnvironment) {
        func absolute(_ variable: String) -> String? {
            environment.variables[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        guard let program = environment.program,
            let base = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map({ $0 + "/.cache" })
        else { return nil }
        folder = base + "/entente"
        let place = Digest(of: Array(repository.gitDirectory.utf8)).digits.prefix(32)
        file = "\(folder)/verified-\(place).sqlite"
        purpose = "entente verified 3\n\(program)\n\(repository.gitDirectory)"
    }

    /// What was verified before; nil where nothing was kept, or nothing that can be relied on.
    func load(from store: TermsStore) -> History? {
        guard isPrivate(folder, folder: true), isPrivate(file, folder: false) else { return nil }
        do {
            let database = try Database(at: file, .existing)
            guard let state = try state(in: database) else { return nil }
            let past = VerifiedPast(
                tip: state.tip, length: state.length, in: database, store: store,
                discard: discard)
            return History(resuming: state, past: past, store: store)
        } catch let error as SQLiteError where error.isBusy {
            // Nothing is wrong with it.
        } catch {
            discard()
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
            guard makeFolder() else { return }
            if let past = history.past, isPrivate(file, folder: false) {
                let database = try Database(at: file, .existing)
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
            discard()
        }
    }

    /// Throws away what was kept.
    private func discard() { unlink(file) }

    /// Writes all of a history to a new file, which takes the place of the old one at once, so that
    /// whoever reads that is not disturbed.
    private func replace(by history: History) throws {
        let new = "\(file).\(getpid())"
        unlink(new)
        defer { unlink(new) }
        let database = try Database(at: new, .create)
        try database.run(
            """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
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
            """)
        try database.transaction { try add(history, to: database) }
        guard chmod(new, 0o600) == 0, rename(new, file) == 0 else { return }
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
            "INSERT OR REPLACE INTO state VALUES (1, ?)", [.bytes(writer.sealed(as: purpose))])
    }

    private func state(in database: Database) throws -> VerifiedState? {
        var sealed: [UInt8]?
        try database.run("SELECT value FROM state WHERE id = 1", []) { sealed = $0.bytes(0) }
        guard let sealed else { return nil }
        var reader = try PackingReader(sealed, sealedAs: purpose)
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
        let (condition, value): (String, SQLiteValue) =
            switch query {
            case .all: ("0 <> ?", .integer(1))
            case .number(let number): ("number = ?", .integer(Int64(number)))
            case .proposal(let tip): ("proposal = ?", .bytes(tip.bytes))
            case .slug(let slug): ("slug = ?", .text(slug))
            }
        var versions: [Version] = []
        try database.run(
            """
            SELECT number, value FROM version WHERE framework = ? AND number <= ? AND \(condition)
            ORDER BY number
            """, [.text(framework), .integer(Int64(last)), value]
        ) { row in
            var reader = try PackingReader(
                row.bytes(1), sealedAs: seal(of: Int(row.integer(0)), framework))
            versions.append(try Version(from: &reader))
        }
        if case .all = query, versions.count != last { throw PackingReader.Damage() }
        return versions
    }

    static func seal(ofRecord number: Int, _ framework: String) -> String {
        "record \(number) of \(framework)"
    }

    private static func seal(of number: Int, _ framework: String) -> String {
        "version \(number) of \(framework)"
    }

    /// Whether something is ours, and nobody else can write it.
    private func isPrivate(_ path: String, folder: Bool) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0
        else { return false }
        return status.st_mode & S_IFMT == (folder ? S_IFDIR : S_IFREG)
    }

    private func makeFolder() -> Bool {
        // The folder above belongs to all programs of this person, and may not be there yet.
        let above = String(folder.dropLast("/entente".count))
        for path in [above, folder] { mkdir(path, 0o700) }
        return isPrivate(folder, folder: true)
    }
}
