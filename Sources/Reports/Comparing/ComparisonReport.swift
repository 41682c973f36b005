public import Redline
public import Terms

/// What changes between two states of an agreement, for people and for programs: who proposes it
/// and why, everything in a paragraph, the figures, then term by term.
///
/// What was deleted stands as `[-old-]` and what was inserted as `{+new+}`, with or without
/// colour; where the terms themselves have such a mark, a backslash parts it: `[\-`.
public struct ComparisonReport: Sendable {
    /// What changes.
    public let comparison: Comparison
    /// What stands above it.
    public let header: ComparisonHeader
    let layout: ValueLayout
    /// What a review says besides.
    public private(set) var review: Review
    /// The sources of the clauses, old and new, where they are known.
    let clauses: (old: [String: String], new: [String: String])

    /// Compares two states, nil where there is nothing, with what stands above it and what a review
    /// says besides.
    public init(
        from old: TermsDocument?, to new: TermsDocument?, header: ComparisonHeader,
        review: Review = Review()
    ) {
        self.init(
            Comparison(from: old, to: new), header: header, names: Names(new, old), review: review,
            clauses: (old?.clauses ?? [:], new?.clauses ?? [:]))
    }

    /// Takes a comparison, what stands above it, how parties and people are called, and what a
    /// review says besides.
    public init(
        _ comparison: Comparison, header: ComparisonHeader, names: Names = Names(),
        review: Review = Review(),
        clauses: (old: [String: String], new: [String: String]) = ([:], [:])
    ) {
        self.clauses = clauses
        self.comparison = comparison
        self.header = header
        self.review = review
        layout = ValueLayout(names: names)
    }

    /// The same report, with what a review says.
    public func with(_ review: Review) -> ComparisonReport {
        var copy = self
        copy.review = review
        return copy
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    /// The report as one HTML file that needs no other, for screens and for paper.
    public func html() -> String { ComparisonHTML(self).page.source }

    /// The report as one JSON document, with keys in alphabetical order.
    public func json() throws -> String { try ComparisonJSON(self).encoded() }

    var summary: String {
        comparison.isEmpty
            ? "Nothing changes between \(header.from) and \(header.to)." : comparison.summary
    }

    var title: String { "\(header.framework): \(header.from) → \(header.to)" }

    var blocks: [Block] { [.heading(level: 1, StyledText(title))] + lead + sections() }

    /// What stands above the first section.
    var lead: [Block] {
        (facts.isEmpty ? [] : [.grid(facts)]) + [.paragraph(StyledText(summary))]
    }

    /// The sections, each from its heading on.
    ///
    /// - Parameter inFull: Whether what stays the same around a change is there as well.
    /// - Returns: The parts, in reading order.
    func sections(inFull: Bool = false) -> [Block] {
        decisions
            + chapter("References that lead elsewhere or nowhere", at: "references", references)
            + chapter("Defined terms that changed", at: "defined-terms", definedTerms)
            + figures + (review.settlement?.section ?? []) + terms(inFull: inFull) + moves
            + chapter("Renumbered", at: "renumbered", renumbered)
            + chapter("Comments, which are no terms", at: "comments", comments)
            + chapter(
                "Formatting only", at: "formatting",
                comparison.formattingOnly.map { StyledText($0) })
            + chapter("Notes", at: "notes", comparison.notes.map { StyledText($0) }) + signOffs
    }

    /// The heading of a section at a place of its own.
    static func heading(_ title: StyledText, at place: String) -> Block {
        .heading(.init(level: 2, text: title, anchor: Anchor(named: place)))
    }

    private var comments: [StyledText] {
        comparison.comments.flatMap { change in
            (change.removed.map(RedlineBlocks.deleted) + change.added.map(RedlineBlocks.inserted))
                .map { StyledText("\(change.file): ") + $0 }
        }
    }

    private var facts: [Block.Entry] {
        func fact(
            _ label: String, _ text: String?, _ looks: TextAttributes = []
        ) -> Block.Entry? {
            text.map { .init(StyledText(label), line: StyledText($0, looks)) }
        }
        return [
            fact("Proposal", header.proposal?.title), fact("Why", header.proposal?.why),
            fact("Proposed by", header.proposal?.proposer),
            fact("Old digest", header.oldDigest, .code),
            fact("New digest", header.newDigest, .code),
        ].compactMap(\.self) + signatures + said
    }

    private func chapter(
        _ title: StyledText, at place: String, _ lines: [StyledText]
    ) -> [Block] {
        guard !lines.isEmpty else { return [] }
        return [Self.heading(title, at: place), .bulleted(lines.map { [.paragraph($0)] })]
    }

    private var moves: [Block] {
        let items = comparison.changes.compactMap { change -> [Block]? in
            guard case .moved(let neighbour) = change.kind else { return nil }
            let place = neighbour.map { "now behind \($0)" } ?? "now in the first place"
            let line = StyledText(change.label, .bold) + StyledText(", \(place)")
            return [.paragraph(line)] + origin(of: change)
        }
        let all = items + movedSentences.map { [.paragraph($0)] }
        return all.isEmpty ? [] : [Self.heading("Moves", at: "moves"), .bulleted(all)]
    }
}
