internal import Terms

/// What this machine writes down, and reads again.
package protocol Packed {
    /// Writes it for ``init(from:)``.
    ///
    /// - Throws: what can't be written.
    func pack(into writer: inout PackingWriter) throws

    /// Reads what ``pack(into:)`` wrote.
    ///
    /// - Throws: ``PackingReader/Damage`` where something else was written.
    init(from reader: inout PackingReader) throws(PackingReader.Damage)
}

/// Writes values one behind the other, each with its length, for this machine to read again. Small
/// numbers take one byte.
package struct PackingWriter {
    private(set) var bytes: [UInt8] = []

    mutating func add(_ number: Int64) {
        var rest = UInt64(bitPattern: number << 1 ^ number >> 63)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func add(_ number: Int) { add(Int64(number)) }

    package mutating func add(_ part: some Collection<UInt8>) {
        add(part.count)
        bytes.append(contentsOf: part)
    }

    package mutating func add(_ text: String) { add(text.utf8) }

    /// Adds what ``PackingReader/later()`` reads.
    package mutating func addForLater(_ pack: (inout Self) throws -> Void) rethrows {
        var writer = PackingWriter()
        try pack(&writer)
        add(writer.bytes)
    }

    /// Adds a text that may be missing.
    package mutating func add(ifAny text: String?) { add(text.map { [$0] } ?? []) { $0.add($1) } }

    package mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

    /// Adds a list: how many there are, and each of them.
    package mutating func add<Element>(_ list: [Element], _ one: (inout Self, Element) -> Void) {
        add(list.count)
        for element in list { one(&self, element) }
    }

    /// The bytes, and behind them what shows that none of them was damaged, nor put elsewhere.
    func sealed(as what: String) -> [UInt8] { bytes + Self.seal(bytes, as: what) }

    /// Takes over `bytes`, so that long ones are not copied where nobody else holds them.
    fileprivate static func seal(_ bytes: consuming [UInt8], as what: String) -> [UInt8] {
        bytes.append(0)
        bytes.append(contentsOf: what.utf8)
        return Array(Digest(of: bytes).digits.utf8.prefix(32))
    }
}

/// Reads what ``PackingWriter`` wrote.
package struct PackingReader {
    /// What was written is not what is read.
    package struct Damage: Error {
        package init() {}
    }

    private let bytes: [UInt8]
    /// Where to read on, and where the end is.
    private var position: Int
    private let end: Int

    /// Reads sealed bytes.
    ///
    /// - Throws: ``Damage`` where they are not what was sealed.
    init(_ bytes: [UInt8], sealedAs what: String) throws(Damage) {
        guard bytes.count >= 32 else { throw Damage() }
        let content = bytes.dropLast(32)
        guard PackingWriter.seal(Array(content), as: what).elementsEqual(bytes.suffix(32)) else {
            throw Damage()
        }
        self.init(bytes, from: 0, to: content.endIndex)
    }

    private init(_ bytes: [UInt8], from position: Int, to end: Int) {
        (self.bytes, self.position, self.end) = (bytes, position, end)
    }

    /// What reads one part, when somebody asks for it.
    package mutating func later() throws(Damage) -> PackingReader {
        let part = try part()
        return PackingReader(bytes, from: part.startIndex, to: part.endIndex)
    }

    mutating func number() throws(Damage) -> Int64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard position < end else { throw Damage() }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(value & 1) }
        }
        throw Damage()
    }

    package mutating func integer() throws(Damage) -> Int { Int(try number()) }

    package mutating func part() throws(Damage) -> ArraySlice<UInt8> {
        let count = try integer()
        guard count >= 0, count <= end - position else { throw Damage() }
        defer { position += count }
        return bytes[position..<position + count]
    }

    package mutating func text() throws(Damage) -> String {
        // What was sealed was text.
        String(decoding: try part(), as: UTF8.self)
    }

    /// A text that may be missing.
    package mutating func textIfAny() throws(Damage) -> String? {
        try list { reader throws(Damage) in try reader.text() }.first
    }

    package mutating func flag() throws(Damage) -> Bool { try integer() != 0 }

    package mutating func list<Element>(
        _ one: (inout Self) throws(Damage) -> Element
    ) throws(Damage) -> [Element] {
        let count = try integer()
        // Each element takes a byte at least.
        guard count >= 0, count <= end - position else { throw Damage() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try one(&self)) }
        return list
    }
}
