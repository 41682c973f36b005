/// How often each word stands in some blocks.
struct WordCount {
    private var counts: [Substring: Int] = [:]

    init(_ blocks: [MarkdownBlock]) {
        for text in blocks.flatMap(\.written) {
            for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
                counts[word, default: 0] += 1
            }
        }
    }

    /// Whether a word stands here more often than there.
    func exceeds(_ other: WordCount) -> Bool {
        counts.contains { $1 > other.counts[$0, default: 0] }
    }
}
