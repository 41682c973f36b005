/// What can be told about text from its bytes alone, for the many words about which nothing else
/// is asked.
extension UInt8 {
    /// Whether it is a letter from a to z, in small or in capitals.
    var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether it is a letter from a to z.
    var isSmallASCIILetter: Bool { (0x61...0x7A).contains(self) }
}

extension Substring {
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
