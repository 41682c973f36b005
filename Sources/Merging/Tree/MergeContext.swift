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
        left: MergeConflict.Version, right: MergeConflict.Version, finding: Finding? = nil,
        isInText: Bool = false, isAllOfText: Bool = false
    ) {
        conflicts.append(
            MergeConflict(
                path: place.path, label: place.label, kind: kind, base: base, left: left,
                right: right, names: .unnamed, finding: finding, isInText: isInText,
                isAllOfText: isAllOfText))
    }

    /// Merges a text and decides, by what was chosen, what both sides changed differently. What
    /// stays undecided stands between marks.
    ///
    /// - Returns: The text, and whether all of it is decided.
    mutating func prose(
        base: ProseText, left: ProseText, right: ProseText, at place: Place
    ) -> (text: String, isDecided: Bool) {
        var isDecided = true
        let merged = ProseMerge.merge(base: base, left: left, right: right, budget: &budget)
        let spots = merged.spots
        let count = Set(spots.map(\.number)).count
        if count == 0 { flags.append(MergeFlag(path: place.path, label: place.label)) }
        var writer = MergedProse.Writer()
        var told: Set<Int> = []
        for piece in merged.pieces {
            switch piece {
            case .paragraph(let lead): writer.begin(lead)
            case .text(let lead, let source): writer.add(source, lead: lead)
            case .spot(let spot):
                let spotPlace = count == 1 ? place : place.item(String(spot.number))
                let isFirst = told.insert(spot.number).inserted
                if let choice = choices[spotPlace.path] ?? (count == 1 ? nil : choices[place.path])
                {
                    writer.add(spot.text(choice, isFirst: isFirst), lead: spot.lead)
                    continue
                }
                if isFirst {
                    let places = spots.filter { $0.number == spot.number }
                    report(
                        places, at: spotPlace, isAllOfText: places.count == merged.pieces.count)
                }
                isDecided = false
                writer.add(undecided: spot)
            }
        }
        writer.end(merged.tail)
        // What stood at the top may be gone.
        let text = writer.text
        return (base.text.first == "\n" ? text : String(text.drop { $0 == "\n" }), isDecided)
    }

    /// Reports the places of one decision about a text.
    private mutating func report(
        _ spots: [MergedProse.Spot], at place: Place, isAllOfText: Bool
    ) {
        func version(_ part: (MergedProse.Spot) -> String) -> MergeConflict.Version {
            let texts = spots.map(part).filter { !$0.isEmpty }
            guard !texts.isEmpty else { return .init() }
            let text = texts.joined(separator: "\n\n")
            return .init(value: .scalar(.prose(Prose(text))), text: text)
        }
        let (left, right) = (version(\.left), version(\.right))
        let kind: MergeConflict.Kind =
            switch spots.first?.kind {
            case .gap?: .order
            case .moved?: .moved
            default: left.text == nil || right.text == nil ? .removed : .changed
            }
        report(
            kind, at: place, base: version(\.base), left: left, right: right, isInText: true,
            isAllOfText: isAllOfText)
    }
}
