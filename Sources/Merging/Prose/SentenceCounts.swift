internal import Terms

/// How often texts say each sentence, and what begins a heading or an item.
///
/// Paragraphs that were parted and joined can be taken for others, so that a merge without a
/// conflict would bring back what one side deleted, say a thing twice, or make a heading of words.
/// Counting what came out finds that, whatever the reason.
struct SentenceCounts {
    private typealias Said = ChangedParagraphs.Said

    /// How often the merged text, the base, the left and the right side say something, and the side
    /// that was taken.
    private typealias Counts = SIMD8<Int>

    let texts: ChangedParagraphs
    /// The side that was taken where people had to decide, if they had to.
    let taken: OrderMerge.Side?
    let splits: SentenceSplits

    /// What a merged text says not as often as the side that changed how often it is said; it may
    /// say a thing as often as the side that was taken. Linear in the size of the paragraphs.
    func wrong(in merged: [ChangedParagraphs.Paragraph]) -> Set<String> {
        miscounted(in: merged) { said in said }
    }

    /// The same of what sentences were before sides changed their words, which they may have done
    /// in different ways.
    func wrong(in merged: [ChangedParagraphs.Paragraph], origin: (String) -> String) -> Set<String>
    {
        miscounted(in: merged) { said in Said(role: "", text: origin(said.text)) }
    }

    private func miscounted(
        in merged: [ChangedParagraphs.Paragraph], as key: (Said) -> Said
    ) -> Set<String> {
        var paragraphs: [Said: Counts] = [:]
        let taken = taken.map { $0 == .left ? texts.left : texts.right }
        for (place, text) in [merged, texts.base, texts.left, texts.right, taken ?? []].enumerated()
        {
            for paragraph in text { paragraphs[paragraph.said, default: .zero][place] += 1 }
        }
        // A paragraph that all have equally often adds the same to each count.
        var sentences: [Said: Counts] = [:]
        let count = taken == nil ? 4 : 5
        for (paragraph, counts) in paragraphs
        where (1..<count).contains(where: { counts[$0] != counts[0] }) {
            for (index, sentence) in splits.sentences(of: paragraph.text).enumerated() {
                let said = Said(role: index == 0 ? paragraph.role : "", text: sentence)
                sentences[key(said), default: .zero] &+= counts
            }
        }
        return Set(
            sentences.filter { _, counts in
                let (merged, before, mine, other) = (counts[0], counts[1], counts[2], counts[3])
                if taken != nil, merged == counts[4] { return false }
                if mine == other || other == before { return merged != mine }
                return mine != before || merged != other
            }.map(\.key.text))
    }
}
