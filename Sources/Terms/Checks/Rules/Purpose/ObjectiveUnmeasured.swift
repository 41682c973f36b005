extension TermRule {
    static let objectiveUnmeasured = TermRule(
        "objective-unmeasured", .error, "An objective has no metric, or no target.",
        reason: "The wording of an objective allows many readings, a figure one.", isAboutGaps: true
    ) { terms in
        terms.items("purpose.objectives").compactMap { objective in
            let missing = ["metric", "target"].filter { objective[$0] == nil }
            guard !missing.isEmpty else { return nil }
            return Remark(
                objective.path,
                "the objective `\(objective.name)` has no \(missing.joined(separator: " and no "))",
                suggestion: "Say what is measured, and where it should be")
        }
    }
}
