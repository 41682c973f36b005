internal import Redline
internal import Terms

/// Looks for sentences that a merge would say twice, leave out, or put where nobody put them.
struct ProseCheck {
    private let base: ProseText
    private let left: ProseText
    private let right: ProseText
    /// What sentences were before a side changed their words.
    private let origins: [String: String]
    private let changed: ChangedParagraphs
    private let headings: SentenceHeadings
    private let splits = SentenceSplits()
    /// Whether a side moved a paragraph.
    private let hasMoves: Bool

    /// Takes three texts, and their paragraphs by name. Linear in their size, but for sentences that
    /// are gone and that are new, and spends of the budget for those.
    init(
        base: ProseText, left: ProseText, right: ProseText, whole: Stretches.Stretch,
        budget: inout Budget
    ) {
        (self.base, self.left, self.right) = (base, left, right)
        changed = ChangedParagraphs(whole)
        let origins = Self.origins(changed, splits, &budget)
        self.origins = origins
        headings = SentenceHeadings(changed, splits: splits) { origins[$0] ?? $0 }
        hasMoves = [whole.left, whole.right].contains { side in
            let numbers = side.names.compactMap(Int.init)
            return zip(numbers, numbers.dropFirst()).contains(where: >)
        }
    }

    /// The sentences of a paragraph.
    func sentences(of text: String) -> [String] { splits.sentences(of: text) }

    /// What a sentence was before a side changed its words.
    func origin(of sentence: String) -> String { origins[sentence] ?? sentence }

    private static func origins(
        _ texts: ChangedParagraphs, _ splits: SentenceSplits, _ budget: inout Budget
    ) -> [String: String] {
        func sentences(_ paragraphs: [ChangedParagraphs.Paragraph]) -> [String] {
            paragraphs.flatMap { splits.sentences(of: $0.unit.text) }
        }
        let before = sentences(texts.base)
        let known = Set(before)
        var origins: [String: String] = [:]
        for side in [texts.left, texts.right].map(sentences) {
            let kept = Set(side)
            let gone = before.filter { !kept.contains($0) }
            let new = side.filter { !known.contains($0) }
            for pair in Likely.pairs(from: gone, to: new, budget: &budget) {
                let (old, new) = (gone[pair.old], new[pair.new])
                origins[new] = min(origins[new] ?? old, old)
            }
        }
        return origins
    }

    /// What is wrong with a merge, whichever side people take: sentences, or what they were before.
    /// Linear in the size of the texts but for a logarithm.
    func wrong(in merged: MergedProse) -> Set<String> {
        guard !merged.spots.isEmpty else { return wrong(in: merged.text(taking: .left), of: nil) }
        return wrong(in: merged.text(taking: .left), of: .left)
            .union(wrong(in: merged.text(taking: .right), of: .right))
    }

    private func wrong(in text: String, of side: OrderMerge.Side?) -> Set<String> {
        let merged = ProseText(text)
        let (paragraphs, astray) = changed.changed(in: merged)
        var wrong = Set(astray.flatMap(sentences))
        let counts = SentenceCounts(texts: changed, taken: side, splits: splits)
        wrong.formUnion(counts.wrong(in: paragraphs))
        if !origins.isEmpty { wrong.formUnion(counts.wrong(in: paragraphs, origin: origin)) }
        if hasMoves {
            let taken = side.map { $0 == .left ? left : right }
            let places = SentencePlaces.wrong(
                in: merged, base: base, left: left, right: right, taken: taken, splits: splits)
            wrong.formUnion(places)
        }
        return wrong.union(headings.wrong(in: paragraphs, taken: side))
    }
}
