internal import Redline
internal import Terms

/// What a merge has been told and what it has found so far.
struct MergeContext {
    /// What has been decided, by path.
    let choices: [TermPath: MergeChoice]
    /// What has to be decided.
    var conflicts: [MergeConflict] = []
    /// The texts that both sides changed.
    var flags: [MergeFlag] = []
    var budget: Budget

    init(choices: [TermPath: MergeChoice], budget: Budget = Budget()) {
        (self.choices, self.budget) = (choices, budget)
    }

    mutating func report(
        _ kind: MergeConflict.Kind, at place: Place, base: MergeConflict.Version,
        left: MergeConflict.Version, right: MergeConflict.Version, finding: Finding? = nil
    ) {
        conflicts.append(
            MergeConflict(
                path: place.path, label: place.label, kind: kind, base: base, left: left,
                right: right, names: .unnamed, finding: finding))
    }

    /// Merges a text and decides, by what was chosen, what both sides changed differently. What
    /// stays undecided stands between marks.
    ///
    /// - Returns: The text, and whether all of it is decided.
    mutating func prose(
        base: ProseText, left: ProseText, right: ProseText, at place: Place
    ) -> (text: String, isDecided: Bool) {
        var isDecided = true
        let pieces = ProseMerge.pieces(base: base, left: left, right: right, budget: &budget)
        let spots = pieces.compactMap { if case .spot(let spot) = $0 { spot } else { nil } }
        let count = Set(spots.map(\.number)).count
        if count == 0 { flags.append(MergeFlag(path: place.path, label: place.label)) }
        var text = ""
        var told: Set<Int> = []
        var isBehindMarks = false
        func add(_ part: String) {
            // The last mark has its line for itself.
            if isBehindMarks, part.first != "\n" { text += "\n" }
            isBehindMarks = false
            text += part
        }
        for piece in pieces {
            switch piece {
            case .text(let part): add(part)
            case .spot(let spot):
                let spotPlace = count == 1 ? place : place.item(String(spot.number))
                let isFirst = told.insert(spot.number).inserted
                if let choice = choices[spotPlace.path] ?? (count == 1 ? nil : choices[place.path])
                {
                    let chosen = spot.text(choice, isFirst: isFirst)
                    if !chosen.isEmpty { add(spot.lead + chosen) }
                    continue
                }
                if isFirst { report(spots.filter { $0.number == spot.number }, at: spotPlace) }
                isDecided = false
                // Paragraphs stay apart: what is read again between the marks begins as it would.
                let breaks = spot.lead.count { $0 == "\n" }
                if !text.isEmpty {
                    let least = text.last == "\n" ? 0 : 1
                    text += String(repeating: "\n", count: max(breaks, least))
                }
                text += ConflictMarks.lines(
                    base: Self.lines(spot.base), left: Self.lines(spot.left),
                    right: Self.lines(spot.right)
                ).joined(separator: "\n")
                isBehindMarks = true
            }
        }
        if isBehindMarks { text += "\n" }
        // What stood at the top may be gone.
        if base.text.first != "\n" { text = String(text.drop { $0 == "\n" }) }
        return (text, isDecided)
    }

    /// Reports the places of one decision about a text.
    private mutating func report(_ spots: [ProseMerge.Spot], at place: Place) {
        func version(_ part: (ProseMerge.Spot) -> String) -> MergeConflict.Version {
            let text = spots.map(part).first { !$0.isEmpty }
            return text.map { .init(value: .scalar(.prose(Prose($0))), text: $0) } ?? .init()
        }
        let (left, right) = (version(\.left), version(\.right))
        let kind: MergeConflict.Kind =
            switch spots.first?.kind {
            case .gap?: .order
            case .moved?: .moved
            default: left.text == nil || right.text == nil ? .removed : .changed
            }
        report(kind, at: place, base: version(\.base), left: left, right: right)
    }

    private static func lines(_ text: String) -> [String] {
        text.isEmpty
            ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

extension ProseMerge.Spot {
    /// What stands there after a decision; `isFirst` says that it is the first of the places that the
    /// decision is about.
    func text(_ choice: MergeChoice, isFirst: Bool) -> String {
        switch choice {
        case .left: return kind == .gap ? left + space + right : left
        case .right: return kind == .gap ? right + space + left : right
        case .base: return base
        case .value(let text): return isFirst ? text : ""
        }
    }
}
