internal import Redline
internal import Terms

/// How often a text says each sentence, and what begins a heading or an item.
///
/// Paragraphs that were parted and joined can be taken for others, so that a merge without a
/// conflict would bring back what one side deleted, say a thing twice, or make a heading of words.
/// Counting what came out finds that, whatever the reason.
struct SentenceCounts {
    private var counts: [String: Int] = [:]

    /// Counts. Linear in the size of the text.
    init(in text: String) {
        for paragraph in ClauseParagraph.all(in: text, splits: false) {
            for (index, sentence) in Sentences.split(paragraph.text).enumerated() {
                let role =
                    index > 0
                    ? ""
                    : paragraph.headingLevel.map { "#\($0)" } ?? (paragraph.beginsItem ? "-" : "")
                counts["\(role)\n\(sentence)", default: 0] += 1
            }
        }
    }

    /// Whether each sentence is there as often as the side has it that changed how often it is.
    func isMerged(
        from base: SentenceCounts, _ left: SentenceCounts, _ right: SentenceCounts
    ) -> Bool {
        let all = Set(counts.keys).union(base.counts.keys).union(left.counts.keys)
            .union(right.counts.keys)
        return all.allSatisfy { sentence in
            func count(_ counts: SentenceCounts) -> Int { counts.counts[sentence] ?? 0 }
            let (before, mine, other) = (count(base), count(left), count(right))
            if mine == other || other == before { return count(self) == mine }
            return mine == before && count(self) == other
        }
    }
}
