internal import Terms

/// Under which headings sentences can stand.
///
/// Where one side removed or moved a section, what the other one changed or put in there would come
/// to stand under the heading before it. Looking under which heading each sentence came to stand
/// finds that.
struct SentenceHeadings {
    /// The names of headings: one of them, or several that say the same.
    private typealias Names = Set<String>

    /// A sentence, the name of its paragraph, and what is above it.
    private struct Entry {
        var sentence: String
        var paragraph: String
        var heading: Names
    }

    /// The names of each heading.
    private let names: [String: Names]
    /// The headings under which each sentence can stand.
    private var accepted: [String: Names] = [:]
    /// The headings under which each sentence stands on each side.
    private var sides: [OrderMerge.Side: [String: Names]] = [:]
    private let origin: (String) -> String
    private let splits: SentenceSplits

    /// Takes three texts and what sentences were before a side changed their words: what both sides
    /// have stands where the side has it that put it somewhere else. What one side alone has stays
    /// in its paragraph, and where the heading above it is gone, with what stood beside it. Linear
    /// in the size of the texts.
    init(
        _ whole: Stretches.Stretch, splits: SentenceSplits, origin: @escaping (String) -> String
    ) {
        (self.splits, self.origin) = (splits, origin)
        var names: [String: Names] = [:]
        for side in [whole.base, whole.left, whole.right] {
            for (name, unit) in zip(side.names, side.units) where unit.isHeading {
                names[unit.text, default: []].insert(name)
            }
        }
        self.names = names
        guard !names.isEmpty else { return }
        let before = Self.headings(entries(whole.base), by: \.sentence)
        let (mine, other) = (entries(whole.left), entries(whole.right))
        let kept = kept(in: whole)
        accept(mine, beside: other, before, kept)
        accept(other, beside: mine, before, kept)
        sides = [
            .left: Self.headings(mine, by: \.sentence),
            .right: Self.headings(other, by: \.sentence),
        ]
    }

    private mutating func accept(
        _ side: [Entry], beside other: [Entry], _ before: [String: Names], _ kept: Set<String>
    ) {
        let paragraphs = Self.headings(
            other.filter { kept.contains($0.paragraph) }, by: \.paragraph)
        let known = Self.headings(other, by: \.sentence)
        for entry in side {
            if known[entry.sentence] == nil {
                accepted[entry.sentence, default: []].formUnion(
                    entry.heading.union(paragraphs[entry.paragraph] ?? []))
            } else if before[entry.sentence] != entry.heading
                || before[entry.sentence] == known[entry.sentence]
            {
                accepted[entry.sentence, default: []].formUnion(entry.heading)
            }
        }
        let present = known.values.reduce(into: Names()) { $0.formUnion($1) }
        for order in [side, side.reversed()] {
            var neighbour: (heading: Names, other: Names)?
            for entry in order where present.isDisjoint(with: entry.heading) {
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
    /// that was `taken`. Linear in the size of the text.
    func wrong(in merged: ProseText, taken: OrderMerge.Side?) -> Set<String> {
        guard !names.isEmpty else { return [] }
        let found = entries(
            .init(names: merged.paragraphs.map { _ in "" }, units: merged.paragraphs))
        var counts: [String: Int] = [:]
        for entry in found { counts[entry.sentence, default: 0] += 1 }
        return Set(
            found.filter { entry in
                guard counts[entry.sentence] == 1, let accepted = accepted[entry.sentence],
                    accepted.isDisjoint(with: entry.heading)
                else { return false }
                if let taken, sides[taken]?[entry.sentence] == entry.heading { return false }
                // A heading that a side put in is above all that follows it.
                return entry.heading.contains { !$0.hasPrefix("+") }
            }.map(\.sentence))
    }

    // MARK: Entries

    /// The sentences of a text, what stands above all headings under the name of none.
    private func entries(_ side: Stretches.Side) -> [Entry] {
        var heading: Names = [""]
        return zip(side.names, side.units).flatMap { name, unit -> [Entry] in
            if unit.isHeading {
                heading = names[unit.text] ?? []
                return []
            }
            return splits.sentences(of: unit.text).map {
                Entry(sentence: origin($0), paragraph: name, heading: heading)
            }
        }
    }

    private static func headings(
        _ entries: [Entry], by key: (Entry) -> String
    ) -> [String: Names] {
        Dictionary(entries.map { (key($0), $0.heading) }) { $0.union($1) }
    }

    /// The paragraphs of which both sides have a sentence.
    private func kept(in whole: Stretches.Stretch) -> Set<String> {
        func sentences(_ side: Stretches.Side) -> [String: Set<String>] {
            let units = side.units.map { Set(splits.sentences(of: $0.text).map(origin)) }
            return Dictionary(zip(side.names, units)) { first, _ in first }
        }
        let sides = [whole.left, whole.right].map(sentences)
        return Set(
            sentences(whole.base).filter { name, before in
                sides.allSatisfy { $0[name]?.isDisjoint(with: before) == false }
            }.keys)
    }
}
