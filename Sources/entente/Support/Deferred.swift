internal import Agreement

/// A value that is kept as it is written, and read only where somebody asks for it.
enum Deferred<Value: Packed & Sendable>: Sendable {
    case read(Value)
    case written(PackingReader)

    /// The value. Linear in its size.
    ///
    /// - Throws: `PackingReader.Damage` where something else was written.
    var value: Value {
        get throws {
            switch self {
            case .read(let value): return value
            case .written(var reader): return try Value(from: &reader)
            }
        }
    }

    init(_ value: Value) { self = .read(value) }

    /// Where to read it from.
    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        self = .written(try reader.later())
    }
}
