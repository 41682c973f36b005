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
