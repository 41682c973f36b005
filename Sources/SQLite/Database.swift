internal import CSQLite

/// A file of SQLite's, open on this thread.
///
/// Not Sendable: a connection belongs to the thread that uses it.
public final class Database {
    /// Whether a file is made where there is none.
    public enum Mode: Sendable {
        /// It has to be there.
        case existing
        /// It is made where it is missing.
        case create
    }

    let pointer: OpaquePointer
    private var statements: [String: Statement] = [:]

    /// Opens a file.
    ///
    /// - Throws: ``SQLiteError``. A file that is not SQLite's is found out by the first statement.
    public init(at path: String, _ mode: Mode) throws(SQLiteError) {
        var pointer: OpaquePointer?
        let flags =
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
            | (mode == .create ? SQLITE_OPEN_CREATE : 0)
        let status = sqlite3_open_v2(path, &pointer, flags, nil)
        guard status == SQLITE_OK, let pointer else {
            let message = pointer.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(pointer)
            throw SQLiteError(code: status & 0xff, message: message)
        }
        self.pointer = pointer
        // Somebody else's writing takes milliseconds.
        sqlite3_busy_timeout(pointer, 500)
    }

    deinit {
        statements = [:]
        sqlite3_close_v2(pointer)
    }

    /// Runs statements that return nothing.
    ///
    /// - Throws: ``SQLiteError``.
    public func run(_ sql: String) throws(SQLiteError) {
        try check(sqlite3_exec(pointer, sql, nil, nil, nil))
    }

    /// Runs one statement with values for its places, and gives each row to `row`. A statement is
    /// compiled once, however often it is run.
    ///
    /// - Throws: ``SQLiteError``, and what `row` throws.
    public func run(
        _ sql: String, _ values: [SQLiteValue], row: (Row) throws -> Void = { _ in }
    ) throws {
        let statement = try statement(sql)
        defer { statement.reset() }
        for (index, value) in values.enumerated() {
            try check(statement.bind(value, at: Int32(index + 1)))
        }
        while true {
            let status = sqlite3_step(statement.pointer)
            if status == SQLITE_DONE { return }
            guard status == SQLITE_ROW else { throw error(status) }
            try row(Row(pointer: statement.pointer))
        }
    }

    /// Runs `body` in one transaction, which waits for nobody once it has begun: all of it is
    /// kept, or nothing.
    ///
    /// - Throws: ``SQLiteError``, and what `body` throws.
    public func transaction(_ body: () throws -> Void) throws {
        try run("BEGIN IMMEDIATE")
        do {
            try body()
            try run("COMMIT")
        } catch let failure {
            // Where the rollback fails as well, closing the file does the same.
            sqlite3_exec(pointer, "ROLLBACK", nil, nil, nil)
            throw failure
        }
    }

    private func statement(_ sql: String) throws(SQLiteError) -> Statement {
        if let known = statements[sql] { return known }
        var made: OpaquePointer?
        try check(sqlite3_prepare_v2(pointer, sql, -1, &made, nil))
        guard let made else { throw SQLiteError(code: SQLITE_MISUSE, message: "no statement") }
        let statement = Statement(pointer: made)
        statements[sql] = statement
        return statement
    }

    private func check(_ status: Int32) throws(SQLiteError) {
        guard status == SQLITE_OK else { throw error(status) }
    }

    private func error(_ status: Int32) -> SQLiteError {
        SQLiteError(code: status & 0xff, message: String(cString: sqlite3_errmsg(pointer)))
    }
}

/// A compiled statement.
private final class Statement {
    let pointer: OpaquePointer

    init(pointer: OpaquePointer) { self.pointer = pointer }

    deinit { sqlite3_finalize(pointer) }

    func reset() {
        // Says again what the last step said, which was an error then.
        sqlite3_reset(pointer)
    }

    func bind(_ value: SQLiteValue, at place: Int32) -> Int32 {
        switch value {
        case .integer(let number):
            sqlite3_bind_int64(pointer, place, number)
        case .text(let text):
            text.utf8.withContiguousStorageIfAvailable { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    entente_sqlite_bind_text(pointer, place, $0.baseAddress, Int32($0.count))
                }
            } ?? bindCopy(of: text, at: place)
        case .bytes(let bytes):
            bytes.withUnsafeBytes {
                entente_sqlite_bind_blob(pointer, place, $0.baseAddress, Int32($0.count))
            }
        }
    }

    private func bindCopy(of text: String, at place: Int32) -> Int32 {
        text.withCString {
            entente_sqlite_bind_text(pointer, place, $0, Int32(text.utf8.count))
        }
    }
}
