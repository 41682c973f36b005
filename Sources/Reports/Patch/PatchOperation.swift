/// A place in a JSON document (RFC 6901).
struct JSONPointer: Hashable, Sendable {
    private(set) var text = ""

    /// The place below this one, with `~` and `/` escaped (RFC 6901, 3).
    func appending(_ key: String) -> JSONPointer {
        var pointer = self
        pointer.text += "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
        return pointer
    }
}

/// One step of a JSON Patch (RFC 6902, 4).
enum PatchOperation: Encodable, Sendable {
    case test(JSONPointer, JSONValue)
    case add(JSONPointer, JSONValue)
    case replace(JSONPointer, JSONValue)
    case remove(JSONPointer)
    /// Takes a value from one place and puts it at another one.
    case move(JSONPointer, JSONPointer)

    private enum Key: CodingKey { case op, path, from, value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        func write(_ name: String, _ pointer: JSONPointer, _ value: JSONValue? = nil) throws {
            try container.encode(name, forKey: .op)
            try container.encode(pointer.text, forKey: .path)
            try container.encodeIfPresent(value, forKey: .value)
        }
        switch self {
        case .test(let pointer, let value): try write("test", pointer, value)
        case .add(let pointer, let value): try write("add", pointer, value)
        case .replace(let pointer, let value): try write("replace", pointer, value)
        case .remove(let pointer): try write("remove", pointer)
        case .move(let from, let pointer):
            try write("move", pointer)
            try container.encode(from.text, forKey: .from)
        }
    }
}
