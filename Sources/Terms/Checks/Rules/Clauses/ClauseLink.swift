extension TermRule {
    static let clauseLink = TermRule(
        "clause-link", .error,
        "A link or a text names a clause, a section or a heading that is not there.",
        reason: "What is left out is not agreed, whatever people thought they had signed."
    ) { terms in
        let links = terms.clauses.flatMap { Self.brokenLinks(in: $0, terms) }
        return links + Self.brokenMentions(terms)
    }

    private static func brokenLinks(in clause: Clause, _ terms: CheckedTerms) -> [Remark] {
        var places = PlaceFinder(clause.text)
        return ClauseTarget.all(in: clause).compactMap { target in
            guard let problem = target.problem(in: terms) else { return nil }
            return Remark(
                TermPath(section: "clauses/\(clause.name)"), problem.message,
                suggestion: problem.suggestion,
                at: (clause.file, places.position(of: target.place)))
        }
    }

    /// What the sections say about `clauses/<name>.md`.
    private static func brokenMentions(_ terms: CheckedTerms) -> [Remark] {
        let names = terms.clauseNames
        return SectionName.allCases.compactMap { terms[$0.rawValue] }.flatMap(\.written)
            .flatMap { term in
                ClauseTarget.mentions(in: term.text ?? "").filter { !names.contains($0) }.map {
                    let nearest = Suggestion.nearest(to: $0, in: names.sorted())
                    return Remark(
                        term.path, "there is no clause `clauses/\($0).md`",
                        suggestion: nearest.map { "Did you mean `clauses/\($0).md`?" }
                            ?? "Write it, or say it in another way")
                }
            }
    }
}
