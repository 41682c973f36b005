internal import Foundation

/// A value that is kept as it is written, and read only where somebody asks for it.
enum Deferred<Value: Codable & Sendable>: Codable, Sendable {
    case read(Value)
    case written(Data)

    /// The value. Linear in its size.
    ///
    /// - Throws: `DecodingError` where something else was written.
    var value: Value {
        get throws {
            switch self {
            case .read(let value): value
            case .written(let bytes): try JSONDecoder().decode(Value.self, from: bytes)
            }
        }
    }

    init(_ value: Value) { self = .read(value) }

    init(from decoder: any Decoder) throws {
        self = .written(try decoder.singleValueContainer().decode(Data.self))
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .read(let value): try container.encode(JSONEncoder().encode(value))
        case .written(let bytes): try container.encode(bytes)
        }
    }
}
