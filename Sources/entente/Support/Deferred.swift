internal import Agreement
internal import Foundation

/// A value that is kept as it is written, and read only where somebody asks for it.
enum Deferred<Value: Codable & Sendable>: Sendable {
    case read(Value)
    case written(ArraySlice<UInt8>)

    /// The value. Linear in its size.
    ///
    /// - Throws: `DecodingError` where something else was written.
    var value: Value {
        get throws {
            switch self {
            case .read(let value): value
            case .written(let bytes): try JSONDecoder().decode(Value.self, from: Data(bytes))
            }
        }
    }

    init(_ value: Value) { self = .read(value) }
}

extension Deferred: Packed {
    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        self = .written(try reader.part())
    }

    func pack(into writer: inout PackingWriter) throws {
        switch self {
        case .read(let value): writer.add(try JSONEncoder().encode(value))
        case .written(let bytes): writer.add(bytes)
        }
    }
}
