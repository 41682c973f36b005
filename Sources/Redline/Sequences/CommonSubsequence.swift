/// What two sequences have in common, in order.
///
/// Equal ends are matched first. Between them stands the greedy algorithm of Myers, "An O(ND)
/// Difference Algorithm and Its Variations" (1986). Where that costs too much, elements that are
/// unique on both sides anchor the rest, and what is still too different stays unmatched.
struct CommonSubsequence {
    /// A matched element: its index in the old and in the new sequence.
    typealias Match = (old: Int, new: Int)

    private let old: [Int]
    private let new: [Int]
    private var matches: [Match] = []

    /// A longest common subsequence, or a shorter one where the budget is reached.
    static func matches(_ old: [Int], _ new: [Int], budget: inout Budget) -> [Match] {
        var search = CommonSubsequence(old: old, new: new)
        search.run(&budget)
        return search.matches
    }

    private init(old: [Int], new: [Int]) {
        self.old = old
        self.new = new
    }

    private mutating func run(_ budget: inout Budget) {
        if match(old.indices, new.indices, &budget) { return }
        var start: Match = (0, 0)
        for anchor in anchors() + [(old.count, new.count)] {
            if !match(start.old..<anchor.old, start.new..<anchor.new, &budget) {
                budget.isReached = true
            }
            if anchor.old < old.count { matches.append(anchor) }
            start = (anchor.old + 1, anchor.new + 1)
        }
    }

    /// Matches two stretches; false, with nothing added, where that costs too much.
    private mutating func match(
        _ oldRange: Range<Int>, _ newRange: Range<Int>, _ budget: inout Budget
    ) -> Bool {
        var (low, lowNew) = (oldRange.lowerBound, newRange.lowerBound)
        var (high, highNew) = (oldRange.upperBound, newRange.upperBound)
        while low < high, lowNew < highNew, old[low] == new[lowNew] {
            (low, lowNew) = (low + 1, lowNew + 1)
        }
        while low < high, lowNew < highNew, old[high - 1] == new[highNew - 1] {
            (high, highNew) = (high - 1, highNew - 1)
        }
        guard let middle = shortestEdit(low..<high, lowNew..<highNew, &budget) else {
            return false
        }
        matches += zip(oldRange.lowerBound..<low, newRange.lowerBound..<lowNew).map { ($0, $1) }
        matches += middle
        matches += zip(high..<oldRange.upperBound, highNew..<newRange.upperBound).map { ($0, $1) }
        return true
    }

    private func shortestEdit(
        _ oldRange: Range<Int>, _ newRange: Range<Int>, _ budget: inout Budget
    ) -> [Match]? {
        let (length, lengthNew) = (oldRange.count, newRange.count)
        guard length > 0, lengthNew > 0 else { return [] }
        let allowance = budget.allowance(upTo: Budget.search)
        var spent = 0
        defer { budget.spend(spent) }
        // Round d of the search needs d + 1 steps or more, so no more rounds than these fit.
        var rounds = length + lengthNew
        while rounds > 2, rounds / 2 > allowance / rounds { rounds -= max(1, rounds / 8) }
        let centre = rounds + 1
        var reach = [Int](repeating: 0, count: 2 * rounds + 3)
        var trace: [[Int32]] = []
        for round in 0...rounds {
            for diagonal in stride(from: -round, through: round, by: 2) {
                let below = reach[centre + diagonal - 1]
                let above = reach[centre + diagonal + 1]
                let isDown = diagonal == -round || (diagonal != round && below < above)
                var x = isDown ? above : below + 1
                let start = x
                while x < length, x - diagonal < lengthNew,
                    old[oldRange.lowerBound + x] == new[newRange.lowerBound + x - diagonal]
                { x += 1 }
                spent += 1 + x - start
                reach[centre + diagonal] = x
                if x >= length, x - diagonal >= lengthNew {
                    return walkBack(
                        from: (length, lengthNew), through: trace,
                        origin: (oldRange.lowerBound, newRange.lowerBound))
                }
            }
            guard spent <= allowance else { return nil }
            trace.append(
                stride(from: -round, through: round, by: 2).map { Int32(reach[centre + $0]) })
        }
        return nil
    }

    private func walkBack(from end: Match, through trace: [[Int32]], origin: Match) -> [Match] {
        var (x, y) = (end.old, end.new)
        var found: [Match] = []
        for round in stride(from: trace.count, through: 1, by: -1) {
            let before = trace[round - 1]
            let diagonal = x - y
            func reach(_ diagonal: Int) -> Int { Int(before[(diagonal + round - 1) / 2]) }
            let isDown =
                diagonal == -round
                || (diagonal != round && reach(diagonal - 1) < reach(diagonal + 1))
            let cameFrom = isDown ? diagonal + 1 : diagonal - 1
            let (startX, startY) = (reach(cameFrom), reach(cameFrom) - cameFrom)
            while x > startX, y > startY {
                (x, y) = (x - 1, y - 1)
                found.append((origin.old + x, origin.new + y))
            }
            (x, y) = (startX, startY)
        }
        while x > 0, y > 0 {
            (x, y) = (x - 1, y - 1)
            found.append((origin.old + x, origin.new + y))
        }
        return found.reversed()
    }

    /// The elements that are there once on each side, as far as their order is the same.
    private func anchors() -> [Match] {
        let places = Self.uniquePlaces(in: new)
        let candidates = Self.uniquePlaces(in: old)
            .compactMap { value, index in places[value].map { (old: index, new: $0) } }
            .sorted { $0.old < $1.old }
        return IncreasingRun.longest(in: candidates.map(\.new)).map { candidates[$0] }
    }

    private static func uniquePlaces(in values: [Int]) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for (index, value) in values.enumerated() {
            places[value] = places[value] == nil ? index : -1
        }
        return places.filter { $0.value >= 0 }
    }
}
