extension TermRule {
    static let mediationFirst = TermRule(
        "mediation-first", .error, "Arbitration or a court comes before mediation, or without it.",
        reason: "Mediation is faster and cheaper, and leaves the decision with you."
    ) { terms in
        terms.ladders.compactMap { ladder in
            let kinds = ladder.steps.map { $0["step"]?.text }
            guard let judged = kinds.firstIndex(where: { $0 == "arbitration" || $0 == "court" }),
                !kinds[..<judged].contains("mediation")
            else { return nil }
            return Remark(
                ladder.steps[judged].path,
                "`\(ladder.steps[judged].name)` comes before any mediation",
                suggestion: kinds.contains("mediation")
                    ? "Move the mediation above it" : "Add a step `mediation` above it")
        }
    }
}
