internal import SQLite
internal import Terms

/// What this machine worked out before, for screens alone: what terms say, and what lists say of
/// proposals.
///
/// Nothing is decided by it: who verifies, signs or agrees, and every hook, reads what is in the
/// repository. Each entry names all that it follows from, so what is found for that is what working
/// it out again would give. A damaged, foreign or missing file means doing so.
struct ShownCache {
    /// What is kept.
    enum Kind: String {
        /// What terms say, by their tree.
        case terms
        /// What lists say of proposals, by their names.
        case proposals
        /// The digests of working files, by framework.
        case files
    }

    private let file: CacheFile

    /// The cache for a repository; nil where there is no place for one.
    init?(_ file: CacheFile?) {
        guard let file else { return nil }
        self.file = file
    }

    /// What was kept, by its key: still sealed.
    func load(_ kind: Kind) -> [[UInt8]: [UInt8]] {
        var found: [[UInt8]: [UInt8]] = [:]
        do {
            try file.open()?.run("SELECT key, value FROM \(kind.rawValue)", []) { row in
                found[row.bytes(0)] = row.bytes(1)
            }
        } catch let error as SQLiteError where error.isBusy {
            // Nothing is wrong with it.
        } catch {
            file.discard()
        }
        return found
    }

    /// Keeps something more, in the place of what has the same key, and drops what is not needed
    /// any more. Where it can't be kept, the next command takes longer; nobody has to know.
    func save(_ kind: Kind, _ new: [(key: [UInt8], value: [UInt8])], dropping gone: [[UInt8]]) {
        guard !new.isEmpty || !gone.isEmpty else { return }
        do {
            if let database = try file.open() {
                try database.run("PRAGMA synchronous = OFF")
                try database.transaction { try write(kind, new, dropping: gone, to: database) }
            } else {
                try file.replace(
                    tables: """
                        CREATE TABLE terms (key BLOB PRIMARY KEY, value BLOB NOT NULL);
                        CREATE TABLE proposals (key BLOB PRIMARY KEY, value BLOB NOT NULL);
                        CREATE TABLE files (key BLOB PRIMARY KEY, value BLOB NOT NULL);
                        """
                ) { try write(kind, new, dropping: gone, to: $0) }
            }
        } catch let error as SQLiteError where error.isBusy {
            return
        } catch {
            file.discard()
        }
    }

    private func write(
        _ kind: Kind, _ new: [(key: [UInt8], value: [UInt8])], dropping gone: [[UInt8]],
        to database: Database
    ) throws {
        for key in gone {
            try database.run("DELETE FROM \(kind.rawValue) WHERE key = ?", [.bytes(key)])
        }
        for (key, value) in new {
            try database.run(
                "INSERT OR REPLACE INTO \(kind.rawValue) VALUES (?, ?)",
                [.bytes(key), .bytes(value)])
        }
    }

    /// What an entry is sealed as, so that none counts in another place, nor of another file.
    func seal(_ kind: Kind, _ key: [UInt8]) -> String {
        "\(file.purpose)\n\(kind.rawValue) \(Digest(of: key))"
    }
}
