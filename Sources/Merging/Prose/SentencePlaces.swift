internal import Terms

/// Where sentences stand that all texts have once.
///
/// A paragraph that one side moved and the other one joined with its neighbour or parted is another
/// unit on each side, so that a merge without a conflict could leave a part of it behind, or take
/// along what nobody moved. Looking where each sentence came to stand finds that.
enum SentencePlaces {
    /// The sentences that one side moved and that stand not behind what they stand behind there, and
    /// those that nobody moved and that stand not as before; what both moved is not looked at, nor
    /// what stands as on the side that was `taken` where people had to decide. Linear in the size of
    /// the texts but for a logarithm.
    static func wrong(
        in merged: ProseText, base: ProseText, left: ProseText, right: ProseText,
        taken: ProseText?, splits: SentenceSplits
    ) -> Set<String> {
        let texts = [merged, base, left, right, taken ?? base].map { text in
            text.paragraphs.flatMap { splits.sentences(of: $0.text) }
        }
        var counts: [String: SIMD8<Int>] = [:]
        for (index, text) in texts.enumerated() {
            for sentence in text { counts[sentence, default: .zero][index] += 1 }
        }
        let once = counts.filter { $0.value == SIMD8(1, 1, 1, 1, 1, 0, 0, 0) }
        let places = Dictionary(
            uniqueKeysWithValues: texts[1].filter { once[$0] != nil }.enumerated().map { ($1, $0) })
        let orders = texts.map { $0.compactMap { places[$0] } }
        func moved(_ order: [Int]) -> Set<Int> {
            Set(order).subtracting(KeptRun.longest(in: order) { _ in false }.map { order[$0] })
        }
        let (inLeft, inRight) = (moved(orders[2]), moved(orders[3]))
        /// What that nobody moved stands before each one.
        func anchors(_ order: [Int]) -> [Int: Int] {
            var anchor = -1
            var anchors: [Int: Int] = [:]
            for place in order {
                anchors[place] = anchor
                if !inLeft.contains(place), !inRight.contains(place) { anchor = place }
            }
            return anchors
        }
        let found = anchors(orders[0])
        let wanted = orders.dropFirst().map(anchors)
        let isWrong = orders[1].filter { place in
            if taken != nil, found[place] == wanted[3][place] { return false }
            return switch (inLeft.contains(place), inRight.contains(place)) {
            case (false, false): found[place] != wanted[0][place]
            case (true, false): found[place] != wanted[1][place]
            case (false, true): found[place] != wanted[2][place]
            case (true, true): false
            }
        }
        guard !isWrong.isEmpty else { return [] }
        let sentences = texts[1].filter { once[$0] != nil }
        return Set(isWrong.map { sentences[$0] })
    }
}
