internal import Agreement
internal import Foundation

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

/// What is written down as the JSON that it is for programs.
protocol PackedAsJSON: Packed, Codable {}

extension PackedAsJSON {
    func pack(into writer: inout PackingWriter) throws {
        writer.add(try JSONEncoder().encode(self))
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        let bytes = Data(try reader.part())
        do {
            self = try JSONDecoder().decode(Self.self, from: bytes)
        } catch {
            throw PackingReader.Damage()
        }
    }
}
