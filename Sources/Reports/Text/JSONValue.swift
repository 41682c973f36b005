internal import Terms

/// A value of the terms in JSON: figures, dates and amounts as they are written in the terms.
enum JSONValue: Hashable, Sendable, Encodable {
    case text(String)
    case boolean(Bool)
    case integer(Int64)
    case object([String: JSONValue])
    case list([JSONValue])
    case null

    init(_ value: Value) {
        switch value {
        case .scalar(.boolean(let value)): self = .boolean(value)
        case .scalar(.integer(let value)): self = .integer(value)
        case .scalar(let scalar): self = .text(scalar.description)
        case .object(let members):
            self = .object(
                Dictionary(
                    members.map { ($0.key, JSONValue($0.value)) },
                    uniquingKeysWith: { first, _ in first }))
        case .list(let items): self = .list(items.map { JSONValue($0.value) })
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let value): try container.encode(value)
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .null: try container.encodeNil()
        }
    }
}
