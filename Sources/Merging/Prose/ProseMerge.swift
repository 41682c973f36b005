internal import Redline
internal import Terms

/// Merges a text: paragraphs, and sentence by sentence those that both sides changed.
struct ProseMerge {
    /// What both sides changed in one place, differently.
    struct Spot: Hashable {
        var base: String
        var left: String
        var right: String
        /// Whether both sides put something in, so that both texts can stand.
        var isGap = false
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

    /// Merges three texts. Each side has changed some words.
    static func pieces(
        base: String, left: String, right: String, budget: inout Budget
    ) -> [Piece] {
        var merge = ProseMerge(budget: budget)
        let (before, mine, other) = (
            ProseUnit.paragraphs(of: base), ProseUnit.paragraphs(of: left),
            ProseUnit.paragraphs(of: right)
        )
        merge.merge(before.units, mine.units, other.units, isSentence: false)
        merge.add(pick(before.tail, mine.tail, other.tail))
        budget = merge.budget
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
        /// What becomes of a unit that is to stand in a spot; nil where both sides changed it.
        func settled(_ name: String) -> ProseUnit? {
            guard let left = mine[name], let right = other[name] else {
                return mine[name] ?? other[name]
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
            return pieces.append(
                .spot(Spot(base: all(base), left: all(left), right: all(right))))
        }
        for step in order.steps {
            switch step {
            case .item(let name):
                merge(old[name], mine[name], other[name], isSentence: isSentence)
            case .apart(let name, let side):
                guard let unit = settled(name) else { continue }
                start(unit, isSentence: isSentence)
                let (here, there) = side == .left ? (unit.source, "") : ("", unit.source)
                pieces.append(.spot(Spot(base: "", left: here, right: there)))
            case .contested(let left, let right):
                let (ones, others) = (left.compactMap(settled), right.compactMap(settled))
                if let first = ones.first { start(first, isSentence: isSentence) }
                pieces.append(
                    .spot(
                        Spot(
                            base: "", left: Self.joined(ones), right: Self.joined(others),
                            isGap: true)))
            }
        }
    }

    private mutating func merge(
        _ base: ProseUnit?, _ left: ProseUnit?, _ right: ProseUnit?, isSentence: Bool
    ) {
        guard let left, let right else {
            guard let unit = left ?? right else { return }
            start(unit, isSentence: isSentence)
            if let base {
                // Removed here and changed there.
                pieces.append(
                    .spot(
                        Spot(
                            base: base.source, left: left?.source ?? "",
                            right: right?.source ?? "")))
            } else {
                add(unit.source)
            }
            return
        }
        var unit = left
        unit.lead = left.lead == base?.lead ? right.lead : left.lead
        start(unit, isSentence: isSentence)
        if left.text == right.text || right.text == base?.text {
            let isRight = left.text == base?.text && left.source == base?.source
            add(isRight ? right.source : left.source)
        } else if left.text == base?.text {
            add(right.source)
        } else if let base, !isSentence {
            merge(base.sentences, left.sentences, right.sentences, isSentence: true)
        } else {
            pieces.append(
                .spot(
                    Spot(base: base?.source ?? "", left: left.source, right: right.source)))
        }
    }

    // MARK: Pieces

    /// Writes what stands before a unit.
    private mutating func start(_ unit: ProseUnit, isSentence: Bool) {
        var lead = unit.lead
        if isSentence {
            // The first sentence of a paragraph has no space before it, the others do.
            let isFirst = isStarted || pieces.isEmpty
            lead = isFirst ? "" : lead.isEmpty ? " " : lead
        } else if pieces.isEmpty {
            lead = String(lead.drop { $0 == "\n" })
        } else if !lead.contains("\n") {
            lead = "\n\n" + lead
        }
        add(lead)
        isStarted = !isSentence
    }

    private mutating func add(_ text: String) {
        guard !text.isEmpty else { return }
        if case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + text)
        } else {
            pieces.append(.text(text))
        }
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
