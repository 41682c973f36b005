internal import Terms

/// How often texts say each sentence, and what begins a heading or an item.
///
/// Paragraphs that were parted and joined can be taken for others, so that a merge without a
/// conflict would bring back what one side deleted, say a thing twice, or make a heading of words.
/// Counting what came out finds that, whatever the reason.
struct SentenceCounts {
    /// What can be said several times: the words, and what they begin.
    private struct Said: Hashable {
        var role: String
        var text: String
    }

    /// How often the merged text, the base, the left and the right side say something, and the side
    /// that was taken.
    private typealias Counts = SIMD8<Int>

    let base: ProseText
    let left: ProseText
    let right: ProseText
    /// The side that was taken where people had to decide, if they had to.
    let taken: ProseText?
    let splits: SentenceSplits

    /// What a merged text says not as often as the side that changed how often it is said; it may
    /// say a thing as often as the side that was taken. Linear in the size of the texts.
    func wrong(in merged: ProseText) -> Set<String> {
        miscounted(in: merged) { said in said }
    }

    /// The same of what sentences were before sides changed their words, which they may have done
    /// in different ways.
    func wrong(in merged: ProseText, origin: (String) -> String) -> Set<String> {
        miscounted(in: merged) { said in Said(role: "", text: origin(said.text)) }
    }

    private func miscounted(in merged: ProseText, as key: (Said) -> Said) -> Set<String> {
        var paragraphs: [Said: Counts] = [:]
        for (place, text) in [merged, base, left, right, taken].enumerated() {
            for unit in text?.paragraphs ?? [] {
                paragraphs[Said(role: unit.role, text: unit.text), default: .zero][place] += 1
            }
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
