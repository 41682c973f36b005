internal import Terms

/// Splits a paragraph into sentences by fixed rules, the same on every machine.
///
/// A sentence ends at a full stop, question or exclamation mark, together with quotes, brackets
/// and closing tags behind it, where the next word does not start in lower case. Abbreviations,
/// initials, numbers and list markers end no sentence.
package enum Sentences {
    /// The sentences of a text whose words are parted by single spaces; joined by single spaces
    /// they read as the text. Linear in its length.
    package static func split(_ text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 1 else { return [text] }
        var sentences: [String] = []
        var start = 0
        for index in words.indices.dropLast()
        where ends(words[index], before: words[index + 1], isFirst: index == start) {
            sentences.append(words[start...index].joined(separator: " "))
            start = index + 1
        }
        sentences.append(words[start...].joined(separator: " "))
        return sentences
    }

    private static func ends(_ word: Substring, before next: Substring, isFirst: Bool) -> Bool {
        // A quick look at the last byte spares most words the rest.
        guard let last = word.utf8.last, last >= 0x80 || closers.contains(last) else {
            return false
        }
        let core = stripped(word)
        guard let mark = core.last, mark == "." || mark == "?" || mark == "!",
            !startsLower(next)
        else { return false }
        guard mark == "." else { return true }
        let body = core.dropLast()
        if isFirst, isListMarker(body) { return false }
        if body.last == "." { return true }
        // An initial ("J. Smith") or an abbreviation with stops inside ("U.S.", "e.g.").
        let letters = body.filter { $0 != "." }
        if body.count == 1, let only = body.first, isCapital(only) { return false }
        if body.contains("."), letters.allSatisfy(\.properties.isAlphabetic) { return false }
        let lower = String(String.UnicodeScalarView(body)).lowercased()
        if abbreviations.contains(lower) { return false }
        if beforeNumbers.contains(lower), next.utf8.first.map(isDigit) == true { return false }
        return true
    }

    /// The word without opening quotes and tags in front and closing ones behind its mark.
    private static func stripped(_ word: Substring) -> ArraySlice<Unicode.Scalar> {
        var core = Array(word.unicodeScalars)[...]
        while let last = core.last {
            if last == ">" {
                guard let tag = core.lastIndex(of: "<"), core[tag...].dropFirst().first == "/"
                else { break }
                core = core[..<tag]
            } else if Characters.isCloser(last) || last == "*" || last == "_" {
                core = core.dropLast()
            } else {
                break
            }
        }
        if let tag = core.lastIndex(of: ">") { core = core[(tag + 1)...] }
        return core.drop { Characters.isOpener($0) || $0 == "*" || $0 == "_" }
    }

    private static func startsLower(_ word: Substring) -> Bool {
        var isTag = false
        for scalar in word.unicodeScalars {
            if isTag {
                isTag = scalar != ">"
            } else if scalar == "<" {
                isTag = true
            } else if !Characters.isOpener(scalar), scalar != "*", scalar != "_" {
                return scalar.properties.isLowercase
            }
        }
        return false
    }

    private static func isListMarker(_ body: ArraySlice<Unicode.Scalar>) -> Bool {
        if body.count == 1, let only = body.first {
            return only.isASCII && Characters.isWordly(only)
        }
        return (2...9).contains(body.count)
            && body.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUppercase
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static let closers = Set(".?!)]}\"'>*_".utf8)

    private static let abbreviations: Set<String> = [
        "ltd", "inc", "corp", "co", "llc", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "cf",
        "approx", "ca", "bzw", "incl", "excl", "viz", "resp",
    ]

    private static let beforeNumbers: Set<String> = [
        "no", "nos", "nr", "art", "arts", "sec", "secs", "cl", "para", "paras", "abs", "p", "pp",
        "fig", "ex", "ch", "vol", "rev",
    ]
}
