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
        var words: [Substring] = []
        var start: Index?
        var index = startIndex
        while index < endIndex {
            let byte = utf8[index]
            if byte == 0x20 || byte == 0x09 {
                if let begin = start { words.append(self[begin..<index]) }
                start = nil
            } else if start == nil {
                start = index
            }
            utf8.formIndex(after: &index)
        }
        if let start { words.append(self[start...]) }
        return words
    }

    /// What follows the first appearance of some ASCII characters; nil where there is none.
    func following(_ needle: StaticString) -> Substring? {
        needle.withUTF8Buffer { needle in
            guard let first = needle.first else { return self }
            var rest = utf8
            while let start = rest.firstIndex(of: first) {
                rest = rest[start...]
                if rest.starts(with: needle) { return Substring(rest.dropFirst(needle.count)) }
                rest = rest.dropFirst()
            }
            return nil
        }
    }
}

extension String {
    /// What stands between line feeds, as `split` gives it with empty parts kept, at the speed of
    /// reading bytes.
    var sourceLines: [Substring] {
        var ends: [Int] = []
        var text = self
        text.withUTF8 { bytes in
            for index in 0..<bytes.count where bytes[index] == 0x0A { ends.append(index) }
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
