/// The simplest YAML there is, as most records are: lines of `key: value`, nothing quoted, nested or
/// commented, all of it ASCII. It means the same to every parser, and needs none.
enum YAMLPlainLines {
    /// The root of such a text; nil for any other one. Linear.
    static func read(_ text: String) -> YAMLNode? {
        var text = text
        return text.withUTF8 { bytes in
            var entries: [YAMLNode.Entry] = []
            var start = 0
            while start < bytes.count {
                let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
                guard
                    let entry = entry(
                        UnsafeBufferPointer(rebasing: bytes[start..<end]), line: entries.count + 1),
                    !entries.contains(where: { $0.key == entry.key }), entries.count < 100
                else { return nil }
                entries.append(entry)
                start = end + 1
            }
            guard let first = entries.first else { return nil }
            return YAMLNode(content: .mapping(entries), position: first.keyPosition)
        }
    }

    private static func entry(_ line: UnsafeBufferPointer<UInt8>, line number: Int)
        -> YAMLNode.Entry?
    {
        guard let colon = line.firstIndex(of: colon), (1...64).contains(colon),
            colon + 2 < line.count, line[colon + 1] == space,
            line[..<colon].allSatisfy({ isLower($0) || $0 == 0x2D || isDigit($0) }),
            isLower(line[0]), isPlain(line[(colon + 2)...])
        else { return nil }
        return YAMLNode.Entry(
            key: String(decoding: line[..<colon], as: UTF8.self),
            keyPosition: SourcePosition(line: number, column: 1),
            value: YAMLNode(
                content: .scalar(String(decoding: line[(colon + 2)...], as: UTF8.self), .plain),
                position: SourcePosition(line: number, column: colon + 3)))
    }

    /// Whether a text is one plain scalar: nothing in it could begin or end anything else.
    private static func isPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first, let last = text.last, last != space, last != colon,
            isDigit(first) || isLower(first | 0x20)
        else { return false }
        var before: UInt8 = 0
        for byte in text {
            guard (0x20...0x7E).contains(byte), !(byte == space && before == colon),
                !(byte == hash && before == space)
            else { return false }
            before = byte
        }
        return true
    }

    private static let colon = UInt8(ascii: ":")
    private static let space = UInt8(ascii: " ")
    private static let hash = UInt8(ascii: "#")

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
