extension TermRule {
    static let objectiveUnsourced = TermRule(
        "objective-unsourced", .error, "An objective does not say where its figure is read.",
        reason: "Two lists of figures are two truths.", isAboutGaps: true
    ) { terms in
        terms.items("purpose.objectives").compactMap { objective in
            guard objective["source"] == nil else { return nil }
            return Remark(
                objective.path,
                "the objective `\(objective.name)` does not say where its figure is read",
                suggestion: "Answer `source`, such as: Quarterly settlement report")
        }
    }
}
