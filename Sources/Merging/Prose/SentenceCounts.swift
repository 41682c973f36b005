internal import Redline
internal import Terms

/// How often texts say each sentence, and what begins a heading or an item.
///
/// Paragraphs that were parted and joined can be taken for others, so that a merge without a
/// conflict would bring back what one side deleted, say a thing twice, or make a heading of words.
/// Counting what came out finds that, whatever the reason.
enum SentenceCounts {
    /// What can be said several times: the words, and what they begin.
    private struct Said: Hashable {
        var role: String
        var text: String
    }

    /// How often the merged text, the base, the left and the right side say something.
    private typealias Counts = SIMD4<Int>

    /// Whether a merged text says each sentence as often as the side that changed how often it is
    /// said. Linear in the size of the texts.
    static func agree(
        _ merged: ProseText, base: ProseText, left: ProseText, right: ProseText
    ) -> Bool {
        var paragraphs: [Said: Counts] = [:]
        for (place, text) in [merged, base, left, right].enumerated() {
            for unit in text.paragraphs {
                paragraphs[Said(role: unit.role, text: unit.text), default: .zero][place] += 1
            }
        }
        // A paragraph that all four have equally often adds the same to each count.
        var sentences: [Said: Counts] = [:]
        for (paragraph, counts) in paragraphs where counts != Counts(repeating: counts[0]) {
            for (index, sentence) in Sentences.split(paragraph.text).enumerated() {
                let said = Said(role: index == 0 ? paragraph.role : "", text: sentence)
                sentences[said, default: .zero] &+= counts
            }
        }
        return sentences.values.allSatisfy { counts in
            let (merged, before, mine, other) = (counts[0], counts[1], counts[2], counts[3])
            if mine == other || other == before { return merged == mine }
            return mine == before && merged == other
        }
    }
}
