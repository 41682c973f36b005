/// Everything that can be said about terms before people sign them.
public struct TermsCheck: Sendable {
    /// What was found, in reading order. What the parties accept is marked as waived.
    public let findings: [Finding]

    /// Checks terms. Linear in their size, but for sorting what was found.
    ///
    /// - Parameters:
    ///   - document: The terms.
    ///   - companions: The files that they name; nil where nobody looked.
    ///   - others: What else was found about them, so that it can be waived as well.
    public init(
        _ document: TermsDocument, companions: CompanionFiles? = nil, others: [Finding] = []
    ) {
        let terms = CheckedTerms(document, companions: companions)
        var findings = document.findings + others
        // The last rule looks at what the others found, each of which reads the terms alone.
        let rules = TermRules.all
        findings += rules.dropLast().map(\.self).mapOnAllCores { $0.findings(in: terms) }
            .flatMap(\.self)
        for rule in rules.suffix(1) { findings += rule.findings(in: terms, after: findings) }
        self.findings = Waivers(terms).marking(findings).inReadingOrder()
    }
}
