/// Words in capitals in the middle of a sentence, such as `each Joint Customer`.
struct CapitalisedWords {
    /// How what stands in front of them speaks of them.
    enum Article {
        /// `each`, `a`, `no`: only what there can be more of is spoken of so, and no name.
        case one
        /// `the`, `our`: a thing or a name.
        case the
        /// Anything else.
        case none
    }

    /// The words, without punctuation.
    let words: [String]
    /// What stands in front of them.
    let article: Article
    /// Where they begin.
    let place: String.Index

    private static let one: Set<String> = [
        "a", "an", "each", "every", "any", "no", "either", "neither", "such", "another",
    ]
    private static let the: Set<String> = [
        "the", "this", "that", "these", "those", "its", "their", "our", "your",
    ]
    private static let quotes: (open: Set<Character>, close: Set<Character>) = (
        ["\"", "“", "*", "_", "`", "["], ["\"", "”", "*", "_", "`", "]"]
    )

    /// The words in capitals in a paragraph. What is quoted, set off, a link or a tag is left out,
    /// and so is the first word of a sentence.
    static func all(in paragraph: ClauseParagraph) -> [CapitalisedWords] {
        guard paragraph.headingLevel == nil else { return [] }
        var reader = Reader()
        for line in paragraph.lines { reader.read(line: line) }
        reader.close()
        return reader.found
    }

    private struct Reader {
        var found: [CapitalisedWords] = []
        private var run: [String] = []
        private var start: String.Index?
        private var article = Article.none
        private var before: Substring = ""
        /// Where it stands in the line that is read, as long as nobody asked for the word.
        private var placeBefore: Range<Int>?
        private var isAtStart = true
        private var quote = false
        private var isInTitle = false
        private var isInElement = false
        private var followsNumber = false

        mutating func read(line: Substring) {
            func read(_ bytes: UnsafeBufferPointer<UInt8>) {
                bytes.forEachWord { range in
                    if !isInElement, !isInTitle, !quote, readPlain(range, of: line, bytes) {
                        return
                    }
                    takeBefore(from: line)
                    self.read(line.bytes(range))
                }
            }
            if line.utf8.withContiguousStorageIfAvailable(read) == nil {
                Array(line.utf8).withUnsafeBufferPointer(read)
            }
            takeBefore(from: line)
        }

        private mutating func read(_ word: Substring) {
            let isTitle = followsNumber && word.first == "("
            followsNumber = SectionNumber(word) != nil
            defer { if Self.endsSentence(word) { end() } }
            if isInElement || word.utf8.contains(UInt8(ascii: "<")) {
                // A line break has no end.
                isInElement = !word.contains("</") && !word.contains("<br")
                return skip()
            }
            // The title of a section that is referred to.
            if isTitle { isInTitle = true }
            if isInTitle {
                isInTitle = !word.contains(")")
                return skip()
            }
            let inner = word.drop { "('‘".contains($0) }
            if quote || inner.first.map(CapitalisedWords.quotes.open.contains) ?? false {
                quote = !(quote ? inner : inner.dropFirst()).contains {
                    CapitalisedWords.quotes.close.contains($0)
                }
                return skip()
            }
            let isOpening = inner.startIndex != word.startIndex
            let core = inner.prefix { $0.isLetter || "-’'".contains($0) }
            let tail = inner[core.endIndex...]
            if isOpening { close() }
            // What has a number is a name: `Directive 2016/679`, `Terms Version 1.1`.
            if word.first?.isNumber ?? false { run = [] }
            guard !isAtStart, Self.isCapitalised(core), tail.allSatisfy({ !$0.isNumber }) else {
                close()
                before = core
                isAtStart = isAtStart && core.isEmpty
                return
            }
            if run.isEmpty { begin(at: inner.startIndex) }
            let possessive = ["’s", "'s", "’", "'"].first { core.hasSuffix($0) }
            run.append(String(core.dropLast(possessive?.count ?? 0)))
            if possessive != nil || !tail.isEmpty { close() }
        }

        /// Reads a word of letters from a to z, with or without a mark at its end, as most are.
        private mutating func readPlain(
            _ range: Range<Int>, of line: Substring, _ bytes: UnsafeBufferPointer<UInt8>
        ) -> Bool {
            guard let plain = Self.plain(UnsafeBufferPointer(rebasing: bytes[range])) else {
                return false
            }
            followsNumber = false
            if plain.isCapitalised, !isAtStart {
                takeBefore(from: line)
                let word = line.bytes(range)
                if run.isEmpty { begin(at: word.startIndex) }
                run.append(String(plain.mark == nil ? word : word.dropLast()))
                if plain.mark != nil { close() }
            } else {
                close()
                if plain.mark == nil { placeBefore = range }
            }
            isAtStart = plain.mark.map { $0 != UInt8(ascii: ",") } ?? false
            return true
        }

        private mutating func takeBefore(from line: Substring) {
            guard let place = placeBefore else { return }
            before = line.bytes(place)
            placeBefore = nil
        }

        /// The mark behind a word of letters from a to z, and whether its first one alone is a capital;
        /// nil for any other word.
        private static func plain(
            _ bytes: UnsafeBufferPointer<UInt8>
        ) -> (mark: UInt8?, isCapitalised: Bool)? {
            guard let first = bytes.first, let last = bytes.last, first.isASCIILetter else {
                return nil
            }
            let hasMark = last == 0x2C || last == 0x2E || last == 0x3A || last == 0x3B
            let count = hasMark ? bytes.count - 1 : bytes.count
            var isSmall = true
            for index in 1..<max(1, count) where !bytes[index].isSmallASCIILetter {
                // Such as `SME`.
                guard bytes[index].isASCIILetter, !hasMark else { return nil }
                isSmall = false
            }
            return (hasMark ? last : nil, isSmall && !first.isSmallASCIILetter && count > 1)
        }

        private mutating func begin(at place: String.Index) {
            start = place
            article =
                CapitalisedWords.one.contains(before.lowercased())
                ? .one : CapitalisedWords.the.contains(before.lowercased()) ? .the : .none
        }

        mutating func close() {
            before = ""
            placeBefore = nil
            guard let place = start else { return }
            if !run.isEmpty {
                found.append(CapitalisedWords(words: run, article: article, place: place))
            }
            run = []
            start = nil
        }

        private mutating func skip() {
            close()
            isAtStart = false
        }

        private mutating func end() {
            close()
            isAtStart = true
        }

        private static func isCapitalised(_ word: Substring) -> Bool {
            guard let first = word.first, first.isUppercase else { return false }
            // Neither `SME` nor `E-mail`.
            let parts = word.split(separator: "-")
            return parts.first.map { $0.count > 1 } ?? false
                && parts.allSatisfy { $0.dropFirst().allSatisfy { !$0.isUppercase } }
        }

        private static func endsSentence(_ word: Substring) -> Bool {
            if let last = word.utf8.last, last.isASCIILetter || last == 0x2C { return false }
            let text = word.prefix { $0 != "<" }
            guard let last = text.last(where: { !"”\"’')*_".contains($0) }) else { return false }
            return ".!?:;".contains(last)
        }
    }
}
