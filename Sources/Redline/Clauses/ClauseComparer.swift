/// Compares two states of a clause: sections by what they are called, then their paragraphs.
///
/// What belongs to a heading or to an item goes with it, so that a section that moved whole is
/// one move. Numbers take no part in it: what is numbered anew is still the same.
struct ClauseComparer {
    /// One step through both states, in reading order. Indices are of units.
    enum Step {
        /// The same words on both sides.
        case same(Int, Int)
        /// Two paragraphs that stand for each other, with changes.
        case pair(Int, Int)
        /// A paragraph of the old state alone.
        case removed(Int)
        /// A paragraph of the new state alone.
        case added(Int)
        /// A paragraph that became several.
        case parted(Int, Range<Int>)
        /// Several that became one.
        case joined(Range<Int>, Int)
        /// A paragraph at the place that it moved away from.
        case movedFrom(Int, move: Int)
        /// A paragraph at the place that it moved to.
        case movedTo(Int, move: Int)
    }

    /// A section or paragraph that stands elsewhere.
    struct Move {
        var old: Range<Int>
        var new: Range<Int>
        /// What happened inside.
        var steps: [Step] = []
    }

    let old: [ClauseUnit]
    let new: [ClauseUnit]
    let keys: (old: UnitKeys, new: UnitKeys)
    var budget: Budget
    var moves: [Move] = []

    init(_ old: [ClauseUnit], _ new: [ClauseUnit], budget: Budget) {
        self.old = old
        self.new = new
        self.budget = budget
        var interner = UnitInterner()
        keys = (UnitKeys(old, &interner), UnitKeys(new, &interner))
    }

    /// Compares both states in full.
    mutating func run() -> [Step] {
        let all = Self.members(of: old.indices, in: old)
        var steps = compare(all, Self.members(of: new.indices, in: new))
        findDistantMoves(&steps)
        steps = withParted(steps)
        for index in moves.indices { moves[index].steps = withParted(moves[index].steps) }
        return steps
    }

    // MARK: Members

    /// The parts of a stretch that stand side by side, each with all that belongs to it.
    private static func members(of range: Range<Int>, in units: [ClauseUnit]) -> [Range<Int>] {
        var members: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            members.append(index..<units[index].end)
            index = units[index].end
        }
        return members
    }

    /// A section's own paragraph, and what belongs to it.
    private static func parts(of member: Range<Int>, in units: [ClauseUnit]) -> [Range<Int>] {
        [member.prefix(1)] + members(of: member.dropFirst(), in: units)
    }

    /// Compares what stands side by side.
    private mutating func compare(_ before: [Range<Int>], _ after: [Range<Int>]) -> [Step] {
        let pairs = pairs(before, after)
        let run = IncreasingRun.longest(in: pairs.map(\.new))
        let anchors = run.map { pairs[$0] }
        let settled = Set(run)
        var movedAway: [Int: Int] = [:]
        var movedHere: [Int: Int] = [:]
        for (index, pair) in pairs.enumerated() where !settled.contains(index) {
            let (from, to) = (before[pair.old], after[pair.new])
            guard isWorthMoving(from) else { continue }
            movedAway[pair.old] = move(from, to)
            movedHere[pair.new] = movedAway[pair.old]
        }
        var steps: [Step] = []
        var start = (old: 0, new: 0)
        for anchor in anchors + [(before.count, after.count)] {
            fill(
                (start.old..<anchor.old).map { (before[$0], movedAway[$0]) },
                (start.new..<anchor.new).map { (after[$0], movedHere[$0]) }, &steps)
            if anchor.old < before.count {
                steps += match(before[anchor.old], after[anchor.new])
            }
            start = (anchor.old + 1, anchor.new + 1)
        }
        return steps
    }

    /// Records a move, and compares what is inside.
    mutating func move(_ from: Range<Int>, _ to: Range<Int>) -> Int {
        let index = moves.count
        moves.append(Move(old: from, new: to))
        let steps = match(from, to)
        moves[index].steps = steps
        return index
    }

    /// Whether a part says enough to be told from others of its kind: a section, or some words.
    private func isWorthMoving(_ range: Range<Int>) -> Bool {
        range.count > 1 || !old[range.lowerBound].title.isEmpty
            || old[range.lowerBound].body.utf8.count >= 12
    }

    /// Compares two parts that stand for each other.
    private mutating func match(_ before: Range<Int>, _ after: Range<Int>) -> [Step] {
        if keys.old[before] == keys.new[after], before.count == after.count {
            return zip(before, after).map { Step.same($0, $1) }
        }
        if before.count == 1, after.count == 1 {
            return [.pair(before.lowerBound, after.lowerBound)]
        }
        return compare(Self.parts(of: before, in: old), Self.parts(of: after, in: new))
    }

    /// What can stand for nothing else: parts that are the same, then those with the same first
    /// paragraph, then those called the same; sorted by their old places.
    private func pairs(_ before: [Range<Int>], _ after: [Range<Int>]) -> [(old: Int, new: Int)] {
        var pairs: [(old: Int, new: Int)] = []
        var left = (old: Array(before.indices), new: Array(after.indices))
        func join(_ oldKey: (Range<Int>) -> Int, _ newKey: (Range<Int>) -> Int) {
            guard !left.old.isEmpty, !left.new.isEmpty else { return }
            let places = Self.unique(left.new, by: { newKey(after[$0]) })
            var found: [Int: Int] = [:]
            for (key, index) in Self.unique(left.old, by: { oldKey(before[$0]) }) {
                if let place = places[key] { found[index] = place }
            }
            pairs += found.map { ($0.key, $0.value) }
            let taken = Set(found.values)
            left.old.removeAll { found[$0] != nil }
            left.new.removeAll(where: taken.contains)
        }
        join({ keys.old[$0] }, { keys.new[$0] })
        join({ keys.old.own($0) }, { keys.new.own($0) })
        join({ keys.old.title($0) }, { keys.new.title($0) })
        return pairs.sorted { $0.old < $1.old }
    }

    /// The values of the indices that no other one has; 0 is the key of what has none.
    static func unique(_ indices: [Int], by key: (Int) -> Int) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for index in indices {
            let key = key(index)
            if key != 0 { places[key] = places[key] == nil ? index : -1 }
        }
        return places.filter { $0.value >= 0 }
    }

    // MARK: Gaps

    private typealias Part = (range: Range<Int>, move: Int?)

    /// Fills the gap between two parts that stand for each other.
    private mutating func fill(_ before: [Part], _ after: [Part], _ steps: inout [Step]) {
        var (away, here) = (before[...], after[...])
        func passMoves(_ steps: inout [Step]) {
            while let part = away.first, let move = part.move {
                steps += part.range.map { .movedFrom($0, move: move) }
                away.removeFirst()
            }
            while let part = here.first, let move = part.move {
                steps += part.range.map { .movedTo($0, move: move) }
                here.removeFirst()
            }
        }
        let stays = (
            old: before.filter { $0.move == nil }.map(\.range),
            new: after.filter { $0.move == nil }.map(\.range)
        )
        for step in align(stays.old, stays.new) {
            passMoves(&steps)
            switch step {
            case .same(let i, let j), .pair(let i, let j):
                steps += match(stays.old[i], stays.new[j])
                away.removeFirst()
                here.removeFirst()
            case .removed(let i):
                steps += stays.old[i].map(Step.removed)
                away.removeFirst()
            case .added(let j):
                steps += stays.new[j].map(Step.added)
                here.removeFirst()
            }
        }
        passMoves(&steps)
    }

    private mutating func align(
        _ before: [Range<Int>], _ after: [Range<Int>]
    ) -> [Alignment.Step] {
        // The first paragraphs of a part tell what it is about.
        func words(_ range: Range<Int>, _ units: [ClauseUnit]) -> [String] {
            range.prefix(8).flatMap { Token.words(of: units[$0].body) }
        }
        let (old, new) = (old, new)
        return Alignment.steps(
            before.map { keys.old[$0] }, after.map { keys.new[$0] },
            oldWords: { words(before[$0], old) }, newWords: { words(after[$0], new) },
            budget: &budget)
    }
}
