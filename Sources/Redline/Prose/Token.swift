internal import Terms

/// The smallest part of a sentence that a redline marks: a word, an amount, a date, a tag or a
/// punctuation mark.
struct Token: Hashable {
    /// The text, without the space in front of it.
    var text: String
    /// Whether it follows the token before it without a space.
    var isGlued: Bool
    /// Whether it says something: it has a letter or a digit and is no tag.
    var isWord: Bool

    /// The tokens of a sentence whose words are parted by single spaces. Linear in its length.
    static func tokens(of sentence: String) -> [Token] {
        var tokens: [Token] = []
        for piece in pieces(of: sentence) { split(piece, into: &tokens) }
        return joined(tokens)
    }

    /// The words of a text, in order.
    static func words(of text: String) -> [String] {
        tokens(of: text).filter(\.isWord).map(\.text)
    }

    /// What stands between spaces, with the spaces inside tags left where they are.
    private static func pieces(of sentence: String) -> [[Unicode.Scalar]] {
        let scalars = Array(sentence.unicodeScalars)
        var pieces: [[Unicode.Scalar]] = []
        var piece: [Unicode.Scalar] = []
        var tagEnd = 0
        for (index, scalar) in scalars.enumerated() {
            if scalar == "<", index >= tagEnd, let end = Self.tagEnd(in: scalars, from: index) {
                tagEnd = end
            }
            if scalar == " ", index >= tagEnd {
                pieces.append(piece)
                piece = []
            } else {
                piece.append(scalar)
            }
        }
        pieces.append(piece)
        return pieces.filter { !$0.isEmpty }
    }

    /// The index behind a tag that starts here, or nil where none does.
    private static func tagEnd(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
        guard start + 1 < scalars.count, scalars[start + 1] == "/" || scalars[start + 1].isLetter
        else { return nil }
        for index in (start + 1)..<min(scalars.count, start + 500) {
            if scalars[index] == ">" { return index + 1 }
            if scalars[index] == "<" { return nil }
        }
        return nil
    }

    private static func split(_ piece: [Unicode.Scalar], into tokens: inout [Token]) {
        var isGlued = false
        func add(_ scalars: ArraySlice<Unicode.Scalar>, isTag: Bool = false) {
            guard !scalars.isEmpty else { return }
            tokens.append(
                Token(
                    text: String(String.UnicodeScalarView(scalars)), isGlued: isGlued,
                    isWord: !isTag && scalars.contains(where: Characters.isWordly)))
            isGlued = true
        }
        func addWord(_ scalars: ArraySlice<Unicode.Scalar>) {
            let start = scalars.firstIndex { !Characters.isOpener($0) } ?? scalars.endIndex
            for index in scalars.startIndex..<start { add(scalars[index...index]) }
            let rest = scalars[start...]
            let end = (rest.lastIndex { !Characters.isTrailing($0) } ?? start - 1) + 1
            add(scalars[start..<end])
            for index in end..<scalars.endIndex { add(scalars[index...index]) }
        }
        var start = 0
        var index = 0
        while index < piece.count {
            if piece[index] == "<", let end = tagEnd(in: piece, from: index) {
                addWord(piece[start..<index])
                add(piece[index..<end], isTag: true)
                (start, index) = (end, end)
            } else {
                index += 1
            }
        }
        addWord(piece[start...])
    }

    /// Joins amounts and dates that are written in several words.
    private static func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            let length = compound(tokens[index..<min(tokens.count, index + 4)])
            var token = tokens[index]
            for part in tokens[(index + 1)..<(index + length)] {
                token.text += (part.isGlued ? "" : " ") + part.text
            }
            result.append(token)
            index += length
        }
        return result
    }

    /// How many tokens from the first on are one amount or one date; 1 where they are not.
    private static func compound(_ tokens: ArraySlice<Token>) -> Int {
        let tokens = Array(tokens)
        guard tokens.count > 1, tokens[0].isWord, !tokens[1].isGlued, tokens[1].isWord else {
            return 1
        }
        let first = tokens[0].text
        if first.utf8.count == 3, Currency.minorDigits(of: first) != nil, tokens[1].isNumber {
            return 2
        }
        // 31 January 2027
        if tokens[0].isNumber, months.contains(tokens[1].text) {
            return tokens.count > 2 && !tokens[2].isGlued && tokens[2].isYear ? 3 : 2
        }
        // January 31, 2027
        if months.contains(first), tokens[1].isNumber {
            if tokens.count > 3, tokens[2].isGlued, tokens[2].text == ",", !tokens[3].isGlued,
                tokens[3].isYear
            {
                return 4
            }
            return 2
        }
        return 1
    }

    private var isNumber: Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
    }

    private var isYear: Bool { text.utf8.count == 4 && isNumber }

    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool {
        ("a"..."z").contains(self) || ("A"..."Z").contains(self)
    }
}
