internal import Redline

/// Two states of a document as one in which what is gone is marked as deleted, and what is new as
/// inserted: without what is marked as inserted it reads as the old state, without what is marked
/// as deleted as the new one.
struct BlockMerge {
    private var comparer = TextComparer()

    /// The parts of a document, section by section.
    static func document(from old: [Block], to new: [Block]) -> [Block] {
        var merge = BlockMerge()
        let (before, after) = (chunks(of: old), chunks(of: new))
        var blocks: [Block] = []
        // Sections go by their places, which stay the same when their titles don't.
        for step in merge.matched(before.map(\.name), after.map(\.name)) {
            switch step {
            case (let i?, let j?): blocks += merge.blocks(before[i].blocks, after[j].blocks)
            case (let i?, nil): blocks += before[i].blocks.map { $0.marked(.deleted) }
            case (nil, let j?): blocks += after[j].blocks.map { $0.marked(.inserted) }
            case (nil, nil): break
            }
        }
        return blocks
    }

    /// The stretches from each heading with a place to the next one.
    private static func chunks(of blocks: [Block]) -> [(name: String, blocks: [Block])] {
        var chunks: [(name: String, blocks: [Block])] = []
        for block in blocks {
            if case .heading(let heading) = block, let anchor = heading.anchor {
                chunks.append((anchor.id, [block]))
            } else if chunks.isEmpty {
                chunks.append(("", [block]))
            } else {
                chunks[chunks.count - 1].blocks.append(block)
            }
        }
        return chunks
    }

    /// How two lists of names correspond: only the same names do.
    private mutating func matched(_ old: [String], _ new: [String]) -> [(Int?, Int?)] {
        comparer.steps(old, new).flatMap { step -> [(Int?, Int?)] in
            switch step {
            case .same(let i, let j): [(i, j)]
            case .pair(let i, let j): [(i, nil), (nil, j)]
            case .removed(let i): [(i, nil)]
            case .added(let j): [(nil, j)]
            }
        }
    }

    /// How two lists of texts correspond: those do that are the same or much alike.
    private mutating func alike(_ old: [String], _ new: [String]) -> [(Int?, Int?)] {
        comparer.steps(old, new).map { step in
            switch step {
            case .same(let i, let j), .pair(let i, let j): (i, j)
            case .removed(let i): (i, nil)
            case .added(let j): (nil, j)
            }
        }
    }

    // MARK: Blocks

    private mutating func blocks(_ old: [Block], _ new: [Block]) -> [Block] {
        if old == new { return new }
        let (old, new) = (old.filter { !$0.isForPages }, new.filter { !$0.isForPages })
        return alike(old.map(\.content), new.map(\.content)).flatMap { step -> [Block] in
            switch step {
            case (let i?, let j?): merged(old[i], new[j])
            case (let i?, nil): [old[i].marked(.deleted)]
            case (nil, let j?): [new[j].marked(.inserted)]
            case (nil, nil): []
            }
        }
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
        default: return [old.marked(.deleted), new.marked(.inserted)]
        }
    }

    private mutating func text(_ old: StyledText, _ new: StyledText) -> StyledText {
        old.plain == new.plain ? new : .redline(from: old, to: new, &comparer)
    }

    // MARK: Lists and tables

    private mutating func entries(_ old: [Block.Entry], _ new: [Block.Entry]) -> [Block.Entry] {
        let isNamed = (old + new).allSatisfy { !$0.label.isEmpty }
        let steps =
            isNamed
            ? matched(old.map(\.name), new.map(\.name))
            : alike(old.map(\.content), new.map(\.content))
        return steps.compactMap { step in
            switch step {
            case (let i?, let j?):
                Block.Entry(
                    text(old[i].label, new[j].label), blocks(old[i].blocks, new[j].blocks),
                    at: new[j].anchor)
            case (let i?, nil): old[i].marked(.deleted)
            case (nil, let j?): new[j].marked(.inserted)
            case (nil, nil): nil
            }
        }
    }

    private mutating func items(_ old: [[Block]], _ new: [[Block]]) -> [[Block]] {
        alike(old.map(\.content), new.map(\.content)).compactMap { step in
            switch step {
            case (let i?, let j?): blocks(old[i], new[j])
            case (let i?, nil): old[i].map { $0.marked(.deleted) }
            case (nil, let j?): new[j].map { $0.marked(.inserted) }
            case (nil, nil): nil
            }
        }
    }

    private mutating func rungs(_ old: [Rung], _ new: [Rung]) -> [Rung] {
        alike(old.map(\.content), new.map(\.content)).compactMap { step in
            switch step {
            case (let i?, let j?):
                Rung(
                    title: text(old[i].head, new[j].head),
                    details: blocks(old[i].details, new[j].details), anchor: new[j].anchor)
            case (let i?, nil): old[i].marked(.deleted)
            case (nil, let j?): new[j].marked(.inserted)
            case (nil, nil): nil
            }
        }
    }

    private mutating func table(_ old: TextTable, _ new: TextTable) -> TextTable {
        func cell(_ row: [StyledText], _ column: Int) -> StyledText {
            column < row.count ? row[column] : ""
        }
        let columns = 0..<new.columnCount
        var table = new
        table.anchors = []
        table.rows = alike(old.rows.map(\.content), new.rows.map(\.content)).compactMap { step in
            switch step {
            case (let i?, let j?):
                columns.map { text(cell(old.rows[i], $0), cell(new.rows[j], $0)) }
            case (let i?, nil): old.rows[i].map { $0.with(.deleted) }
            case (nil, let j?): new.rows[j].map { $0.with(.inserted) }
            case (nil, nil): nil
            }
        }
        return table
    }
}
