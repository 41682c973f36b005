extension TermRule {
    static let disputeLimit = TermRule(
        "dispute-limit", .error, "A step of a dispute has no time limit.",
        reason: "Without an end, a step is a place to hide.", isAboutGaps: true
    ) { terms in
        terms.ladders.flatMap { ladder in
            ladder.steps.filter { $0["within"] == nil }.map { step in
                Remark(
                    step.path, "the step `\(step.name)` has no time limit",
                    suggestion: "Answer `within`, such as: 10 business days")
            }
        }
    }
}
