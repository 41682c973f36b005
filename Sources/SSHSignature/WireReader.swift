/// Reads the data types of RFC 4251 section 5 from bytes that anyone may have written.
///
/// Every read checks its bounds and gives nil, without moving, when the bytes don't suffice.
struct WireReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// How many bytes are still unread.
    var remaining: Int { bytes.count - offset }

    var isAtEnd: Bool { remaining == 0 }

    /// Exactly `count` bytes.
    mutating func read(_ count: Int) -> [UInt8]? {
        guard count >= 0, count <= remaining else { return nil }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    /// A `uint32`, most significant byte first.
    mutating func uint32() -> UInt32? {
        read(4)?.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// A `string`: its length as a `uint32`, and that many bytes.
    mutating func string() -> [UInt8]? {
        let start = offset
        guard let length = uint32(), let count = Int(exactly: length), let content = read(count)
        else {
            offset = start
            return nil
        }
        return content
    }

    /// The magnitude of an `mpint` that is positive and written in its shortest form.
    mutating func positiveInteger() -> [UInt8]? {
        let start = offset
        guard let content = string(), let first = content.first, first < 0x80 else {
            offset = start
            return nil
        }
        guard first == 0 else { return content }
        // A leading zero byte is there only to keep the next byte from being a sign.
        guard content.count > 1, content[1] >= 0x80 else {
            offset = start
            return nil
        }
        return Array(content[1...])
    }
}

/// Writes the data types of RFC 4251 section 5.
struct WireWriter {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ raw: some Sequence<UInt8>) {
        bytes.append(contentsOf: raw)
    }

    mutating func append(uint32 value: UInt32) {
        for shift: UInt32 in [24, 16, 8, 0] {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    /// Appends a `string`.
    mutating func append(string content: some Collection<UInt8>) {
        append(uint32: UInt32(clamping: content.count))
        append(content)
    }
}

/// Names read from hostile bytes, made fit for a sentence: printable ASCII, and short.
func printable(_ bytes: some Collection<UInt8>) -> String {
    let shown = bytes.prefix(64).map { byte in
        (0x21...0x7e).contains(byte) ? String(UnicodeScalar(byte)) : "?"
    }
    return "\"" + shown.joined() + (bytes.count > 64 ? "…" : "") + "\""
}
