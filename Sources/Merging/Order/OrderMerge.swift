/// Merges the orders that two sides gave to the names of a list.
///
/// What neither side moved stays, and whatever one side moved or added stands behind the same
/// neighbour as there. Both moving one item apart, both putting something into one gap, and moves
/// that undo each other are for people to decide.
struct OrderMerge {
    /// One step through the result.
    enum Step: Equatable {
        /// An item.
        case item(String)
        /// An item that the other side put elsewhere; it stands at both places until decided.
        case apart(String, Side)
        /// What both sides put into one gap, where nobody said what comes first.
        case contested(left: [String], right: [String])
    }

    /// One of the two sides.
    enum Side: Hashable { case left, right }

    /// Whose word counts where the sides disagree.
    enum Preference { case left, right, base }

    /// The result, in order.
    private(set) var steps: [Step] = []
    /// Whether moves of the sides undo each other.
    private(set) var isCrossed = false

    private let base: [String]
    private let sides: [Side: [String]]
    private let whose: (String) -> Preference?
    private var moved: [Side: Set<String>] = [:]
    private var stable: Set<String> = []
    private let preference: Preference?

    /// Merges orders of the names that are to be in the result, which are alive. No name is in one order
    /// twice, and each is in at least one of them.
    ///
    /// Where the sides disagree, the order of whom is preferred counts; with that of the base, nothing
    /// stands in a gap that both filled. `whose` says who decides where a name goes that both put
    /// elsewhere.
    init(
        base: [String], left: [String], right: [String], alive: Set<String>,
        preference: Preference? = nil, whose: @escaping (String) -> Preference? = { _ in nil }
    ) {
        self.base = base.filter(alive.contains)
        // What one side removed and the other one keeps has not been moved by either.
        var left = Self.complete(left.filter(alive.contains), with: self.base)
        var right = Self.complete(right.filter(alive.contains), with: self.base)
        if preference == .left || preference == .base { right = Self.reset(right, to: self.base) }
        if preference == .right || preference == .base { left = Self.reset(left, to: self.base) }
        sides = [.left: left, .right: right]
        self.whose = whose
        self.preference = preference
        run()
    }

    /// An order with the names of another one that it lacks, each behind the one before it there
    /// that did not move.
    private static func complete(_ order: [String], with base: [String]) -> [String] {
        let present = Set(order)
        guard base.contains(where: { !present.contains($0) }) else { return order }
        let common = base.filter(present.contains)
        let places = Dictionary(uniqueKeysWithValues: common.enumerated().map { ($1, $0) })
        let run = KeptRun.longest(in: order.compactMap { places[$0] }) { _ in false }
        let known = order.filter { places[$0] != nil }
        let kept = Set(run.map { known[$0] })
        var behind: [String?: [String]] = [:]
        var anchor: String?
        for name in base {
            if kept.contains(name) {
                anchor = name
            } else if !present.contains(name) {
                behind[anchor, default: []].append(name)
            }
        }
        return (behind[nil] ?? []) + order.flatMap { [$0] + (behind[$0] ?? []) }
    }

    /// An order with the names of the base in the order of the base, and all others behind the
    /// same neighbour as before.
    private static func reset(_ order: [String], to base: [String]) -> [String] {
        let known = Set(base)
        var behind: [String?: [String]] = [:]
        var anchor: String?
        for name in order {
            if known.contains(name) {
                anchor = name
            } else {
                behind[anchor, default: []].append(name)
            }
        }
        return (behind[nil] ?? []) + base.flatMap { [$0] + (behind[$0] ?? []) }
    }

    // MARK: Merging

    private var left: [String] { sides[.left] ?? [] }
    private var right: [String] { sides[.right] ?? [] }

    private mutating func run() {
        if left == right || right == base { return steps = left.map(Step.item) }
        if left == base { return steps = right.map(Step.item) }
        // Two neighbours that changed places can be told as a move of either. What brings the
        // sides together is what they can have meant.
        attempt(Reading())
        for reading in Reading.others where trouble > 0 {
            var other = self
            other.attempt(reading)
            if other.trouble < trouble { self = other }
        }
    }

    /// A way to tell which items were moved, where there are several.
    private struct Reading {
        /// Whether a side rather moves what the other one leaves alone.
        var sparesOthers = true
        /// Whether a side rather moves items to the back.
        var isLater: [Side: Bool] = [:]

        static let others = [true, false].flatMap { sparesOthers in
            [(false, false), (false, true), (true, false), (true, true)].map {
                Reading(sparesOthers: sparesOthers, isLater: [.left: $0.0, .right: $0.1])
            }
        }
    }

    private mutating func attempt(_ reading: Reading) {
        let places = Dictionary(uniqueKeysWithValues: base.enumerated().map { ($1, $0) })
        (steps, isCrossed) = ([], false)
        findMoves(places, reading)
        stable = Set(base).subtracting(moved[.left] ?? []).subtracting(moved[.right] ?? [])
        let gaps = (left: self.gaps(of: .left, places), right: self.gaps(of: .right, places))
        for anchor in [nil] + base.filter(stable.contains).map(Optional.some) {
            if let anchor { steps.append(.item(anchor)) }
            merge(gaps.left[anchor] ?? [], gaps.right[anchor] ?? [])
        }
        markApart()
        if preference == nil { checkCrossings(places) }
    }

    /// How much is left for people to decide: nothing, the place of items, gaps, or everything.
    private var trouble: Int {
        if isCrossed { return 3 }
        return steps.reduce(0) { most, step in
            switch step {
            case .item: most
            case .apart: max(most, 1)
            case .contested: 2
            }
        }
    }

    /// Which items each side moved: as few as can be.
    private mutating func findMoves(_ places: [String: Int], _ reading: Reading) {
        func moves(_ side: Side, sparing others: Set<String>) -> Set<String> {
            let order = (sides[side] ?? []).compactMap { places[$0] }
            let isLater = reading.isLater[side] ?? false
            let values = isLater ? order.reversed().map { order.count - 1 - $0 } : order
            let run = KeptRun.longest(in: values) { value in
                others.contains(base[isLater ? order.count - 1 - value : value])
            }
            let kept = run.map { base[isLater ? order[order.count - 1 - $0] : order[$0]] }
            return Set(base).subtracting(kept)
        }
        let (left, right) = (moves(.left, sparing: []), moves(.right, sparing: []))
        moved = [.left: left, .right: right]
        guard reading.sparesOthers else { return }
        moved = [.left: moves(.left, sparing: right), .right: moves(.right, sparing: left)]
    }

    /// What a side put behind each item that stays, in its order.
    private func gaps(of side: Side, _ places: [String: Int]) -> [String?: [String]] {
        let other: Side = side == .left ? .right : .left
        let others = Set(sides[other] ?? [])
        var gaps: [String?: [String]] = [:]
        var anchor: String?
        for name in sides[side] ?? [] {
            if stable.contains(name) {
                anchor = name
            } else if isPlaced(name, by: side, places) {
                let isPlacedTwice = others.contains(name) && isPlaced(name, by: other, places)
                if isPlacedTwice, let whose = whose(name) {
                    let decided: Preference = side == .left ? .left : .right
                    let isNew = places[name] == nil && whose == .base && side == .left
                    guard whose == decided || isNew else { continue }
                }
                gaps[anchor, default: []].append(name)
            }
        }
        guard side == .left else { return gaps }
        for (place, name) in base.enumerated()
        where isPlaced(name, by: .left, places) && isPlaced(name, by: .right, places)
            && whose(name) == .base
        {
            gaps[base.prefix(place).last(where: stable.contains), default: []].append(name)
        }
        return gaps
    }

    /// Whether a side moved or added a name.
    private func isPlaced(_ name: String, by side: Side, _ places: [String: Int]) -> Bool {
        places[name] == nil || moved[side]?.contains(name) == true
    }

    /// Merges what both sides put into one gap.
    private mutating func merge(_ left: [String], _ right: [String]) {
        let (inLeft, inRight) = (Set(left), Set(right))
        let common = left.filter(inRight.contains)
        guard common == right.filter(inLeft.contains) else { return contest(left, right) }
        var (left, right) = (left[...], right[...])
        for name in common {
            let parts = (left.prefix { $0 != name }, right.prefix { $0 != name })
            join(Array(parts.0), Array(parts.1))
            steps.append(.item(name))
            left = left.dropFirst(parts.0.count + 1)
            right = right.dropFirst(parts.1.count + 1)
        }
        join(Array(left), Array(right))
    }

    /// Takes what one side alone has between two common names.
    private mutating func join(_ left: [String], _ right: [String]) {
        if !left.isEmpty, !right.isEmpty { return contest(left, right) }
        steps += (left + right).map(Step.item)
    }

    private mutating func contest(_ left: [String], _ right: [String]) {
        switch preference {
        case .left: steps += (left + right.filter { !left.contains($0) }).map(Step.item)
        case .right: steps += (right + left.filter { !right.contains($0) }).map(Step.item)
        case .base: break
        case nil: steps.append(.contested(left: left, right: right))
        }
    }

    /// Marks the items that stand at two places.
    private mutating func markApart() {
        var counts: [String: Int] = [:]
        for step in steps {
            switch step {
            case .item(let name): counts[name, default: 0] += 1
            case .contested(let left, let right):
                for name in Set(left + right) { counts[name, default: 0] += 1 }
            case .apart: break
            }
        }
        guard counts.values.contains(where: { $0 > 1 }) else { return }
        let leftAnchors = anchors(in: left)
        var anchor: String?
        steps = steps.map { step in
            guard case .item(let name) = step else { return step }
            if stable.contains(name) { anchor = name }
            guard counts[name] ?? 0 > 1 else { return step }
            return .apart(name, leftAnchors[name] == .some(anchor) ? .left : .right)
        }
    }

    /// The item that stays before each one that does not.
    private func anchors(in order: [String]) -> [String: String?] {
        var anchors: [String: String?] = [:]
        var anchor: String?
        for name in order {
            if stable.contains(name) { anchor = name } else { anchors[name] = .some(anchor) }
        }
        return anchors
    }

    /// Looks for pairs that a side turned round and that stand as before all the same. An item that
    /// passed one that stays has got where it was to go, whatever else it passed on its way.
    private mutating func checkCrossings(_ places: [String: Int]) {
        let before = anchors(in: base)
        /// The items that a side moved past such only as the other side moved.
        func near(_ side: Side) -> [String] {
            let after = anchors(in: sides[side] ?? [])
            return (moved[side] ?? []).filter { before[$0] == after[$0] }
        }
        let (ones, others) = (near(.left), near(.right))
        guard !ones.isEmpty || !others.isEmpty else { return }
        func order(_ names: [String]) -> [String: Int] {
            Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
        }
        let result = order(
            steps.compactMap { if case .item(let name) = $0 { name } else { nil } })
        /// Whether a side turned a pair round, and it stands as before.
        func isUndone(_ one: String, _ other: String, by order: [String: Int]) -> Bool {
            guard one != other, let i = places[one], let j = places[other], let x = result[one],
                let y = result[other], let a = order[one], let b = order[other]
            else { return false }
            return (a < b) != (i < j) && (x < y) == (i < j)
        }
        let (inLeft, inRight) = (order(left), order(right))
        isCrossed =
            ones.contains { one in
                (moved[.right] ?? []).contains { isUndone(one, $0, by: inLeft) }
            }
            || others.contains { one in
                (moved[.left] ?? []).contains { isUndone(one, $0, by: inRight) }
            }
    }
}
