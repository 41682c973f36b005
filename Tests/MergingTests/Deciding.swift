import Merging
import Terms

/// A merge of two drafts of a random text, and what comes of it where one side is taken each time
/// that people have to decide.
struct Deciding {
    static let file = "clauses/text.md"

    let base: String
    let left: String
    let right: String

    init(seed: UInt64) {
        var prose = RandomProse(seed: seed)
        let drafts = (prose.draft(), prose.draft())
        base = RandomProse.text(prose.base)
        (left, right) = (RandomProse.text(drafts.0), RandomProse.text(drafts.1))
    }

    var merged: MergeResult { merge(Self.file, base, left, right) }

    /// The text in which a side was taken wherever something was undecided.
    func taking(_ choice: MergeChoice) throws -> String? {
        try merged.decided(Self.file, taking: choice)
    }

    /// What is wrong with a text in which a side was taken, or with one that needed no decision.
    func problems(_ text: String, taking choice: MergeChoice?) -> [String] {
        var problems: [String] = []
        func words(_ text: String) -> [String: String] {
            Dictionary(RandomProse.sentences(in: text)) { first, _ in first }
        }
        let (before, mine, other) = (words(base), words(left), words(right))
        let (taken, lost) = choice == .left ? (mine, other) : (other, mine)
        var counts: [String: Int] = [:]
        for (number, said) in RandomProse.sentences(in: text) {
            counts[number, default: 0] += 1
            if said != mine[number], said != other[number] {
                problems.append("\(number) says \(said)")
            }
            let isChanged = taken[number] != nil && taken[number] != before[number]
            if choice != nil, said == lost[number], said != taken[number], isChanged {
                problems.append("\(number) is of the side that was not taken")
            }
        }
        for (number, count) in counts where count > 1 {
            problems.append("\(number) is there twice")
        }
        for number in mine.keys where other[number] != nil && counts[number] == nil {
            problems.append("\(number) is lost")
        }
        for number in taken.keys where counts[number] == nil && before[number] != taken[number] {
            problems.append("\(number) of the taken side is lost")
        }
        let headings = RandomProse.headings(in: text)
        let above = [left, right].map(RandomProse.headings)
        let home = RandomProse.headings(in: base)
        for (number, heading) in headings {
            // What one side alone has goes with what stood beside it.
            let mates = zip(above, above.reversed()).flatMap { side, other in
                side.keys.filter { mate in
                    other[number] == nil && side[mate] == side[number]
                        && home[mate] == side[number]
                } + [number]
            }
            if !above.contains(where: { side in mates.contains { side[$0] == heading } }) {
                problems.append("\(number) is under \(heading)")
            }
        }
        func parts(_ text: String) -> [String] {
            text.matches(of: /Part (\d+)/).map { String($0.output.1) }
        }
        let found = parts(text)
        if Set(found).count < found.count { problems.append("a heading is there twice") }
        for heading in parts(left) where parts(right).contains(heading) && !found.contains(heading)
        {
            problems.append("heading \(heading) is lost")
        }
        let isNeat = text.isEmpty || text.first != "\n" && text.last == "\n"
        if !isNeat || text.contains("\n\n\n") || text.hasSuffix("\n\n") || text.contains("\n ") {
            problems.append("white space")
        }
        if text.contains("<<<<<<<") || text.contains(">>>>>>>") {
            problems.append("marks are left")
        }
        return problems.sorted()
    }
}

extension MergeResult {
    /// The text of a file in which a side was taken wherever something was undecided: read again from
    /// between the marks for each decision, the last one first, as `resolve` does; nil where that
    /// leads nowhere.
    func decided(_ file: String, taking choice: MergeChoice) throws -> String? {
        if conflicts.isEmpty { return text(file) }
        guard var merged = MergeResult(marksIn: file, of: halfMerged) else { return nil }
        while let last = merged.conflicts.last {
            let count = merged.conflicts.count
            merged = try merged.resolving(last.path, with: choice)
            guard merged.conflicts.count < count else { return nil }
            if merged.conflicts.isEmpty { break }
            guard let again = MergeResult(marksIn: file, of: merged.halfMerged) else { return nil }
            merged = again
        }
        return merged.text(file) ?? ""
    }
}
