internal import Redline
internal import Terms

/// What a merge has been told and what it has found so far.
struct MergeContext {
    /// The names of the sides.
    let names: MergeNames
    /// What has been decided, by path.
    let choices: [TermPath: MergeChoice]
    /// What has to be decided.
    var conflicts: [MergeConflict] = []
    /// The texts that both sides changed.
    var flags: [MergeFlag] = []
    var budget = Budget()

    init(names: MergeNames, choices: [TermPath: MergeChoice]) {
        (self.names, self.choices) = (names, choices)
    }

    mutating func report(
        _ kind: MergeConflict.Kind, at place: Place, base: MergeConflict.Version,
        left: MergeConflict.Version, right: MergeConflict.Version, finding: Finding? = nil
    ) {
        conflicts.append(
            MergeConflict(
                path: place.path, label: place.label, kind: kind, base: base, left: left,
                right: right, names: names, finding: finding))
    }

    /// Merges a text and decides, by what was chosen, what both sides changed differently. What
    /// stays undecided stands between marks.
    ///
    /// - Returns: The text, and whether all of it is decided.
    mutating func prose(
        base: String, left: String, right: String, at place: Place
    ) -> (text: String, isDecided: Bool) {
        let pieces = ProseMerge.pieces(base: base, left: left, right: right, budget: &budget)
        let spots = pieces.count { if case .spot = $0 { true } else { false } }
        if spots == 0 { flags.append(MergeFlag(path: place.path, label: place.label)) }
        var text = ""
        var number = 0
        var isDecided = true
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .spot(let spot):
                number += 1
                let place = spots == 1 ? place : place.item(String(number))
                if let chosen = choice(
                    at: place.path, or: spots == 1 ? nil : place.path.parent, of: spot)
                {
                    text += chosen
                    continue
                }
                isDecided = false
                func version(_ text: String) -> MergeConflict.Version {
                    text.isEmpty
                        ? .init() : .init(value: .scalar(.prose(Prose(text))), text: text)
                }
                report(
                    spot.isGap
                        ? .order
                        : spot.base.isEmpty
                            ? .moved
                            : spot.left.isEmpty || spot.right.isEmpty ? .removed : .changed,
                    at: place, base: version(spot.base), left: version(spot.left),
                    right: version(spot.right))
                if !text.isEmpty, text.last != "\n" { text += "\n" }
                text +=
                    ConflictMarks.lines(
                        names: (names.left, names.right), base: Self.lines(spot.base),
                        left: Self.lines(spot.left), right: Self.lines(spot.right)
                    ).joined(separator: "\n") + "\n"
            }
        }
        return (text, isDecided)
    }

    private func choice(at path: TermPath, or whole: TermPath?, of spot: ProseMerge.Spot) -> String?
    {
        guard let choice = choices[path] ?? whole.flatMap({ choices[$0] }) else { return nil }
        let gap = spot.isGap ? (spot.left.contains("\n") ? "\n\n" : " ") : nil
        switch choice {
        case .left: return spot.left + (gap.map { $0 + spot.right } ?? "")
        case .right: return spot.right + (gap.map { $0 + spot.left } ?? "")
        case .base: return spot.base
        case .value(let text): return text
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.isEmpty
            ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
