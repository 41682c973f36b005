internal import CSQLite

/// A value for a place of a statement.
public enum SQLiteValue: Sendable {
    /// A whole number.
    case integer(Int64)
    /// Text.
    case text(String)
    /// Bytes.
    case bytes([UInt8])
}

/// One row of a result, as long as the closure that gets it runs.
public struct Row {
    let pointer: OpaquePointer

    /// The whole number in a column, counted from 0; 0 where there is none.
    public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

    /// The bytes in a column, counted from 0; none where there are none.
    public func bytes(_ column: Int32) -> [UInt8] {
        guard let start = sqlite3_column_blob(pointer, column) else { return [] }
        return Array(
            UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column))))
    }
}
