public import Terms

/// What changed between two states of the terms, by meaning and never by lines.
///
/// Every file whose bytes differ is accounted for: by changes of meaning or of comments, as
/// formatting only, or as compared as text. The same two states always give the same comparison.
///
/// ```swift
/// let comparison = Comparison(from: agreed, to: proposed)
/// print(comparison.summary)  // 1 term changed; 1 amount. Nothing else changed.
/// ```
public struct Comparison: Sendable {
    /// All changes of meaning: sections in their order and fields in the order of the schema,
    /// items in the order of the new list with removed ones at their old place; then clauses by
    /// name; then files that terms don't have, by path.
    public var changes: [TermChange] = []
    /// References in clauses that lead elsewhere or nowhere now, by clause and in reading order.
    public var references: [ReferenceChange] = []
    /// The terms that clauses define and whose meaning changed, in alphabetical order.
    public var definedTerms: [DefinedTermChange] = []
    /// The comments in the files of sections that changed, in the order of the sections.
    public var comments: [CommentChange] = []
    /// The paths of files whose bytes changed without any change of meaning or comments, sorted.
    public var formattingOnly: [String] = []
    /// The paths of files that can't be read as what they should be on one side, and were
    /// therefore compared as lines of text, sorted.
    public var comparedAsText: [String] = []
    /// What is worth knowing besides: suspected renames, and limits that were reached.
    public var notes: [String] = []

    /// How the bytes of the files became others, sorted by path.
    public var fileEdits: [FileEdit] = []

    /// Whether not a single byte of a plain file changed.
    public var isEmpty: Bool {
        changes.isEmpty && comments.isEmpty && formattingOnly.isEmpty && comparedAsText.isEmpty
    }

    /// The redlines of the clauses that are in both states, in the order of the changes.
    public var clauseRedlines: [(change: TermChange, redline: ProseRedline)] {
        changes.compactMap { change in
            guard change.isClause, change.kind == .changed, let redline = change.redline
            else { return nil }
            return (change, redline)
        }
    }

    /// Compares two states; nil where there is nothing, as before the founding.
    public init(from old: TermsDocument?, to new: TermsDocument?) {
        var comparer = DocumentComparer(old: old, new: new)
        comparer.run()
        changes = comparer.changes
        fileEdits = comparer.files.map(FileEdit.init)
        references = comparer.references
        definedTerms = comparer.definedTerms
        comments = comparer.comments
        formattingOnly = comparer.formattingOnly
        comparedAsText = comparer.comparedAsText
        notes = comparer.notes
    }
}
