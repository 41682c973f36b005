extension TermRule {
    static let clauseTitle = TermRule(
        "clause-title", .warning, "A clause refers to a section by a title that it does not have.",
        reason: "Either the number or the title means another section."
    ) { terms in
        terms.clauses.flatMap { clause in
            guard !clause.isNumberedByReader else { return [Remark]() }
            var places = PlaceFinder(clause.text)
            return clause.references.compactMap { reference in
                guard let title = reference.title, let actual = clause.sections[reference.number],
                    !actual.isEmpty, actual.lowercased() != title.lowercased()
                else { return nil }
                return Remark(
                    TermPath(section: "clauses/\(clause.name)"),
                    "\(reference.keyword) \(reference.number) is called "
                        + "“\(TextRules.visible(actual))”, and not “\(TextRules.visible(title))”",
                    suggestion: "Correct the title or the number",
                    at: (clause.file, places.position(of: reference.place)))
            }
        }
    }
}
