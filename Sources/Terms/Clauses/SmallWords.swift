/// Finds out which of some words a text writes in small letters, in the singular or the plural.
struct SmallWords {
    /// Those that were found.
    private(set) var words: Set<String> = []
    private let wanted: Set<String>
    /// For each first byte, the lengths that wanted words have: most words of a text need no
    /// closer look.
    private var lengths = [UInt64](repeating: 0, count: 256)

    /// Looks for words in small letters.
    init(among wanted: Set<String>) {
        self.wanted = wanted
        for word in wanted {
            guard let first = word.utf8.first else { continue }
            // A plural in the text may be one or two letters longer, and end in another one.
            for length in word.utf8.count...word.utf8.count + 2 {
                lengths[Int(first)] |= 1 << UInt64(min(length, 63))
            }
        }
    }

    /// Reads a text. Linear in its size.
    mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in 0...bytes.count {
                if index < bytes.count {
                    let byte = bytes[index]
                    if byte >= 0x80 || byte.isASCIILetter || byte == 0x2D { continue }
                }
                if index > start { look(at: bytes[start..<index]) }
                start = index + 1
            }
        }
    }

    private mutating func look(at bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let first = bytes[bytes.startIndex]
        guard lengths[Int(first)] & (1 << UInt64(min(bytes.count, 63))) != 0 else { return }
        let word = String(decoding: bytes, as: UTF8.self)
        if wanted.contains(word) { words.insert(word) }
        let key = DefinedTerms.key(word)
        // What begins with a capital letter is not written small.
        if key.utf8.first == first, wanted.contains(key) { words.insert(key) }
    }
}
