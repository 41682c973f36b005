/// What a clause says about one of its sections: `Section 9.3(c) (Exceptions)`.
public struct SectionReference: Sendable {
    /// The word in front of the number, as it is written.
    public let keyword: String
    /// The number.
    public let number: String
    /// The title that it is given in brackets; nil where there is none.
    let title: String?
    /// Where the number stands.
    let place: String.Index

    private static let keywords: Set<String> = [
        "section", "sections", "clause", "clauses", "article", "articles", "§", "§§",
    ]

    /// The references in a paragraph, without those to laws and other texts.
    public static func all(in paragraph: ClauseParagraph) -> [SectionReference] {
        guard paragraph.lines.contains(where: { $0.hasWord(mayBeKeyword) }) else { return [] }
        var found: [SectionReference] = []
        let words = paragraph.words
        for (index, word) in words.enumerated() where mayBeKeyword(word.utf8) {
            let keyword = word.drop { "(“\"'‘".contains($0) }
            guard keywords.contains(keyword.lowercased()) else { continue }
            var next = index + 1
            // More than one: `Sections 2, 3.1 and 4`.
            while next < words.count, let number = SectionNumber(words[next]) {
                let title = number.rest.isEmpty ? Self.title(in: words, from: next + 1) : nil
                let after = next + 1 + (title?.count ?? 0)
                if !isElsewhere(words[min(after, words.count)...], after: number.rest, title) {
                    found.append(
                        SectionReference(
                            keyword: String(keyword), number: number.number,
                            title: title.map { text in
                                Clause.plain(
                                    text.joined(separator: " ").split(separator: ")")
                                        .first.map { String($0.dropFirst()) } ?? "")
                            }, place: words[next].startIndex))
                }
                let goesOn = after < words.count && ["and", "or", "to"].contains(words[after])
                guard number.rest == "," || goesOn else { break }
                next = after + (goesOn ? 1 : 0)
            }
        }
        return found
    }

    /// Whether a word begins like a keyword, as few do.
    private static func mayBeKeyword(_ word: some Collection<UInt8>) -> Bool {
        let length = word.count
        guard length <= 12, let first = word.first else { return false }
        guard first.isASCIILetter else { return first >= 0x80 || "(\"'".utf8.contains(first) }
        guard (6...8).contains(length) else { return false }
        // `sec`, `cla` or `art`.
        let start = word.prefix(3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
        return start == 0x73_65_63 || start == 0x63_6C_61 || start == 0x61_72_74
    }

    /// The words in brackets that begin here with a capital letter.
    private static func title(in words: [Substring], from start: Int) -> ArraySlice<Substring>? {
        guard start < words.count, words[start].first == "(",
            words[start].dropFirst().first?.isUppercase == true
        else { return nil }
        let end = words[start...].prefix(12).firstIndex { $0.contains(")") }
        return end.map { words[start...$0] }
    }

    /// Whether the words behind a number say that it is one of another text.
    private static func isElsewhere(
        _ words: ArraySlice<Substring>, after rest: Substring, _ title: ArraySlice<Substring>?
    ) -> Bool {
        guard rest.isEmpty, title?.last.map({ $0.hasSuffix(")") }) ?? true, let first = words.first
        else { return false }
        if first.first?.isUppercase == true { return true }
        guard first == "of" else { return false }
        let whose = words.dropFirst().prefix(2).map { $0.lowercased().filter(\.isLetter) }
        return !whose.contains { ["this", "these", "agreement", "our", "clause"].contains($0) }
    }
}
