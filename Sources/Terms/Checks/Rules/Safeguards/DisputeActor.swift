extension TermRule {
    static let disputeActor = TermRule(
        "dispute-actor", .error, "A step of a dispute does not say who acts.",
        reason: "A step that nobody has to take is not taken.", isAboutGaps: true
    ) { terms in
        terms.ladders.flatMap { ladder in
            ladder.steps.filter { $0["who"]?.isEmpty ?? true }.map { step in
                Remark(
                    step.path, "the step `\(step.name)` does not say who acts",
                    suggestion: "Answer `who` with people or parties")
            }
        }
    }
}
