extension TermRule {
    static let termUndefined = TermRule(
        "term-undefined", .error,
        "A clause uses a term in capitals as if it were defined, and no clause defines it.",
        reason: "Capitals promise one meaning, and each side would find its own."
    ) { terms in
        terms.undefinedTerms.filter { $0.isCertain || $0.count > 1 }.remarks()
    }
}

extension [UndefinedTerms.Use] {
    /// A remark for each term, where it is used first.
    func remarks() -> [Remark] {
        var places: [String: PlaceFinder] = [:]
        return map { use in
            let position = places[use.clause.name, default: PlaceFinder(use.clause.text)]
                .position(of: use.place)
            return Remark(
                TermPath(section: "clauses/\(use.clause.name)"),
                "“\(TextRules.visible(use.term))” is written like a term, and no clause defines it",
                figures: [
                    Finding.Figure("used", "\(use.count) time\(use.count == 1 ? "" : "s")")
                ],
                suggestion: "Define it, such as **\(TextRules.visible(use.term))** means ..., or "
                    + "write it small",
                at: (use.clause.file, position))
        }
    }
}
