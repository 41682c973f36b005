internal import SQLite
internal import Terms

/// The records that were verified before.
extension VerifiedCache {
    /// The first records of a framework, oldest first.
    ///
    /// - Throws: `PackingReader.Damage`, `SQLiteError`.
    static func entries(
        of framework: String, upTo count: Int, in database: Database
    ) throws -> [RecordEntry] {
        let rows = try rows(
            "SELECT number, value FROM record WHERE framework = ? AND number <= ? ORDER BY number",
            [.text(framework), .integer(Int64(count))], in: database)
        guard rows.count == count else { throw PackingReader.Damage() }
        return try read(rows, of: framework)
    }

    /// Those of them that belong to a scope. All of them have to be there, so that none is missed
    /// because it was lost.
    ///
    /// - Throws: `PackingReader.Damage`, `SQLiteError`.
    static func entries(
        of framework: String, upTo count: Int, _ scope: RecordScope, in database: Database
    ) throws -> [RecordEntry] {
        var kept = 0
        try database.run(
            "SELECT count(*) FROM record WHERE framework = ? AND number <= ?",
            [.text(framework), .integer(Int64(count))]
        ) { kept = Int($0.integer(0)) }
        guard kept == count else { throw PackingReader.Damage() }
        let folders = Array(repeating: "?", count: scope.folders.count).joined(separator: ", ")
        let words = scope.words.map { _ in " OR instr(value, ?)" }.joined()
        let rows = try rows(
            """
            SELECT number, value FROM record WHERE framework = ? AND number <= ?
            AND (folder IN (\(folders)) OR NOT literal\(words)) ORDER BY number
            """,
            [.text(framework), .integer(Int64(count))]
                + scope.folders.sorted().map(SQLiteValue.text)
                + scope.words.map(SQLiteValue.bytes), in: database)
        return try read(rows, of: framework)
    }

    /// What the first records of a framework are about.
    ///
    /// - Throws: `SQLiteError`.
    static func recordFolders(
        of framework: String, upTo count: Int, in database: Database
    ) throws -> Set<String> {
        var folders: Set<String> = []
        try database.run(
            "SELECT DISTINCT folder FROM record WHERE framework = ? AND number <= ?",
            [.text(framework), .integer(Int64(count))]
        ) { folders.insert(String(decoding: $0.bytes(0), as: UTF8.self)) }
        return folders
    }

    private typealias SealedRow = (number: Int, value: [UInt8])

    private static func rows(
        _ query: String, _ values: [SQLiteValue], in database: Database
    ) throws -> [SealedRow] {
        var rows: [SealedRow] = []
        try database.run(query, values) { rows.append((Int($0.integer(0)), $0.bytes(1))) }
        return rows
    }

    private static func read(_ rows: [SealedRow], of framework: String) throws -> [RecordEntry] {
        try rows.mapOnAllCores { row in
            Result { () throws(PackingReader.Damage) in
                var reader = try PackingReader(
                    row.value, sealedAs: seal(ofRecord: row.number, framework))
                return try RecordEntry(from: &reader)
            }
        }.map { try $0.get() }
    }
}
