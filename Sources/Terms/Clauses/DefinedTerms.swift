/// A term that a paragraph defines.
public struct TermDefinition: Sendable {
    /// The term as it is written.
    public let term: String
    /// The term as it is compared, in small letters and in the singular.
    public let key: String
    /// The index of its first word in the paragraph.
    public let wordIndex: Int
}

extension ClauseParagraph {
    /// The terms that it defines, in order. Linear in its size.
    public var definitions: [TermDefinition] {
        lines.contains { $0.hasWord(DefinedTerms.mayBegin) }
            ? DefinedTerms.definitions(in: words) : []
    }
}

/// The words that clauses define: `**Joint Customer** means`, `"Fees" are`, `(the "Services")`.
struct DefinedTerms {
    /// The terms, in small letters and in the singular.
    let terms: Set<String>

    /// Whether nothing is defined.
    var isEmpty: Bool { terms.isEmpty }

    private static let opening: Set<Character> = ["\"", "“", "*", "_"]
    private static let closing: Set<Character> = ["\"", "”", "*", "_"]
    private static let verbs: Set<String> = [
        "means", "mean", "is", "are", "has", "have", "includes", "include", "refers", "refer",
        "shall",
    ]

    /// The terms that clauses define. Linear in their size.
    init(_ clauses: [Clause]) {
        terms = clauses.reduce(into: []) { $0.formUnion($1.definedTerms) }
    }

    /// Whether a term is defined, in the singular or the plural.
    func contains(_ term: String) -> Bool { terms.contains(Self.key(term)) }

    /// Whether what stands in quotation marks or bold may begin with a word, as it does with few.
    fileprivate static func mayBegin(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = word.first(where: { $0 != UInt8(ascii: "(") }) else { return false }
        return first >= 0x80 || "\"*_".utf8.contains(first)
    }

    /// The definitions among the words of a paragraph, in order.
    static func definitions(in words: [Substring]) -> [TermDefinition] {
        var found: [TermDefinition] = []
        var index = 0
        while index < words.count {
            guard let (end, term, isInBrackets) = marked(words, from: index) else {
                index += 1
                continue
            }
            let next = end + 1 < words.count ? words[end + 1].filter(\.isLetter).lowercased() : ""
            if isInBrackets || verbs.contains(next) {
                found.append(TermDefinition(term: term, key: key(term), wordIndex: index))
            }
            index = end + 1
        }
        return found
    }

    /// The words in quotation marks or bold that begin at an index: where they end, what they are,
    /// and whether they stand in brackets of their own, as in `(the "Services")`.
    private static func marked(
        _ words: [Substring], from start: Int
    ) -> (end: Int, term: String, isInBrackets: Bool)? {
        guard words[start].utf8.first?.isASCIILetter == false else { return nil }
        let first = words[start].drop { $0 == "(" }
        guard let mark = first.first, opening.contains(mark) else { return nil }
        let isInBrackets = words[start].first == "(" || isBracket(words, before: start)
        for end in start..<min(start + 8, words.count) {
            let word = end == start ? first.drop(while: opening.contains) : words[end]
            guard word.contains(where: closing.contains) else { continue }
            let term = words[start...end].joined(separator: " ")
                .filter { $0.isLetter || $0.isNumber || " -&'’".contains($0) }
            let hasLetters = term.contains(where: \.isLetter)
            return hasLetters ? (end, term, isInBrackets && words[end].contains(")")) : nil
        }
        return nil
    }

    /// Whether the words before an index open brackets, as in `(each, an "Affiliate")`.
    private static func isBracket(_ words: [Substring], before start: Int) -> Bool {
        words[max(0, start - 3)..<start].contains { $0.first == "(" && !$0.contains(")") }
    }

    /// A term as it is compared: in small letters, the last word in the singular.
    static func key(_ term: String) -> String {
        let text = term.lowercased()
        if text.hasSuffix("ies") { return text.dropLast(3) + "y" }
        if text.hasSuffix("ss") { return text }
        return text.hasSuffix("s") ? String(text.dropLast()) : text
    }
}
