internal import Redline
internal import Terms

/// Merges a text: paragraphs, and sentence by sentence those that both sides changed.
struct ProseMerge {
    /// What both sides changed in one place, differently.
    struct Spot: Hashable {
        /// Which decision it is part of, from 1. What both moved stands at several places, and is
        /// decided once.
        var number = 0
        var kind: Kind
        /// What stands before it, if anything stands there.
        var lead = ""
        var base = ""
        var left = ""
        var right = ""
        /// What parts both texts, where both can stand.
        var space = " "

        /// What happened there.
        enum Kind: Hashable {
            /// Both changed it, or one did and the other removed it.
            case changed
            /// Both moved it; this is one of the places.
            case moved
            /// Both put something in, so that both texts can stand.
            case gap
        }
    }

    /// A stretch of the result.
    enum Piece: Hashable {
        case text(String)
        case spot(Spot)
    }

    /// The result, in order.
    private(set) var pieces: [Piece] = []
    private var budget: Budget
    /// Whether a paragraph has just been started.
    private var isStarted = false
    /// How many decisions there are so far.
    private var spots = 0
    /// Whether a side moved a paragraph or a sentence.
    private var hasMoves = false

    /// Merges three texts. Each side has changed some words.
    static func pieces(
        base: ProseText, left: ProseText, right: ProseText, budget: inout Budget
    ) -> [Piece] {
        var merge = ProseMerge(budget: budget)
        merge.merge(base.paragraphs, left.paragraphs, right.paragraphs, isSentence: false)
        let tail = pick(base.tail, left.tail, right.tail)
        budget = merge.budget
        if case .text(let text)? = merge.pieces.first, merge.pieces.count == 1 {
            let merged = ProseText(text + tail)
            if !SentenceCounts.agree(merged, base: base, left: left, right: right)
                || merge.hasMoves
                    && !SentencePlaces.agree(merged, base: base, left: left, right: right)
            {
                merge.pieces = []
                merge.add(
                    Spot(
                        kind: .changed, base: joined(base.paragraphs),
                        left: joined(left.paragraphs), right: joined(right.paragraphs)))
            }
        }
        merge.add(tail)
        return merge.pieces
    }

    private init(budget: Budget) { self.budget = budget }

    // MARK: Units

    private mutating func merge(
        _ base: [ProseUnit], _ left: [ProseUnit], _ right: [ProseUnit], isSentence: Bool
    ) {
        let texts = base.map(\.text)
        let names = Naming.base(base.count)
        let inLeft = Naming.side(left.map(\.text), base: texts, budget: &budget)
        let inRight = Naming.side(right.map(\.text), base: texts, budget: &budget)
        hasMoves =
            hasMoves
            || [inLeft, inRight].contains { side in
                let numbers = side.compactMap(Int.init)
                return zip(numbers, numbers.dropFirst()).contains(where: >)
            }
        func units(_ names: [String], _ units: [ProseUnit]) -> [String: ProseUnit] {
            Dictionary(zip(names, units)) { first, _ in first }
        }
        let (old, mine, other) = (units(names, base), units(inLeft, left), units(inRight, right))
        let alive = Set(inLeft + inRight + names).filter { name in
            guard let before = old[name] else { return true }
            switch (mine[name], other[name]) {
            case (nil, nil): return false
            case (let kept?, nil), (nil, let kept?): return kept.text != before.text
            default: return true
            }
        }
        let order = OrderMerge(base: names, left: inLeft, right: inRight, alive: alive)
        /// What becomes of a unit that is to stand in a spot; nil where that is undecided itself.
        func settled(_ name: String) -> ProseUnit? {
            guard let left = mine[name], let right = other[name] else {
                return old[name] == nil ? mine[name] ?? other[name] : nil
            }
            if left.text == right.text || right.text == old[name]?.text { return left }
            return left.text == old[name]?.text ? right : nil
        }
        let contested = order.steps.flatMap { step in
            switch step {
            case .item: [String]()
            case .apart(let name, _): [name]
            case .contested(let left, let right): left + right
            }
        }
        if order.isCrossed || contested.contains(where: { settled($0) == nil }) {
            func all(_ units: [ProseUnit]) -> String { Self.joined(units) }
            return add(Spot(kind: .changed, base: all(base), left: all(left), right: all(right)))
        }
        let apart = Set(order.steps.compactMap { if case .apart(let n, _) = $0 { n } else { nil } })
        var numbers: [String: Int] = [:]
        for name in names where apart.contains(name) {
            spots += 1
            numbers[name] = spots
        }
        /// Those that both moved, at the place where they were before.
        func addMoved(behind name: String?) {
            let next = name.flatMap(names.firstIndex).map { $0 + 1 } ?? 0
            for name in names[next...].prefix(while: apart.contains) {
                guard let unit = old[name] else { continue }
                let lead = lead(of: unit, isSentence: isSentence)
                add(
                    Spot(number: numbers[name] ?? 0, kind: .moved, lead: lead, base: unit.source))
            }
        }
        addMoved(behind: nil)
        for step in order.steps {
            switch step {
            case .item(let name):
                merge(old[name], mine[name], other[name], isSentence: isSentence)
                if old[name] != nil { addMoved(behind: name) }
            case .apart(let name, let side):
                guard let unit = settled(name) else { continue }
                var spot = Spot(number: numbers[name] ?? 0, kind: .moved)
                spot.lead = lead(of: unit, isSentence: isSentence)
                if side == .left { spot.left = unit.source } else { spot.right = unit.source }
                add(spot)
            case .contested(let left, let right):
                let (ones, others) = (left.compactMap(settled), right.compactMap(settled))
                let lead = ones.first.map { self.lead(of: $0, isSentence: isSentence) } ?? ""
                add(
                    Spot(
                        kind: .gap, lead: lead, left: Self.joined(ones),
                        right: Self.joined(others), space: isSentence ? " " : "\n\n"))
            }
        }
    }

    private mutating func merge(
        _ base: ProseUnit?, _ left: ProseUnit?, _ right: ProseUnit?, isSentence: Bool
    ) {
        guard var unit = left ?? right else { return }
        if let left, let right {
            unit.lead = left.lead == base?.lead ? right.lead : left.lead
        }
        let lead = lead(of: unit, isSentence: isSentence)
        guard let left, let right else {
            if let base {
                // Removed here and changed there.
                add(
                    Spot(
                        kind: .changed, lead: lead, base: base.source, left: left?.source ?? "",
                        right: right?.source ?? ""))
            } else {
                add(lead + unit.source)
            }
            return
        }
        if left.text == right.text || right.text == base?.text {
            let isRight = left.text == base?.text && left.source == base?.source
            add(lead + (isRight ? right.source : left.source))
        } else if left.text == base?.text {
            add(lead + right.source)
        } else if let base, !isSentence {
            add(lead)
            isStarted = true
            merge(base.sentences, left.sentences, right.sentences, isSentence: true)
        } else {
            add(
                Spot(
                    kind: .changed, lead: lead, base: base?.source ?? "", left: left.source,
                    right: right.source))
        }
    }

    // MARK: Pieces

    /// What stands before a unit.
    private mutating func lead(of unit: ProseUnit, isSentence: Bool) -> String {
        if isSentence {
            // The first sentence of a paragraph has no space before it, the others do.
            let isFirst = isStarted || pieces.isEmpty
            isStarted = false
            return isFirst ? "" : unit.lead.isEmpty ? " " : unit.lead
        }
        if pieces.isEmpty { return String(unit.lead.drop { $0 == "\n" }) }
        return unit.lead.contains("\n") ? unit.lead : "\n\n" + unit.lead
    }

    private mutating func add(_ spot: Spot) {
        var spot = spot
        if spot.number == 0 {
            spots += 1
            spot.number = spots
        }
        pieces.append(.spot(spot))
    }

    private mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        guard case .text(var before)? = pieces.last else { return pieces.append(.text(text)) }
        // Held once alone, it grows in place.
        pieces.removeLast()
        before += text
        pieces.append(.text(before))
    }

    private static func joined(_ units: [ProseUnit]) -> String {
        units.enumerated().map { index, unit in
            index == 0 ? unit.source : (unit.lead.isEmpty ? " " : unit.lead) + unit.source
        }.joined()
    }

    /// What one side changed; the left one where both did.
    private static func pick<T: Equatable>(_ base: T, _ left: T, _ right: T) -> T {
        left == base ? right : left
    }
}
