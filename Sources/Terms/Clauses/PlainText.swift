/// What can be told about text from its bytes alone, for the many words about which nothing else
/// is asked.
extension UInt8 {
    /// Whether it is a letter from a to z, in small or in capitals.
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether it is a letter from a to z.
    var isSmallASCIILetter: Bool { (0x61...0x7A).contains(self) }
}

extension Substring {
    /// What stands between spaces and tabs.
    var words: [Substring] {
        let found = utf8.withContiguousStorageIfAvailable(Self.words)
        let ranges = found ?? Array(utf8).withUnsafeBufferPointer(Self.words)
        return ranges.map(bytes)
    }

    /// The part of it that has these bytes.
    func bytes(_ range: Range<Int>) -> Substring {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }

    private static func words(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        bytes.forEachWord { words.append($0) }
        return words
    }

    /// Whether a word passes a test of its bytes.
    func hasWord(_ passes: (Slice<UnsafeBufferPointer<UInt8>>) -> Bool) -> Bool {
        func look(at bytes: UnsafeBufferPointer<UInt8>) -> Bool {
            var found = false
            bytes.forEachWord { found = found || passes(bytes[$0]) }
            return found
        }
        return utf8.withContiguousStorageIfAvailable(look)
            ?? Array(utf8).withUnsafeBufferPointer(look)
    }

    /// What follows the first appearance of some ASCII characters; nil where there is none.
    func following(_ needle: StaticString) -> Substring? {
        needle.withUTF8Buffer { needle in
            guard let first = needle.first else { return self }
            func end(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
                var next = 0
                while let start = bytes.firstIndex(of: first, from: next) {
                    if bytes[start...].starts(with: needle) { return start + needle.count }
                    next = start + 1
                }
                return nil
            }
            let found =
                utf8.withContiguousStorageIfAvailable(end)
                ?? Array(utf8).withUnsafeBufferPointer(end)
            return found.map { Substring(utf8.dropFirst($0)) }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Says where each word begins and ends: what stands between spaces and tabs.
    @inline(__always)
    func forEachWord(_ body: (Range<Int>) -> Void) {
        var start = 0
        for index in 0...count where index == count || self[index] == 0x20 || self[index] == 0x09 {
            if index > start { body(start..<index) }
            start = index + 1
        }
    }
}

extension Collection<Substring> {
    /// The words with single spaces between them.
    var joinedBySpaces: String {
        var text = ""
        for word in self {
            if !text.isEmpty { text += " " }
            text += word
        }
        return text
    }
}

extension String {
    /// What stands between line feeds, as `split` gives it with empty parts kept, at the speed of
    /// reading bytes.
    package var sourceLines: [Substring] {
        var ends: [Int] = []
        var text = self
        text.withUTF8 { bytes in
            var next = 0
            while let end = bytes.firstIndex(of: 0x0A, from: next) {
                ends.append(end)
                next = end + 1
            }
        }
        var lines: [Substring] = []
        lines.reserveCapacity(ends.count + 1)
        var start = text.startIndex
        var offset = 0
        for end in ends {
            let index = text.utf8.index(start, offsetBy: end - offset)
            lines.append(text[start..<index])
            start = text.utf8.index(after: index)
            offset = end + 1
        }
        lines.append(text[start...])
        return lines
    }
}
