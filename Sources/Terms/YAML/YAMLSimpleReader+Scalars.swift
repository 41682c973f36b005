// Reads single values, and the short lists of them.

extension YAMLSimpleReader {
    /// Reads the value that stands here, and goes to what follows it. What belongs to it in other
    /// lines stands below `indent`.
    mutating func scalar(below indent: Int) throws(Unusual) -> YAMLNode {
        let node: YAMLNode
        switch bytes[at] {
        case UInt8(ascii: "|"): return try block(below: indent, isFolded: false)
        case UInt8(ascii: ">"): return try block(below: indent, isFolded: true)
        case UInt8(ascii: "["): node = try flowSequence()
        case UInt8(ascii: "{"): node = try flowMapping()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): node = try quoted()
        default: return try plain(below: indent)
        }
        let end = at
        skipSpaces()
        guard isLineEnd(at) || at > end && bytes[at] == UInt8(ascii: "#") else { throw Unusual() }
        skipToContent()
        return node
    }

    // MARK: Without quotes

    private mutating func plain(below indent: Int) throws(Unusual) -> YAMLNode {
        guard Self.startsPlain(bytes[at]) else { throw Unusual() }
        let (start, position) = (at, position)
        let end = try plainLine()
        guard let breaks = breaksInside(below: indent) else {
            return YAMLNode(content: .scalar(string(start..<end), .plain), position: position)
        }
        text.removeAll(keepingCapacity: true)
        append(start..<end)
        var next: Int? = breaks
        while let breaks = next {
            append(breaks: breaks)
            let start = at
            append(start..<(try plainLine()))
            next = breaksInside(below: indent)
        }
        return YAMLNode(
            content: .scalar(String(decoding: text, as: UTF8.self), .plain), position: position)
    }

    /// Goes over the rest of a line, up to its end or a comment, and returns where the text ends.
    private mutating func plainLine() throws(Unusual) -> Int {
        var end = at
        while !isLineEnd(at) {
            switch bytes[at] {
            case 0x20: break
            case UInt8(ascii: "#") where at > end: return end
            case UInt8(ascii: ":") where isBlank(at + 1): throw Unusual()
            default: end = at + 1
            }
            at += 1
        }
        return end
    }

    /// Goes to what follows a line of a text. If the text goes on there, that many empty lines are
    /// between; nil otherwise.
    private mutating func breaksInside(below indent: Int) -> Int? {
        guard isLineEnd(at) else {
            skipToContent()
            return nil
        }
        var breaks = -1
        while at < bytes.count, bytes[at] == 0x0A {
            nextLine()
            skipSpaces()
            breaks += 1
        }
        if !isAtEnd, column > indent, bytes[at] != UInt8(ascii: "#") { return breaks }
        skipToContent()
        return nil
    }

    private mutating func append(_ range: Range<Int>) {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }

    /// Lines that follow each other are one; empty lines are line ends.
    private mutating func append(breaks: Int) {
        if breaks == 0 { text.append(0x20) }
        for _ in 0..<breaks { text.append(0x0A) }
    }

    // MARK: Blocks

    private mutating func block(below indent: Int, isFolded: Bool) throws(Unusual) -> YAMLNode {
        let position = position
        at += 1
        let mark = at < bytes.count ? bytes[at] : 0x0A
        let (strips, keeps) = (mark == UInt8(ascii: "-"), mark == UInt8(ascii: "+"))
        if strips || keeps { at += 1 }
        skipSpaces()
        guard !isAtEnd, bytes[at] == 0x0A else { throw Unusual() }
        nextLine()
        skipSpaces()
        let depth = column
        guard !isLineEnd(at), depth > indent else { throw Unusual() }
        text.removeAll(keepingCapacity: true)
        var breaks = 0
        var (isFirst, wasDeeper) = (true, false)
        while true {
            let start = at
            let isDeeper = bytes[start] == 0x20
            if isFirst {
                isFirst = false
            } else if isFolded, !isDeeper, !wasDeeper {
                append(breaks: breaks)
            } else {
                for _ in 0...breaks { text.append(0x0A) }
            }
            wasDeeper = isDeeper
            skipLine()
            guard !isAtEnd else { throw Unusual() }
            append(start..<at)
            breaks = -1
            while at < bytes.count, bytes[at] == 0x0A {
                nextLine()
                breaks += 1
                while at < bytes.count, bytes[at] == 0x20, column < depth { at += 1 }
            }
            if isAtEnd || column < depth { break }
        }
        if !strips { text.append(0x0A) }
        if keeps { for _ in 0..<breaks { text.append(0x0A) } }
        skipToContent()
        return YAMLNode(
            content: .scalar(String(decoding: text, as: UTF8.self), .block), position: position)
    }

    // MARK: Quotes and brackets

    /// Reads a text in quotes without escapes, in one line.
    private mutating func quoted() throws(Unusual) -> YAMLNode {
        let (quote, position) = (bytes[at], position)
        at += 1
        let start = at
        while !isLineEnd(at), bytes[at] != quote {
            if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { throw Unusual() }
            at += 1
        }
        // Two single quotes are an escape for one.
        guard !isLineEnd(at), isLineEnd(at + 1) || bytes[at + 1] != quote else { throw Unusual() }
        at += 1
        return YAMLNode(
            content: .scalar(string(start..<(at - 1)), .quoted), position: position)
    }

    private mutating func flowSequence() throws(Unusual) -> YAMLNode {
        let position = position
        var items: [YAMLNode] = []
        try flow(to: UInt8(ascii: "]")) { reader throws(Unusual) in
            items.append(try reader.flowScalar())
        }
        return YAMLNode(content: .sequence(items), position: position)
    }

    private mutating func flowMapping() throws(Unusual) -> YAMLNode {
        let position = position
        var entries: [YAMLNode.Entry] = []
        try flow(to: UInt8(ascii: "}")) { reader throws(Unusual) in
            let keyPosition = reader.position
            let key = try reader.key()
            guard !entries.contains(where: { $0.key == key }), entries.count < 16 else {
                throw Unusual()
            }
            reader.skipSpaces()
            let value = try reader.flowScalar()
            entries.append(YAMLNode.Entry(key: key, keyPosition: keyPosition, value: value))
        }
        return YAMLNode(content: .mapping(entries), position: position)
    }

    /// Goes over a list in brackets, which stands in one line.
    private mutating func flow(
        to end: UInt8, _ member: (inout YAMLSimpleReader) throws(Unusual) -> Void
    ) throws(Unusual) {
        at += 1
        skipSpaces()
        if !isAtEnd, bytes[at] == end {
            at += 1
            return
        }
        while true {
            skipSpaces()
            try member(&self)
            skipSpaces()
            guard !isAtEnd else { throw Unusual() }
            at += 1
            if bytes[at - 1] == end { return }
            guard bytes[at - 1] == UInt8(ascii: ",") else { throw Unusual() }
        }
    }

    private mutating func flowScalar() throws(Unusual) -> YAMLNode {
        guard !isAtEnd else { throw Unusual() }
        let (start, position) = (at, position)
        if bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: "\"") {
            let node = try quoted()
            guard bytes[start..<at].allSatisfy({ $0 < 0x80 }) else { throw Unusual() }
            return node
        }
        guard Self.isWord(bytes[at]) else { throw Unusual() }
        var end = at
        while !isLineEnd(at), Self.isWord(bytes[at]) || " -./+()%".utf8.contains(bytes[at]) {
            at += 1
            if bytes[at - 1] != 0x20 { end = at }
        }
        return YAMLNode(content: .scalar(string(start..<end), .plain), position: position)
    }

    // MARK: Characters

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    }

    /// Whether all of a text is printable and breaks lines with line feeds alone.
    static func isOrdinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var isASCII = true
        let hasNoControls = bytes.oddBytes { byte in
            if byte >= 0x80 { isASCII = false }
            return byte == 0x0A || byte >= 0x80
        }
        if isASCII || !hasNoControls { return hasNoControls }
        for (index, byte) in bytes.enumerated() where byte >= 0xC2 {
            // Byte order marks and what is no character start with EF, as does much else.
            if byte == 0xEF || byte == 0xC2 && bytes[index + 1] < 0xA0 { return false }
            if byte == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 {
                return false
            }
        }
        return true
    }

    static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
            || byte == UInt8(ascii: "_")
    }

    private static func startsPlain(_ byte: UInt8) -> Bool {
        isWord(byte) || byte >= 0x80 || "()$/.+~=".utf8.contains(byte)
    }
}
