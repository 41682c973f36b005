/// Which of the texts that went and of those that came are probably the same: the same content, or at
/// least half of their 3-word shingles in common (reports.md, "Identity").
package enum Likely {
    /// Two texts by their places, and whether they say the same.
    package struct Pair: Equatable {
        /// The place among those that went.
        package var old: Int
        /// The place among those that came.
        package var new: Int
        /// Whether one is the other word by word.
        package var isSame: Bool
    }

    /// The pairs: those that say the same, then those that share half, the first that fits; each text
    /// is in one pair at the most.
    ///
    /// Costs the number of those that went times the words of all; where that is beyond the budget,
    /// only those that say the same are found.
    package static func pairs(
        from removed: [String], to added: [String], budget: inout Budget
    ) -> [Pair] {
        guard !removed.isEmpty, !added.isEmpty else { return [] }
        var pairs: [Pair] = []
        var taken: Set<Int> = []
        var places: [String: [Int]] = [:]
        for (index, text) in added.enumerated().reversed() {
            places[text, default: []].append(index)
        }
        var left: [Int] = []
        for (index, text) in removed.enumerated() {
            if let place = places[text]?.popLast() {
                taken.insert(place)
                pairs.append(Pair(old: index, new: place, isSame: true))
            } else {
                left.append(index)
            }
        }
        let words = (removed + added).reduce(0) { $0 + $1.utf8.count / 4 }
        let allowance = budget.allowance(upTo: Budget.search)
        guard left.count <= allowance / max(1, added.count * max(1, words)) else { return pairs }
        budget.spend(left.count * added.count * words)
        let shingles = added.map(Self.shingles)
        for index in left {
            let own = Self.shingles(of: removed[index])
            let match = added.indices.first { place in
                guard !taken.contains(place) else { return false }
                let common = own.intersection(shingles[place]).count
                return common > 0 && common * 2 >= max(own.count, shingles[place].count)
            }
            guard let match else { continue }
            taken.insert(match)
            pairs.append(Pair(old: index, new: match, isSame: false))
        }
        return pairs
    }

    private static func shingles(of text: String) -> Set<[Substring]> {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "\n" })
        guard words.count >= 3 else { return [] }
        return Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
    }
}
