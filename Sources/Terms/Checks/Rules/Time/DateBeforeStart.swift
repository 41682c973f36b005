extension TermRule {
    static let dateBeforeStart = TermRule(
        "date-before-start", .error,
        "Something that the agreement asks for is due before the agreement starts.",
        reason: "What is due before it is agreed is late on the first day."
    ) { terms in
        guard let starts = terms["framework.term.starts"]?.date, terms.isWhole("framework.term")
        else { return [] }
        let dated =
            ["purpose.objectives", "purpose.success"].flatMap { list in
                terms.items(list).compactMap { $0["by"] }
            }
            + ["governance.trial.decide-by", "safeguards.exclusivity.until"].compactMap { path in
                terms.isWhole(path) ? terms[path] : nil
            }
        return dated.compactMap { term in
            guard let day = term.date, day < starts else { return nil }
            let owner = term.path.parent?.last ?? term.name
            return Remark(
                term.path, "`\(owner)` is due on \(day), before the agreement starts on \(starts)",
                suggestion: "Correct one of the two dates")
        }
    }
}
