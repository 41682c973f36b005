internal import Redline
internal import Terms

/// Where sentences stand that all texts have once.
///
/// A paragraph that one side moved and the other one joined with its neighbour or parted is another
/// unit on each side, so that a merge without a conflict could leave a part of it behind, or take
/// along what nobody moved. Looking where each sentence came to stand finds that.
enum SentencePlaces {
    /// Whether each sentence that one side moved stands behind what it stands behind there, and all
    /// that nobody moved stands as before; what both moved is not looked at. Linear in the size of the
    /// texts but for a logarithm.
    static func agree(
        _ merged: ProseText, base: ProseText, left: ProseText, right: ProseText
    ) -> Bool {
        let texts = [merged, base, left, right].map { text in
            text.paragraphs.flatMap { Sentences.split($0.text) }
        }
        var counts: [String: SIMD4<Int>] = [:]
        for (index, text) in texts.enumerated() {
            for sentence in text { counts[sentence, default: .zero][index] += 1 }
        }
        let once = counts.filter { $0.value == SIMD4(repeating: 1) }
        let places = Dictionary(
            uniqueKeysWithValues: texts[1].filter { once[$0] != nil }.enumerated().map { ($1, $0) })
        let orders = texts.map { $0.compactMap { places[$0] } }
        func moved(_ order: [Int]) -> Set<Int> {
            Set(order).subtracting(KeptRun.longest(in: order) { _ in false }.map { order[$0] })
        }
        let (inLeft, inRight) = (moved(orders[2]), moved(orders[3]))
        guard !inLeft.isEmpty || !inRight.isEmpty else { return orders[0] == orders[1] }
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
        return orders[1].allSatisfy { place in
            switch (inLeft.contains(place), inRight.contains(place)) {
            case (false, false): found[place] == wanted[0][place]
            case (true, false): found[place] == wanted[1][place]
            case (false, true): found[place] == wanted[2][place]
            case (true, true): true
            }
        }
    }
}
