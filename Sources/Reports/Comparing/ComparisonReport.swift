public import Redline

/// What changes between two states of an agreement, for people and for programs: who proposes it
/// and why, everything in a paragraph, the figures, then term by term.
///
/// What was deleted stands as `[-old-]` and what was inserted as `{+new+}`, with or without
/// colour; where the terms themselves have such a mark, a backslash parts it: `[\-`.
public struct ComparisonReport: Sendable {
    let comparison: Comparison
    let header: ComparisonHeader
    let layout: ValueLayout

    /// Takes a comparison, what stands above it, and how parties and people are called.
    public init(_ comparison: Comparison, header: ComparisonHeader, names: Names = Names()) {
        self.comparison = comparison
        self.header = header
        layout = ValueLayout(names: names)
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    /// The report as one JSON document, with keys in alphabetical order.
    public func json() throws -> String { try ComparisonJSON(self).encoded() }

    var summary: String {
        comparison.isEmpty
            ? "Nothing changes between \(header.from) and \(header.to)." : comparison.summary
    }

    var blocks: [Block] {
        let title = StyledText("\(header.framework): \(header.from) → \(header.to)")
        var blocks: [Block] = [.heading(level: 1, title)]
        if !facts.isEmpty { blocks.append(.grid(facts)) }
        blocks.append(.paragraph(StyledText(summary)))
        blocks += chapter("References that lead elsewhere or nowhere", references)
        blocks += chapter("Defined terms that changed", definedTerms)
        blocks += figures
        blocks += terms
        blocks += moves
        blocks += chapter("Renumbered", renumbered)
        blocks += chapter("Comments, which are no terms", comments)
        blocks += chapter(
            "Formatting only",
            comparison.formattingOnly.map { StyledText($0) })
        blocks += chapter("Notes", comparison.notes.map { StyledText($0) })
        return blocks
    }

    private var comments: [StyledText] {
        comparison.comments.flatMap { change in
            (change.removed.map(RedlineBlocks.deleted) + change.added.map(RedlineBlocks.inserted))
                .map { StyledText("\(change.file): ") + $0 }
        }
    }

    private var facts: [Block.Entry] {
        func fact(_ label: String, _ text: String?) -> Block.Entry? {
            text.map { .init(StyledText(label), line: StyledText($0)) }
        }
        return [
            fact("Proposal", header.proposal?.title), fact("Why", header.proposal?.why),
            fact("Proposed by", header.proposal?.proposer),
            fact("Old digest", header.oldDigest), fact("New digest", header.newDigest),
        ].compactMap(\.self)
    }

    private func chapter(_ title: StyledText, _ lines: [StyledText]) -> [Block] {
        guard !lines.isEmpty else { return [] }
        return [.heading(level: 2, title), .bulleted(lines.map { [.paragraph($0)] })]
    }

    private var moves: [Block] {
        let lines = comparison.changes.compactMap { change -> StyledText? in
            guard case .moved(let neighbour) = change.kind else { return nil }
            let place = neighbour.map { "now behind \($0)" } ?? "now in the first place"
            return StyledText(change.label, .bold) + StyledText(", \(place)")
        }
        return chapter("Moves", lines + movedSentences)
    }
}
