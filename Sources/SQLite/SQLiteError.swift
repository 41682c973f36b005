internal import CSQLite

/// What SQLite could not do.
public struct SQLiteError: Error, Hashable, Sendable, CustomStringConvertible {
    /// SQLite's primary result code.
    public let code: Int32
    /// What it says about it.
    public let message: String

    /// Code and message.
    public var description: String { "\(message) (SQLite \(code))" }

    /// Whether somebody else is at it; the same may work a moment later.
    public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
}
