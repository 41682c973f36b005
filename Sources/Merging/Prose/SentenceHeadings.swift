internal import Terms

/// Under which headings sentences can stand.
///
/// Where one side removed or moved a section, what the other one changed or put in there would come
/// to stand under the heading before it. Looking under which heading each sentence came to stand
/// finds that.
struct SentenceHeadings {
    private typealias Names = ChangedParagraphs.Names

    /// A sentence, the name of its paragraph, and what is above it.
    private struct Entry {
        var sentence: String
        var paragraph: ChangedParagraphs.Paragraph
        var heading: Names { paragraph.heading }
    }

    /// The headings under which each sentence can stand.
    private var accepted: [String: Names] = [:]
    /// The headings under which each sentence stands on each side.
    private var sides: [OrderMerge.Side: [String: Names]] = [:]
    private let origin: (String) -> String
    private let splits: SentenceSplits

    /// Takes what three texts do not have in common, and what sentences were before a side changed
    /// their words: what both sides have stands where the side has it that put it somewhere else.
    /// What one side alone has stays in its paragraph, and where the heading above it is gone, with
    /// what stood beside it. Linear in the size of the paragraphs.
    init(
        _ texts: ChangedParagraphs, splits: SentenceSplits, origin: @escaping (String) -> String
    ) {
        (self.splits, self.origin) = (splits, origin)
        let base = entries(texts.base)
        let (mine, other) = (entries(texts.left), entries(texts.right))
        let before = Self.headings(base, by: \.sentence)
        let kept = Self.kept(base, mine, other)
        accept(mine, beside: other, before, kept, used: texts.used.right)
        accept(other, beside: mine, before, kept, used: texts.used.left)
        sides = [
            .left: Self.headings(mine, by: \.sentence),
            .right: Self.headings(other, by: \.sentence),
        ]
    }

    private mutating func accept(
        _ side: [Entry], beside other: [Entry], _ before: [String: Names], _ kept: Set<String>,
        used: Names
    ) {
        let paragraphs = Self.headings(
            other.filter { kept.contains($0.paragraph.name) }, by: \.paragraph.name)
        let known = Self.headings(other, by: \.sentence)
        for entry in side {
            if known[entry.sentence] == nil {
                accepted[entry.sentence, default: []].formUnion(
                    entry.heading.union(paragraphs[entry.paragraph.name] ?? []))
            } else if before[entry.sentence] != entry.heading
                || before[entry.sentence] == known[entry.sentence]
            {
                accepted[entry.sentence, default: []].formUnion(entry.heading)
            }
        }
        for order in [side, side.reversed()] {
            var neighbour: (heading: Names, other: Names)?
            for entry in order where used.isDisjoint(with: entry.heading) {
                if let heading = known[entry.sentence] {
                    let isAtHome = before[entry.sentence] == entry.heading
                    neighbour = isAtHome ? (entry.heading, heading) : nil
                } else if let neighbour, neighbour.heading == entry.heading {
                    accepted[entry.sentence, default: []].formUnion(neighbour.other)
                }
            }
        }
    }

    /// The sentences that are there once, and not where they can stand nor where the side has them
    /// that was `taken`. Linear in the size of the paragraphs.
    func wrong(
        in merged: [ChangedParagraphs.Paragraph], taken: OrderMerge.Side?
    ) -> Set<String> {
        let found = entries(merged)
        var counts: [String: Int] = [:]
        for entry in found { counts[entry.sentence, default: 0] += 1 }
        return Set(
            found.filter { entry in
                guard counts[entry.sentence] == 1, let accepted = accepted[entry.sentence],
                    accepted.isDisjoint(with: entry.heading)
                else { return false }
                if let taken, sides[taken]?[entry.sentence] == entry.heading { return false }
                return entry.paragraph.isPlaced
            }.map(\.sentence))
    }

    // MARK: Entries

    private func entries(_ paragraphs: [ChangedParagraphs.Paragraph]) -> [Entry] {
        paragraphs.flatMap { paragraph -> [Entry] in
            guard !paragraph.unit.isHeading else { return [] }
            return splits.sentences(of: paragraph.unit.text).map {
                Entry(sentence: origin($0), paragraph: paragraph)
            }
        }
    }

    private static func headings(
        _ entries: [Entry], by key: (Entry) -> String
    ) -> [String: Names] {
        Dictionary(entries.map { (key($0), $0.heading) }) { $0.union($1) }
    }

    /// The paragraphs of which both sides have a sentence.
    private static func kept(_ base: [Entry], _ left: [Entry], _ right: [Entry]) -> Set<String> {
        let sides = [left, right].map { side in
            Dictionary(grouping: side, by: \.paragraph.name).mapValues { Set($0.map(\.sentence)) }
        }
        return Set(
            Dictionary(grouping: base, by: \.paragraph.name).filter { name, before in
                sides.allSatisfy { side in
                    side[name].map { kept in before.contains { kept.contains($0.sentence) } }
                        == true
                }
            }.keys)
    }
}
