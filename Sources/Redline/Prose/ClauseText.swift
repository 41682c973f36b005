internal import Terms

/// A paragraph of a text, and where it stands.
struct SourceParagraph: Equatable {
    /// The words with single spaces between them.
    var text: String
    /// The headings and numbers above it, such as `6.5`; nil where there are none.
    var place: String?
}

/// The paragraphs of a clause in Markdown.
enum ClauseText {
    /// The paragraphs in reading order. Linear in the size of the text.
    static func paragraphs(of text: String) -> [SourceParagraph] {
        ClauseParagraph.all(in: text).map { SourceParagraph(text: $0.text, place: $0.place) }
    }

    /// The lines of a text as they are, each a paragraph, without empty lines at the end.
    static func lines(of text: String) -> [SourceParagraph] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { SourceParagraph(text: String(Substring($0)), place: nil) }
            .dropLast(text.isEmpty || text.utf8.last == 0x0A ? 1 : 0)
    }
}
