internal import Redline
internal import Terms

/// Merges a text: paragraphs, and sentence by sentence those that both sides changed.
///
/// What comes of it is looked at as a whole, with the left side taken wherever people have to
/// decide, and with the right one. Where that would say a thing twice or leave it out, or put it
/// under a heading that nobody put it under, the decision is about all of that stretch of the text.
struct ProseMerge {
    private typealias Spot = MergedProse.Spot
    private typealias Stretch = Stretches.Stretch

    private var merged = MergedProse()
    private var budget: Budget
    /// How many decisions there are so far.
    private var spots = 0

    /// Merges three texts. Each side has changed some words.
    static func merge(
        base: ProseText, left: ProseText, right: ProseText, budget: inout Budget
    ) -> MergedProse {
        let whole = named(base.paragraphs, left.paragraphs, right.paragraphs, &budget)
        let check = ProseCheck(
            base: base, left: left, right: right, whole: whole, budget: &budget)
        var stretches = Replacements.joined(Stretches.all(in: whole), &budget)
        let tail = left.tail == base.tail ? right.tail : left.tail
        var rounds = 0
        while true {
            rounds += 1
            var merge = ProseMerge(budget: budget)
            merge.merged.tail = tail
            let parts = stretches.map { stretch, isOneSpot in
                let start = merge.merged.pieces.count
                if isOneSpot {
                    merge.addAll(of: stretch, isSentence: false)
                } else {
                    merge.merge(stretch, isSentence: false)
                }
                return start..<merge.merged.pieces.count
            }
            let wrong = check.wrong(in: merge.merged)
            let range =
                wrong.isEmpty
                ? merge.neighbours(parts, areOneSpot: stretches.map(\.isOneSpot))
                : contested(stretches.map(\.stretch), by: wrong, check)
            guard var range, stretches.count > 1 || stretches.contains(where: { !$0.isOneSpot })
            else {
                budget = merge.budget
                return merge.merged
            }
            if range.count == 1 && stretches[range.lowerBound].isOneSpot || rounds == maximum {
                range = stretches.indices
            }
            let one = Stretch.joined(stretches[range].map(\.stretch))
            stretches.replaceSubrange(range, with: [(one, true)])
        }
    }

    /// From the first to the last stretch in which something is wrong.
    private static func contested(
        _ stretches: [Stretch], by wrong: Set<String>, _ check: ProseCheck
    ) -> Range<Int>? {
        let contested = stretches.indices.filter { index in
            let stretch = stretches[index]
            return [stretch.base, stretch.left, stretch.right].contains { side in
                side.units.contains { unit in
                    check.sentences(of: unit.text).contains {
                        wrong.contains($0) || wrong.contains(check.origin(of: $0))
                    }
                }
            }
        }
        return (contested.first ?? 0)..<(contested.last ?? stretches.count - 1) + 1
    }

    /// A stretch about all of which a decision is, and the next one that begins or ends with what is
    /// undecided: nothing stands between them.
    private func neighbours(_ parts: [Range<Int>], areOneSpot: [Bool]) -> Range<Int>? {
        let indices = parts.indices.filter { !parts[$0].isEmpty }
        func isSpot(_ index: Int) -> Bool {
            if case .spot = merged.pieces[index] { true } else { false }
        }
        func meet(_ one: Int, _ next: Int) -> Bool {
            isSpot(parts[one].upperBound - 1) && isSpot(parts[next].lowerBound)
        }
        let pairs = Array(zip(indices, indices.dropFirst()))
        let first = pairs.firstIndex { one, next in
            (areOneSpot[one] || areOneSpot[next]) && meet(one, next)
        }
        guard let first else { return nil }
        let run = pairs[first...].prefix(while: meet)
        return pairs[first].0..<(run.last ?? pairs[first]).1 + 1
    }

    /// After so many rounds, one decision is about all of the text.
    private static let maximum = 12

    private init(budget: Budget) { self.budget = budget }

    // MARK: Units

    private static func named(
        _ base: [ProseUnit], _ left: [ProseUnit], _ right: [ProseUnit], _ budget: inout Budget
    ) -> Stretch {
        let texts = base.map(\.text)
        func side(_ units: [ProseUnit]) -> Stretches.Side {
            .init(
                names: Naming.side(units.map(\.text), base: texts, budget: &budget), units: units)
        }
        return Stretch(
            base: .init(names: Naming.base(base.count), units: base), left: side(left),
            right: side(right))
    }

    private mutating func merge(_ stretch: Stretch, isSentence: Bool) {
        func units(_ side: Stretches.Side) -> [String: ProseUnit] {
            Dictionary(zip(side.names, side.units)) { first, _ in first }
        }
        let names = stretch.base.names
        let (inLeft, inRight) = (stretch.left.names, stretch.right.names)
        let (old, mine, other) = (units(stretch.base), units(stretch.left), units(stretch.right))
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
            return addAll(of: stretch, isSentence: isSentence)
        }
        let apart = Set(order.steps.compactMap { if case .apart(let n, _) = $0 { n } else { nil } })
        let numbers = numbers(of: apart, in: stretch)
        let items = Set(order.steps.compactMap { if case .item(let n) = $0 { n } else { nil } })
        var moved: [String?: [String]] = [:]
        var anchor: String?
        for name in names {
            if apart.contains(name) {
                moved[anchor, default: []].append(name)
            } else if items.contains(name) {
                anchor = name
            }
        }
        /// Those that both moved, at the place where they were before.
        func addMoved(behind name: String?) {
            for name in moved[name] ?? [] {
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

    /// Which decision each unit is part of that both sides moved: what stands together on all sides
    /// has moved together.
    private mutating func numbers(of apart: Set<String>, in stretch: Stretch) -> [String: Int] {
        let behind = [stretch.base, stretch.left, stretch.right].map { side in
            Dictionary(zip(side.names.dropFirst(), side.names)) { first, _ in first }
        }
        var numbers: [String: Int] = [:]
        for name in stretch.base.names where apart.contains(name) {
            if let before = behind[0][name], apart.contains(before),
                behind.allSatisfy({ $0[name] == before })
            {
                numbers[name] = numbers[before]
            } else {
                spots += 1
                numbers[name] = spots
            }
        }
        return numbers
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
                add(unit.source, lead: lead)
            }
            return
        }
        if left.text == right.text || right.text == base?.text {
            let isRight = left.text == base?.text && left.source == base?.source
            add(isRight ? right.source : left.source, lead: lead)
        } else if left.text == base?.text {
            add(right.source, lead: lead)
        } else if let base, !isSentence, left.continues(base, &budget),
            right.continues(base, &budget)
        {
            merged.pieces.append(.paragraph(lead: lead))
            let sentences = Self.named(base.sentences, left.sentences, right.sentences, &budget)
            merge(sentences, isSentence: true)
        } else {
            add(
                Spot(
                    kind: .changed, lead: lead, base: base?.source ?? "", left: left.source,
                    right: right.source))
        }
    }

    // MARK: Pieces

    /// What stands before a unit; the first sentence of a paragraph has what stands before that.
    private func lead(of unit: ProseUnit, isSentence: Bool) -> String {
        if isSentence { return unit.lead.isEmpty ? " " : unit.lead }
        if merged.pieces.isEmpty { return String(unit.lead.drop { $0 == "\n" }) }
        return unit.lead.contains("\n") ? unit.lead : "\n\n" + unit.lead
    }

    private mutating func add(_ source: String, lead: String) {
        merged.pieces.append(.text(lead: lead, source: source))
    }

    private mutating func add(_ spot: MergedProse.Spot) {
        var spot = spot
        if spot.number == 0 {
            spots += 1
            spot.number = spots
        }
        merged.pieces.append(.spot(spot))
    }

    /// Adds one decision about all of a stretch.
    private mutating func addAll(of stretch: Stretches.Stretch, isSentence: Bool) {
        let sides = [stretch.left, stretch.right, stretch.base]
        guard let first = sides.lazy.compactMap(\.units.first).first else { return }
        let lead = lead(of: first, isSentence: isSentence)
        let texts = sides.map { Self.joined($0.units) }
        if texts[0] == texts[1] { return add(texts[0], lead: lead) }
        add(Spot(kind: .changed, lead: lead, base: texts[2], left: texts[0], right: texts[1]))
    }

    private static func joined(_ units: [ProseUnit]) -> String {
        units.enumerated().map { index, unit in
            index == 0 ? unit.source : (unit.lead.isEmpty ? " " : unit.lead) + unit.source
        }.joined()
    }
}
