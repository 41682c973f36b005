extension TermRule {
    static let exclusivityScope = TermRule(
        "exclusivity-scope", .error, "Exclusivity does not say what counts as similar.",
        reason: "Each side would draw the line where it helps.", isAboutGaps: true
    ) { terms in
        guard let exclusivity = terms.exclusivity, exclusivity["scope"] == nil else { return [] }
        return [
            Remark(
                exclusivity.path, "the exclusivity does not say what counts as similar",
                suggestion: "Answer `scope` so that a stranger could decide")
        ]
    }
}

extension CheckedTerms {
    /// The exclusivity, where somebody is bound and all of it could be read.
    var exclusivity: Term? {
        guard let term = self["safeguards.exclusivity"], isWhole(term.path),
            let mode = term["mode"]?.text, mode != "none"
        else { return nil }
        return term
    }
}
