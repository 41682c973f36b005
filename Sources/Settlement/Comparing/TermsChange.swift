internal import Terms

/// A difference between two states of the terms that can be made by itself.
struct TermsChange {
    let path: TermPath
    private let change: @Sendable (inout CommercialTerms) -> Void

    func apply(to terms: CommercialTerms) -> CommercialTerms {
        var changed = terms
        change(&changed)
        return changed
    }

    /// All differences, in the order of the terms.
    static func all(from old: CommercialTerms, to new: CommercialTerms) -> [TermsChange] {
        settlement(from: old, to: new) + streams(from: old, to: new) + waterfall(from: old, to: new)
    }

    private static let commercials = TermPath(section: SectionName.commercials.rawValue)

    private static func settlement(
        from old: CommercialTerms, to new: CommercialTerms
    ) -> [TermsChange] {
        var changes: [TermsChange] = []
        if old.calendar != new.calendar {
            let isStart = old.calendar.starts != new.calendar.starts
            let path =
                isStart
                ? TermPath(section: SectionName.framework.rawValue).appending("term")
                : commercials.appending("settlement").appending("frequency")
            changes.append(TermsChange(path: path) { $0.calendar = new.calendar })
        }
        if old.invoicedBy != new.invoicedBy {
            changes.append(
                TermsChange(path: commercials.appending("settlement").appending("invoiced-by")) {
                    $0.invoicedBy = new.invoicedBy
                })
        }
        return changes
    }

    private static func streams(
        from old: CommercialTerms, to new: CommercialTerms
    ) -> [TermsChange] {
        let ids = old.streams.map(\.id)
        let added = new.streams.filter { !ids.contains($0.id) }
        let path = commercials.appending("streams")
        return ids.compactMap { id in
            let changed = new.streams.first { $0.id == id }
            guard changed != old.streams.first(where: { $0.id == id }) else { return nil }
            return TermsChange(path: path.appending(id)) { terms in
                guard let place = terms.streams.firstIndex(where: { $0.id == id }) else { return }
                terms.streams.replaceSubrange(place...place, with: changed.map { [$0] } ?? [])
            }
        }
            + added.map { stream in
                TermsChange(path: stream.path) { $0.streams.append(stream) }
            }
    }

    /// Step by step where the steps are the same ones in the same order; else all of them at once.
    private static func waterfall(
        from old: CommercialTerms, to new: CommercialTerms
    ) -> [TermsChange] {
        let path = commercials.appending("waterfall")
        var changes: [TermsChange] = []
        if old.steps.map(\.id) == new.steps.map(\.id) {
            for (place, step) in new.steps.enumerated() where step != old.steps[place] {
                changes.append(TermsChange(path: step.path) { $0.steps[place] = step })
            }
        } else {
            changes.append(TermsChange(path: path) { $0.steps = new.steps })
        }
        if old.finalShares != new.finalShares {
            let shares = (new.finalShares ?? old.finalShares)?.path.parent ?? path
            changes.append(TermsChange(path: shares) { $0.finalShares = new.finalShares })
        }
        return changes
    }
}
