extension TermRule {
    static let dateAfterEnd = TermRule(
        "date-after-end", .error,
        "An objective or success is due after an agreement that is not renewed has ended.",
        reason: "Nobody is left to reach it, and nobody to measure it."
    ) { terms in
        guard let term = terms["framework.term"], terms.isWhole(term.path),
            term["renewal"]?.text == "none", let ends = term["ends"]?.date
        else { return [] }
        return ["purpose.objectives", "purpose.success"].flatMap { list in
            terms.items(list).compactMap { item in
                guard let by = item["by"], let day = by.date, day > ends else { return nil }
                return Remark(
                    by.path, "`\(item.name)` is due on \(day), after the agreement ends on \(ends)",
                    suggestion: "Set it before the end, or agree on a longer term")
            }
        }
    }
}
