/// How the units of two texts correspond: paragraphs, or the sentences of two paragraphs.
package struct Alignment {
    /// One step through both texts, in reading order.
    package enum Step: Equatable {
        /// The same unit on both sides.
        case same(Int, Int)
        /// Two units that stand for each other, with changes.
        case pair(Int, Int)
        /// A unit of the old text alone.
        case removed(Int)
        /// A unit of the new text alone.
        case added(Int)
    }

    /// Below this many thousandths of common words, two units are no longer the same one.
    static let alike = 333

    private(set) var steps: [Step] = []
    private let words: (old: (Int) -> [String], new: (Int) -> [String])

    /// Aligns units by their numbers, and what differs by the words that it shares.
    ///
    /// The closures give the words of a unit. They are called for units without an equal one only,
    /// so that few edits in a long text cost little.
    static func steps(
        _ old: [Int], _ new: [Int], oldWords: @escaping (Int) -> [String],
        newWords: @escaping (Int) -> [String], budget: inout Budget
    ) -> [Step] {
        var alignment = Alignment(words: (oldWords, newWords))
        var start = (old: 0, new: 0)
        for match in CommonSubsequence.matches(old, new, budget: &budget)
            + [(old.count, new.count)]
        {
            alignment.fill(start.old..<match.old, start.new..<match.new, &budget)
            if match.old < old.count { alignment.steps.append(.same(match.old, match.new)) }
            start = (match.old + 1, match.new + 1)
        }
        return alignment.steps
    }

    private init(words: (old: (Int) -> [String], new: (Int) -> [String])) { self.words = words }

    /// Fills the gap between two matches.
    private mutating func fill(_ old: Range<Int>, _ new: Range<Int>, _ budget: inout Budget) {
        if old.isEmpty || new.isEmpty {
            steps += old.map(Step.removed) + new.map(Step.added)
        } else if old.count == 1, new.count == 1 {
            steps.append(.pair(old.lowerBound, new.lowerBound))
        } else if let pairs = pairs(old, new, &budget) {
            var start = (old: old.lowerBound, new: new.lowerBound)
            for pair in pairs + [(old.upperBound, new.upperBound)] {
                let left = (old: start.old..<pair.0, new: start.new..<pair.1)
                if left.old.count == 1, left.new.count == 1 {
                    steps.append(.pair(start.old, start.new))
                } else {
                    steps += left.old.map(Step.removed) + left.new.map(Step.added)
                }
                if pair.0 < old.upperBound { steps.append(.pair(pair.0, pair.1)) }
                start = (pair.0 + 1, pair.1 + 1)
            }
        } else if old.count == new.count {
            budget.isReached = true
            steps += zip(old, new).map(Step.pair)
        } else {
            budget.isReached = true
            steps += old.map(Step.removed) + new.map(Step.added)
        }
    }

    /// The pairs, in order, that have the most in common; nil where finding them costs too much.
    private func pairs(
        _ old: Range<Int>, _ new: Range<Int>, _ budget: inout Budget
    ) -> [(Int, Int)]? {
        let allowance = budget.allowance(upTo: Budget.pairing)
        guard old.count <= allowance / 8 / new.count else { return nil }
        var interner = Interner()
        let oldBags = old.map { interner.numbers(of: words.old($0)).sorted() }
        let newBags = new.map { interner.numbers(of: words.new($0)).sorted() }
        let cost =
            new.count * oldBags.reduce(0) { $0 + $1.count }
            + old.count * newBags.reduce(0) { $0 + $1.count }
        guard cost <= allowance else { return nil }
        budget.spend(cost + old.count * new.count)
        let width = new.count + 1
        var alike = [Int32](repeating: 0, count: old.count * new.count)
        var best = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in oldBags.indices.reversed() {
            for j in newBags.indices.reversed() {
                let score = Int32(Self.likeness(oldBags[i], newBags[j]))
                alike[i * new.count + j] = score
                best[i * width + j] = max(
                    best[(i + 1) * width + j], best[i * width + j + 1],
                    score + best[(i + 1) * width + j + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < old.count, j < new.count {
            let score = alike[i * new.count + j]
            if score > 0, best[i * width + j] == score + best[(i + 1) * width + j + 1] {
                pairs.append((old.lowerBound + i, new.lowerBound + j))
                (i, j) = (i + 1, j + 1)
            } else if best[i * width + j] == best[(i + 1) * width + j] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }

    /// How many thousandths of their words two units share; 0 where it is less than a third.
    private static func likeness(_ old: [Int], _ new: [Int]) -> Int {
        var (i, j, common) = (0, 0, 0)
        while i < old.count, j < new.count {
            if old[i] == new[j] {
                (i, j, common) = (i + 1, j + 1, common + 1)
            } else if old[i] < new[j] {
                i += 1
            } else {
                j += 1
            }
        }
        let likeness = common * 2_000 / max(1, old.count + new.count)
        return likeness < alike ? 0 : likeness
    }
}
