/// The numbers of a clause's sections: those of items, headings and letters.
public struct ClauseNumbers: Sendable {
    /// What the sections are called, by their numbers.
    public private(set) var titles: [String: String] = [:]
    /// The indices of the paragraphs that have these numbers.
    public private(set) var places: [String: Int] = [:]
    /// Whether numbers are left to whoever shows the clause, so that nobody can tell them.
    public private(set) var areLeftToReader = false

    /// Finds the numbers in a clause. Linear in its size.
    public init(_ paragraphs: [ClauseParagraph]) {
        var starts: Set<String> = []
        for (index, paragraph) in paragraphs.enumerated() {
            if paragraph.headingLevel != nil {
                let words = paragraph.words.dropFirst()
                if let first = words.first, let number = SectionNumber(first)?.number {
                    titles[number] = Clause.plain(words.dropFirst().joined(separator: " "))
                    places[number] = index
                }
            } else if let number = paragraph.number {
                let words = paragraph.words
                let beginsItem = words.first.map(Self.isMarker) ?? false
                if beginsItem {
                    if !starts.insert(number).inserted { areLeftToReader = true }
                    titles[number] = paragraph.title
                    places[number] = index
                }
                for letter in words.dropFirst(beginsItem ? 1 : 0).compactMap(Self.letter) {
                    let inner = number + letter
                    titles[inner] = titles[inner] ?? ""
                    places[inner] = places[inner] ?? index
                }
            }
        }
    }

    private static func isMarker(_ word: Substring) -> Bool {
        (word.last == "." || word.last == ")") && word.count <= 5
    }

    /// `(c)` where a word is a letter or a Roman number in brackets that parts a sentence.
    private static func letter(_ word: Substring) -> String? {
        guard word.first == "(", let end = word.firstIndex(of: ")") else { return nil }
        let inner = word[word.index(after: word.startIndex)..<end]
        guard (1...4).contains(inner.count), inner.allSatisfy({ $0.isASCII && $0.isLowercase }),
            inner.count == 1 || inner.allSatisfy({ "ivx".contains($0) })
        else { return nil }
        return "(\(inner))"
    }
}
