internal import Terms

extension RecordCheck {
    /// Steps of the ladder are taken in the agreed order, unless all sides leave one out.
    func ladder(_ draft: Draft) -> [Finding] {
        guard draft.kind.name == "disputes", let step = draft.value["step"]?.text,
            let ladder = DisputeLadder(draft.subject, in: book, terms: terms)
        else { return [] }
        guard ladder.steps.contains(where: { $0.id == step }) else {
            return [
                draft.finding(
                    "other-ladder", at: "step",
                    "the dispute `\(draft.subject)` is on a ladder without the step `\(step)`",
                    next: "Its steps: " + ladder.steps.map(\.id).joined(separator: ", "))
            ]
        }
        if draft.event.name == "step-ended", draft.earlier == nil,
            let known = ladder.steps.first(where: { $0.id == step }), known.state == .ahead
        {
            return [
                draft.finding(
                    "step-not-started", at: "step", "the step `\(step)` has not begun",
                    next: "entente record disputes step-started \(draft.subject) --set step=\(step)"
                )
            ]
        }
        guard draft.event.name == "step-started" else { return [] }
        let missing = ladder.missing(before: step, on: draft.value["on"]?.date ?? today)
        guard let first = missing.first else { return [] }
        return [
            draft.finding(
                "step-skipped", at: "step",
                "`\(step)` would skip "
                    + missing.map { "`\($0.id)`" }.joined(separator: " and ")
                    + ", which is agreed to come first",
                next: first.next(in: ladder))
        ]
    }
}

extension DisputeLadder.Step {
    fileprivate func next(in ladder: DisputeLadder) -> String {
        switch state {
        case .running:
            "End it first, or wait until its time is up"
                + (due.map { " on \($0)" } ?? "") + "; entente dispute \(ladder.name)"
        case .skipProposed: "The others have to confirm that it is left out: entente record confirm"
        default:
            "Begin with `\(id)`, or leave it out together: entente record disputes step-skipped "
                + "\(ladder.name) --set step=\(id) --set why=..."
        }
    }
}
