/// A paragraph of a text, and where it stands.
struct SourceParagraph: Equatable {
    /// The words with single spaces between them.
    var text: String
    /// The headings and numbers above it, such as `6.5`; nil where there are none.
    var place: String?
}

/// A text that is compared line by line.
enum PlainLines {
    /// The lines of a text as they are, each a paragraph, without empty lines at the end.
    static func lines(of text: String) -> [SourceParagraph] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { SourceParagraph(text: String(Substring($0)), place: nil) }
            .dropLast(text.isEmpty || text.utf8.last == 0x0A ? 1 : 0)
    }
}
