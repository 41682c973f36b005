internal import Agreement
internal import Terms

extension SectionName {
    /// A section that somebody named on the command line.
    ///
    /// - Parameters:
    ///   - word: The word.
    ///   - others: What the command takes besides sections.
    /// - Throws: `Problem` where there is none of the name.
    init(word: String, besides others: [String] = []) throws {
        let words = Self.allCases.map(\.rawValue) + others
        guard let name = Self(rawValue: word) else {
            let nearest = Suggestion.nearest(to: word, in: words)
            throw Problem(
                "no-such-section", .unable,
                "there is no section `\(TextRules.visible(word))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: "Sections: \(words.joined(separator: ", "))")
        }
        self = name
    }
}
