internal import Terms

/// What is divided together in the end: a stream in a year of the agreement.
struct Pot: Hashable, Comparable {
    let year: Int
    let stream: Int

    static func < (left: Pot, right: Pot) -> Bool {
        (left.year, left.stream) < (right.year, right.stream)
    }
}

/// An amount that is divided by one split.
private struct Slice {
    let rule: Line.Rule
    let amount: Int64
    let split: Split
}

extension CurrencyDivision {
    /// Divides what a stream has left in a year, by steps of its years.
    mutating func split(_ amounts: [Int: Int64], of pot: Pot) {
        let stream = pot.stream < terms.streams.count ? terms.streams[pot.stream] : nil
        let time = Line.Time.year(pot.year, terms.calendar.span(ofYear: pot.year))
        let key = SharedFigures.StreamYear(stream: stream?.id ?? "", year: pot.year)
        let slices = slices(of: amounts, in: stream, after: shared.divided[key] ?? 0)
        shared.divided[key, default: 0] += amounts.values.reduce(0, +)
        for slice in slices {
            write(
                slice.rule, slice.split.path, time,
                [Line.Source(stream: stream?.id, amount: slice.amount)], slice.amount,
                slice.split.divide(slice.amount))
        }
        guard let stream else { return }
        var parts = shared.received[key] ?? [:]
        defer { shared.received[key] = parts }
        if let cap = stream.cap, cap.money.currency == currency {
            let moved = capped(slices, by: cap, among: stream.division.parties, &parts)
            writeMove(.cap(of: cap.money.minorUnits, party: cap.party), cap, stream, time, moved)
        } else {
            for part in slices.flatMap({ $0.split.divide($0.amount) }) { add(part, to: &parts) }
        }
        guard let floor = stream.floor, floor.money.currency == currency else { return }
        let moved = lifted(parts, to: floor, among: stream.division.parties, in: key)
        writeMove(
            .floor(of: floor.money.minorUnits, party: floor.party), floor, stream, time, moved)
        if shared.divided[key] ?? 0 < floor.money.minorUnits { missed.insert(floor) }
    }

    private func slices(
        of amounts: [Int: Int64], in stream: StreamTerms?, after before: Int64
    ) -> [Slice] {
        let whole = amounts.values.reduce(0, +)
        switch stream?.division {
        case nil:
            guard let split = terms.finalShares else { return [] }
            return [Slice(rule: .finalShares, amount: whole, split: split)]
        case .always(let split):
            return [Slice(rule: .shares, amount: whole, split: split)]
        case .byYear(let steps):
            return steps.enumerated().map { index, step in
                Slice(
                    rule: .years(
                        from: step.from, to: Self.end(of: index, in: steps).map { $0 - 1 }),
                    amount: amounts[index] ?? 0, split: step.split)
            }
        case .byAmount(let steps):
            return steps.enumerated().map { index, step in
                let end = Self.end(of: index, in: steps)
                // More given back than received is divided as the first money was.
                func part(of whole: Int64) -> Int64 {
                    let top = min(whole, end ?? whole)
                    return index == 0 ? top : max(0, top - step.from)
                }
                return Slice(
                    rule: .tier(from: step.from, to: end),
                    amount: part(of: before + whole) - part(of: before), split: step.split)
            }
        }
    }

    private static func end(of index: Int, in steps: [StreamTerms.Step]) -> Int64? {
        index + 1 < steps.count ? steps[index + 1].from : nil
    }

    // MARK: Bounds

    /// What moves because a party receives no more than its most: of each slice, what is above it
    /// goes to the others by their shares of that slice.
    private func capped(
        _ slices: [Slice], by cap: StreamTerms.Bound, among all: [String],
        _ parts: inout [String: Int64]
    ) -> [Part] {
        var moved: [String: Int64] = [:]
        // What is given back comes first, so that it makes room.
        for slice in slices.filter({ $0.amount < 0 }) + slices.filter({ $0.amount > 0 }) {
            for part in slice.split.divide(slice.amount) { add(part, to: &parts) }
            let excess = (parts[cap.party] ?? 0) - cap.money.minorUnits
            guard excess > 0 else { continue }
            let others = slice.split.without(cap.party, among: all)
            for part in others.divide(excess) + [Part(.party(cap.party), -excess)] {
                add(part, to: &moved)
                add(part, to: &parts)
            }
        }
        return moved.map { Part(.party($0.key), $0.value) }
    }

    /// What moves so that a party receives its least, or all there is: the others share the rest in
    /// proportion to what they had. What has moved already under another version counts.
    private mutating func lifted(
        _ parts: [String: Int64], to floor: StreamTerms.Bound, among all: [String],
        in key: SharedFigures.StreamYear
    ) -> [Part] {
        let whole = parts.values.reduce(0, +)
        let least = min(floor.money.minorUnits, whole)
        let has = parts[floor.party] ?? 0
        let others = all.filter { $0 != floor.party }
        var moved: [String: Int64] = [:]
        if least > has, !others.isEmpty {
            let rest = Apportionment.divide(
                whole - least, by: others.map { max(0, parts[$0] ?? 0) })
            moved[floor.party] = least - has
            for (other, amount) in zip(others, rest) { moved[other] = amount - (parts[other] ?? 0) }
        }
        let before = shared.lifted.updateValue(moved, forKey: key) ?? [:]
        return Set(moved.keys).union(before.keys).sorted().map {
            Part(.party($0), (moved[$0] ?? 0) - (before[$0] ?? 0))
        }
    }

    private mutating func writeMove(
        _ rule: Line.Rule, _ bound: StreamTerms.Bound, _ stream: StreamTerms, _ time: Line.Time,
        _ moved: [Part]
    ) {
        write(rule, bound.path, time, [Line.Source(stream: stream.id, amount: 0)], 0, moved)
    }

    private func add(_ part: Part, to parts: inout [String: Int64]) {
        guard case .party(let party) = part.recipient else { return }
        parts[party, default: 0] += part.amount
    }
}
