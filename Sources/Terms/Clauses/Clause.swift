/// A prose clause, with all that other places can refer to.
struct Clause: Sendable {
    /// The name: `branding` of `clauses/branding.md`.
    let name: String
    /// The text as it was written.
    let text: String
    /// Its paragraphs in reading order.
    let paragraphs: [ClauseParagraph]
    /// Its numbers and what they stand for.
    private let numbers: ClauseNumbers
    /// What links into it may name.
    let anchors: Set<String>
    /// What it says about its sections.
    let references: [SectionReference]
    /// The terms that it defines, as ``DefinedTerms`` compares them.
    let definedTerms: Set<String>

    /// What its sections are called, by their numbers: those of items, headings and letters.
    var sections: [String: String] { numbers.titles }

    /// Whether its numbers are left to whoever shows it, so that nobody can tell them.
    var isNumberedByReader: Bool { numbers.areLeftToReader }

    /// The file, relative to `terms/`.
    var file: String { "clauses/\(name).md" }

    /// Reads a clause. Linear in its size.
    init(name: String, text: String) {
        self.name = name
        self.text = text
        paragraphs = ClauseParagraph.all(in: text, splits: false)
        numbers = ClauseNumbers(paragraphs)
        var anchors: Set<String> = []
        for paragraph in paragraphs where paragraph.headingLevel != nil {
            let slug = Self.anchor(of: paragraph.words.dropFirst().joined(separator: " "))
            anchors.insert(anchors.contains(slug) ? slug + "-1" : slug)
        }
        self.anchors = anchors
        references = paragraphs.flatMap(SectionReference.all)
        definedTerms = Set(paragraphs.flatMap(\.definitions).map(\.key))
    }

    /// The name of the clause that a path from `clauses/` or from `terms/` leads to.
    static func name(at path: String) -> String? {
        (ClauseName(file: path) ?? ClauseName(file: "clauses/" + path))?.name
    }

    // MARK: Words

    /// A title without marks, and without the full stop at its end.
    static func plain(_ title: String) -> String {
        var title = title
        if title.utf8.contains(where: { $0 == 0x2A || $0 == 0x5F || $0 == 0x60 }) {
            title.removeAll { "*_`".contains($0) }
        }
        while let byte = title.utf8.last, ".: ".utf8.contains(byte), let last = title.last,
            ".: ".contains(last)
        {
            title.removeLast()
        }
        return title
    }

    /// What a heading is called in links, as hosts do it.
    static func anchor(of heading: String) -> String {
        String(
            heading.lowercased().compactMap { character in
                character == " " ? "-" : character
            }.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
}

/// A number that a text refers to: `9.3(c)` of `9.3(c),`.
struct SectionNumber {
    /// The number without what follows it.
    let number: String
    /// What follows it in the same word, such as a comma.
    let rest: Substring

    /// Reads the number at the beginning of a word; nil where there is none, or more than a number.
    init?(_ word: Substring) {
        // Most words begin with no digit.
        guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
        var rest = word
        var number = ""
        func digits() -> String {
            let found = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(found.count)
            return String(found)
        }
        number = digits()
        guard (1...3).contains(number.count) else { return nil }
        while rest.first == ".", rest.dropFirst().first?.isNumber == true {
            rest = rest.dropFirst()
            number += "." + digits()
        }
        while rest.first == "(", let end = rest.firstIndex(of: ")") {
            let inner = rest[rest.index(after: rest.startIndex)..<end]
            guard (1...4).contains(inner.count), inner.allSatisfy({ $0.isASCII && $0.isLowercase })
            else { break }
            number += "(\(inner))"
            rest = rest[rest.index(after: end)...]
        }
        guard rest.allSatisfy({ !$0.isLetter && !$0.isNumber }) || Self.isPossessive(rest) else {
            return nil
        }
        self.number = number
        self.rest = rest
    }

    /// A title without the backslash that keeps its number from beginning an item: `1\\. Fees`.
    static func unescaped(_ title: String) -> String {
        guard let mark = title.utf8.firstIndex(of: UInt8(ascii: "\\")),
            title.utf8[..<mark].allSatisfy({ (0x30...0x39).contains($0) })
        else { return title }
        return String(title[..<mark] + title[title.utf8.index(after: mark)...])
    }

    private static func isPossessive(_ rest: Substring) -> Bool { rest == "’s" || rest == "'s" }
}
