public import Terms

/// An agreement with tracked changes for Word: who accepts all of them has the new text, who
/// rejects all of them the old one. What only stands elsewhere is tracked as moved.
///
/// Pandoc makes a document of its Markdown, and ``TrackedMarks`` completes what pandoc leaves out.
public struct TrackedDocument: Sendable {
    private let blocks: [Block]
    private let tracking: Tracking

    /// Takes two states, nil where there is nothing, and whose changes they are: those of the terms
    /// in `authors` by their paths, in clauses those of some sentences, and all others.
    public init(
        from old: TermsDocument?, to new: TermsDocument?, tracking: Tracking,
        authors: [TermPath: Tracking] = [:], sentences: [TermPath: [(Tracking, [String])]] = [:]
    ) {
        self.tracking = tracking
        blocks = BlockMerge.document(
            from: Self.blocks(of: old), to: Self.blocks(of: new),
            by: ChangeAuthors(authors, sentences: sentences))
    }

    /// The document in Markdown of pandoc, with the extension `bracketed_spans`.
    public func markdown() -> String { MarkdownRenderer(tracking: tracking).document(blocks) }

    /// The text of a state, with nothing around it that is not part of it.
    private static func blocks(of document: TermsDocument?) -> [Block] {
        guard let document else { return [] }
        let cover = DocumentCover(framework: "", state: "", digest: "")
        let title = document.title ?? "Agreement"
        let top = Block.heading(
            .init(level: 1, text: StyledText(title), anchor: Anchor(named: "title")))
        return [top] + AgreementDocument(document, cover: cover).text
    }
}
