internal import Redline

/// Two states of a document as one in which what is gone is marked as deleted, and what is new as
/// inserted: without what is marked as inserted it reads as the old state, without what is marked
/// as deleted as the new one. What only stands elsewhere is both, under one number.
struct BlockMerge {
    private var comparer = TextComparer()
    private let authors: ChangeAuthors
    /// Who changed what is compared now; nil for whoever the document names.
    private var tracking: Tracking?
    /// Who changed the sentences of the clause that is compared now, where several did.
    private var sentences: SentenceAuthors?
    private var moves = 0

    private init(authors: ChangeAuthors) { self.authors = authors }

    /// The parts of a document, section by section.
    static func document(
        from old: [Block], to new: [Block], by authors: ChangeAuthors = ChangeAuthors([:])
    ) -> [Block] {
        var merge = BlockMerge(authors: authors)
        // Sections go by their places, which stay the same when their titles don't.
        return merge.list(chunks(of: old), chunks(of: new), byName: true) { merge, before, after in
            var chunk = after
            chunk.blocks = merge.blocks(before.blocks, after.blocks)
            return [chunk]
        }.flatMap(\.blocks)
    }

    /// The stretches from each heading with a place to the next one.
    private static func chunks(of blocks: [Block]) -> [Chunk] {
        var chunks: [Chunk] = []
        for block in blocks {
            if case .heading(let heading) = block, let anchor = heading.anchor {
                chunks.append(Chunk(anchor: anchor, blocks: [block]))
            } else if chunks.isEmpty {
                chunks.append(Chunk(anchor: nil, blocks: [block]))
            } else {
                chunks[chunks.count - 1].blocks.append(block)
            }
        }
        return chunks
    }

    /// What `work` makes of a place, with the changes of whoever changed what stands there.
    private mutating func within<Result>(
        _ anchor: Anchor?, _ work: (inout BlockMerge) -> Result
    ) -> Result {
        let outer = (tracking, sentences)
        defer { (tracking, sentences) = outer }
        sentences = anchor.flatMap { authors.sentences(at: $0) } ?? outer.1
        tracking = anchor.flatMap { authors.tracking(at: $0) } ?? outer.0
        return work(&self)
    }

    // MARK: Parts

    /// Two lists of parts as one; `both` merges two that stand for each other.
    private mutating func list<Part: DocumentPart>(
        _ old: [Part], _ new: [Part], byName: Bool = false,
        _ both: (inout BlockMerge, Part, Part) -> [Part]
    ) -> [Part] {
        let steps =
            byName
            ? comparer.matched(old.map(\.name), new.map(\.name))
            : comparer.alike(old, new)
        var moved = MovedParts(steps, old, new, byName: byName, &comparer)
        moves = moved.number(from: moves)
        return steps.flatMap { step -> [Part] in
            switch step {
            case (let i?, let j?):
                return within(new[j].anchor) { both(&$0, old[i], new[j]) }
            case (let i?, nil):
                return within(old[i].anchor) { merge in
                    if let (move, j) = moved.destinations[i],
                        let pair = old[i].carried(to: new[j], move, merge.tracking, &merge.comparer)
                    {
                        return [pair.from]
                    }
                    return [merge.marked(old[i], .deleted)]
                }
            case (nil, let j?):
                return within(new[j].anchor) { merge in
                    if let (move, i) = moved.origins[j],
                        let pair = old[i].carried(to: new[j], move, merge.tracking, &merge.comparer)
                    {
                        return [pair.to]
                    }
                    return [merge.marked(new[j], .inserted)]
                }
            case (nil, nil): return []
            }
        }
    }

    private mutating func blocks(_ old: [Block], _ new: [Block]) -> [Block] {
        if old == new { return new }
        return list(
            old.filter { !$0.isForPages }, new.filter { !$0.isForPages }
        ) { merge, before, after in merge.merged(before, after) }
    }

    private mutating func merged(_ old: Block, _ new: Block) -> [Block] {
        if old == new { return [new] }
        switch (old, new) {
        case (.heading(let before), .heading(var after)) where before.level == after.level:
            after.text = text(before.full, after.full)
            after.number = nil
            return [.heading(after)]
        case (.paragraph(let before), .paragraph(let after)):
            return [.paragraph(text(before, after))]
        case (.caption(let before), .caption(let after)): return [.caption(text(before, after))]
        case (.lines(let before), .lines(let after)) where before.count == after.count:
            return [.lines(zip(before, after).map { text($0, $1) })]
        case (.grid(let before), .grid(let after)): return [.grid(entries(before, after))]
        case (.numbered(let before), .numbered(let after)):
            return [.numbered(entries(before, after))]
        case (.bulleted(let before), .bulleted(let after)): return [.bulleted(items(before, after))]
        case (.ordered(_, _, let before), .ordered(let start, let delimiter, let after)):
            return [.ordered(start: start, delimiter: delimiter, items(before, after))]
        case (.quote(let before), .quote(let after)): return [.quote(blocks(before, after))]
        case (.ladder(let before), .ladder(let after)): return [.ladder(rungs(before, after))]
        case (.table(let before), .table(let after))
        where before.header == after.header && before.columnCount == after.columnCount:
            return [.table(table(before, after))]
        default:
            return [marked(old, .deleted), marked(new, .inserted)]
        }
    }

    /// A part that came or went as a whole.
    private func marked<Part: DocumentPart>(_ part: Part, _ looks: TextAttributes) -> Part {
        let change = TrackedSpan(tracking: tracking)
        return part.mapped { text in
            let text = text.tracked(looks, change)
            return sentences?.signed(text) ?? text
        }
    }

    private mutating func text(_ old: StyledText, _ new: StyledText) -> StyledText {
        guard old.plain != new.plain else { return new }
        let redline = StyledText.redline(
            from: old, to: new, by: tracking, moves: &moves, &comparer)
        return sentences?.signed(redline) ?? redline
    }

    // MARK: Lists and tables

    private mutating func entries(_ old: [Block.Entry], _ new: [Block.Entry]) -> [Block.Entry] {
        let isNamed = (old + new).allSatisfy { !$0.label.isEmpty }
        return list(old, new, byName: isNamed) { merge, before, after in
            [
                Block.Entry(
                    merge.text(before.label, after.label),
                    merge.blocks(before.blocks, after.blocks), at: after.anchor)
            ]
        }
    }

    private mutating func items(_ old: [[Block]], _ new: [[Block]]) -> [[Block]] {
        list(old, new) { merge, before, after in [merge.blocks(before, after)] }
    }

    private mutating func rungs(_ old: [Rung], _ new: [Rung]) -> [Rung] {
        list(old, new) { merge, before, after in
            [
                Rung(
                    title: merge.text(before.head, after.head),
                    details: merge.blocks(before.details, after.details), anchor: after.anchor)
            ]
        }
    }

    private mutating func table(_ old: TextTable, _ new: TextTable) -> TextTable {
        let columns = 0..<new.columnCount
        var table = new
        table.anchors = []
        let (before, after) = TableLine.all(of: old, new)
        table.rows = list(before, after) { merge, before, after in
            [
                TableLine(
                    cells: columns.map { merge.text(before.cell($0), after.cell($0)) },
                    anchor: after.anchor)
            ]
        }.map(\.cells)
        return table
    }
}

extension TextComparer {
    /// How two lists of names correspond: only the same names do.
    fileprivate mutating func matched(_ old: [String], _ new: [String]) -> [(Int?, Int?)] {
        steps(old, new).flatMap { step -> [(Int?, Int?)] in
            switch step {
            case .same(let i, let j): [(i, j)]
            case .pair(let i, let j): [(i, nil), (nil, j)]
            case .removed(let i): [(i, nil)]
            case .added(let j): [(nil, j)]
            }
        }
    }

    /// How two lists of parts correspond: those do that are the same or much alike.
    fileprivate mutating func alike<Part: DocumentPart>(
        _ old: [Part], _ new: [Part]
    ) -> [(Int?, Int?)] {
        steps(old.map(\.key), new.map(\.key)).flatMap { step -> [(Int?, Int?)] in
            switch step {
            case .pair(let i, let j) where old[i].isNamed || new[j].isNamed: [(i, nil), (nil, j)]
            case .same(let i, let j), .pair(let i, let j): [(i, j)]
            case .removed(let i): [(i, nil)]
            case .added(let j): [(nil, j)]
            }
        }
    }
}
