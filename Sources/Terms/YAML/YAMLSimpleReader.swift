/// Reads YAML as nearly all of it is written: keys that are single words, items behind dashes,
/// texts in one or more lines, blocks, short lists in brackets, comments. It means the same to
/// every parser, and is read here in one pass over the bytes.
///
/// Whatever is written in another way, or wrong, is left to the parser, which also says what is
/// wrong. So this refuses rather than understands: each step accepts what is certain, and throws
/// at anything else.
package struct YAMLSimpleReader {
    /// That a text has something that only the parser knows about.
    struct Unusual: Error {}

    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    private var lineStart = 0
    private var line = 1
    /// Where texts are put together.
    var text: [UInt8] = []

    /// Terms are not nested deeper than this.
    private static let nesting = 16
    /// How many keys of one mapping are looked through for a twin.
    private static let keys = 100

    /// The root of a simple text; nil for any other one. Linear.
    package static func read(_ text: String) -> YAMLNode? {
        var text = text
        return text.withUTF8 { bytes in
            guard isOrdinary(bytes) else { return nil }
            var reader = YAMLSimpleReader(bytes)
            return try? reader.readAll()
        }
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func readAll() throws(Unusual) -> YAMLNode {
        skipToContent()
        guard !isAtEnd else { throw Unusual() }
        let root = isItem ? try sequence(depth: 1) : try mapping(depth: 1)
        guard isAtEnd else { throw Unusual() }
        return root
    }

    // MARK: Collections

    /// Reads the mapping that starts here, and goes to what follows it.
    private mutating func mapping(depth: Int) throws(Unusual) -> YAMLNode {
        guard depth < Self.nesting else { throw Unusual() }
        let (indent, position) = (column, position)
        var entries: [YAMLNode.Entry] = []
        repeat {
            let keyPosition = self.position
            let key = try key()
            guard entries.count < Self.keys, !entries.contains(where: { $0.key == key }) else {
                throw Unusual()
            }
            let value = try value(below: indent, ofKey: true, depth: depth)
            entries.append(YAMLNode.Entry(key: key, keyPosition: keyPosition, value: value))
        } while !isAtEnd && column == indent
        guard isAtEnd || column < indent else { throw Unusual() }
        return YAMLNode(content: .mapping(entries), position: position)
    }

    /// Reads the items that start here, and goes to what follows them.
    private mutating func sequence(depth: Int) throws(Unusual) -> YAMLNode {
        guard depth < Self.nesting else { throw Unusual() }
        let (indent, position) = (column, position)
        var items: [YAMLNode] = []
        repeat {
            at += 1
            items.append(try value(below: indent, ofKey: false, depth: depth))
        } while !isAtEnd && column == indent && isItem
        guard isAtEnd || column <= indent else { throw Unusual() }
        return YAMLNode(content: .sequence(items), position: position)
    }

    /// Reads what follows a key or a dash, in its line or in deeper ones below, and goes to what
    /// follows that.
    private mutating func value(
        below indent: Int, ofKey: Bool, depth: Int
    ) throws(Unusual) -> YAMLNode {
        let end = position
        skipSpaces()
        if isLineEnd(at) || bytes[at] == UInt8(ascii: "#") {
            skipToContent()
            if !isAtEnd, column > indent {
                if isItem { return try sequence(depth: depth + 1) }
            } else if !isAtEnd, ofKey, column == indent, isItem {
                // Items may stand right below their key.
                return try sequence(depth: depth + 1)
            } else {
                return YAMLNode(content: .scalar("", .plain), position: end)
            }
        } else if ofKey {
            return try scalar(below: indent)
        }
        return keyLength == nil ? try scalar(below: indent) : try mapping(depth: depth + 1)
    }

    /// Reads a key, and goes behind its colon.
    mutating func key() throws(Unusual) -> String {
        guard let length = keyLength else { throw Unusual() }
        let key = string(at..<(at + length))
        at += length + 1
        return key
    }

    /// The length of the key that stands here; nil where there is none.
    private var keyLength: Int? {
        var end = at
        while end < bytes.count, Self.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") {
            end += 1
        }
        guard end > at, end - at <= 100, bytes[at] != UInt8(ascii: "-"), end < bytes.count,
            bytes[end] == UInt8(ascii: ":"), isBlank(end + 1)
        else { return nil }
        return end - at
    }

    /// Whether a dash that leads an item stands here.
    private var isItem: Bool { bytes[at] == UInt8(ascii: "-") && isBlank(at + 1) }

    // MARK: Places

    var isAtEnd: Bool { at >= bytes.count }
    /// The column from 0, in bytes.
    var column: Int { at - lineStart }
    /// The place here. Nothing but ASCII stands before it in its line.
    var position: SourcePosition { SourcePosition(line: line, column: column + 1) }

    func isLineEnd(_ index: Int) -> Bool { index >= bytes.count || bytes[index] == 0x0A }
    func isBlank(_ index: Int) -> Bool { isLineEnd(index) || bytes[index] == 0x20 }

    mutating func skipSpaces() {
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    }

    mutating func skipLine() {
        at = bytes.lineEnd(from: at)
    }

    /// Goes behind the line end that stands here, if any.
    mutating func nextLine() {
        guard at < bytes.count else { return }
        at += 1
        lineStart = at
        line += 1
    }

    /// Goes over white space and comments.
    mutating func skipToContent() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x20: at += 1
            case 0x0A: nextLine()
            case UInt8(ascii: "#"): skipLine()
            default: return
            }
        }
    }
}
