internal import Redline

/// A part of a document that may come, go, or come to stand elsewhere.
protocol DocumentPart {
    /// The words in it.
    var content: String { get }
    /// The words by which it is found again.
    var key: String { get }
    /// The name by which it is found again where it has one.
    var name: String { get }
    /// Whether it stands for nothing else than what has its key.
    var isNamed: Bool { get }
    /// The place that it stands at.
    var anchor: Anchor? { get }
    /// Whether Word can show it as moved.
    var canMove: Bool { get }
    /// The same with other text.
    func mapped(_ change: (StyledText) -> StyledText) -> Self
    /// What it looks like where it stood and where it stands now, as a new text with another place;
    /// nil where too little of it is the same.
    func carried(
        to new: Self, _ move: Int, _ tracking: Tracking?, _ comparer: inout TextComparer
    ) -> (from: Self, to: Self)?
}

extension DocumentPart {
    var key: String { content }
    var isNamed: Bool { false }

    /// The same, all of whose text is part of a tracked change.
    func tracked(_ looks: TextAttributes, _ change: TrackedSpan) -> Self {
        mapped { $0.tracked(looks, change) }
    }

    func carried(
        to new: Self, _ move: Int, _ tracking: Tracking?, _ comparer: inout TextComparer
    ) -> (from: Self, to: Self)? {
        guard content == new.content else { return nil }
        let change = TrackedSpan(tracking: tracking, move: move)
        return (tracked(.deleted, change), new.tracked(.inserted, change))
    }
}

/// A heading with a place, and what stands below it.
struct Chunk: DocumentPart {
    var anchor: Anchor?
    var blocks: [Block]

    var name: String { anchor?.id ?? "" }
    var content: String { blocks.content }
    var canMove: Bool { blocks.canMove }
    func mapped(_ change: (StyledText) -> StyledText) -> Chunk {
        Chunk(anchor: anchor, blocks: blocks.mapped(change))
    }
}

extension Block: DocumentPart {
    var name: String { content }

    /// A heading goes by its title, whatever its number.
    var key: String {
        guard case .heading(let heading) = self else { return content }
        let title = heading.text.plain.drop { $0.isNumber || ". ".contains($0) }
        return title.isEmpty ? content : String(title)
    }
    var anchor: Anchor? { nil }

    var canMove: Bool {
        switch self {
        case .heading, .paragraph, .lines, .caption, .table: content.contains(where: \.isLetter)
        case .grid(let entries), .numbered(let entries): entries.allSatisfy(\.canMove)
        case .bulleted(let items), .ordered(_, _, let items): items.allSatisfy(\.canMove)
        case .quote(let blocks): blocks.canMove
        default: false
        }
    }

    func carried(
        to new: Block, _ move: Int, _ tracking: Tracking?, _ comparer: inout TextComparer
    ) -> (from: Block, to: Block)? {
        let change = TrackedSpan(tracking: tracking, move: move)
        if content == new.content {
            return (tracked(.deleted, change), new.tracked(.inserted, change))
        }
        let texts: (StyledText, StyledText)
        switch (self, new) {
        case (.heading(let before), .heading(let after)): texts = (before.full, after.full)
        case (.paragraph(let before), .paragraph(let after)): texts = (before, after)
        default: return nil
        }
        var none = 0
        let redline = StyledText.redline(
            from: texts.0, to: texts.1, by: tracking, moves: &none, &comparer)
        let sides = redline.sides(of: change)
        guard sides.to.spans.contains(where: { $0.change == change }) else { return nil }
        return (mapped { _ in sides.from }, new.mapped { _ in sides.to })
    }
}

extension StyledText {
    /// A redline as what stood at its old place and what stands at its new one, the same in both
    /// of them part of a move.
    func sides(of move: TrackedSpan) -> (from: StyledText, to: StyledText) {
        var (from, to): (StyledText, StyledText) = ("", "")
        for var span in spans {
            // What moved inside of it would be a move of its own at each place.
            span.change?.move = nil
            let text = StyledText(spans: [span])
            if span.change == nil {
                from.append(text.tracked(.deleted, move))
                to.append(text.tracked(.inserted, move))
            } else if span.attributes.contains(.deleted) {
                from.append(text)
            } else {
                to.append(text)
            }
        }
        return (from, to)
    }
}

extension [Block]: DocumentPart {
    /// The words in them.
    var content: String { map(\.content).joined(separator: "\n") }
    var name: String { content }
    var anchor: Anchor? { nil }
    var canMove: Bool { !isEmpty && allSatisfy(\.canMove) }
    func mapped(_ change: (StyledText) -> StyledText) -> [Block] { map { $0.mapped(change) } }
}

extension Block.Entry: DocumentPart {
    /// The name by which it is found again: its place, or else its label.
    var name: String { anchor?.id ?? label.plain }
    var content: String { label.plain + "\n" + blocks.content }
    var canMove: Bool { blocks.allSatisfy(\.canMove) }

    func mapped(_ change: (StyledText) -> StyledText) -> Block.Entry {
        Block.Entry(change(label), blocks.mapped(change), at: anchor)
    }
}

extension Rung: DocumentPart {
    var name: String { anchor?.id ?? content }
    var content: String { head.plain + "\n" + details.content }
    var canMove: Bool { details.allSatisfy(\.canMove) }

    func mapped(_ change: (StyledText) -> StyledText) -> Rung {
        Rung(title: change(head), details: details.mapped(change), anchor: anchor)
    }
}
