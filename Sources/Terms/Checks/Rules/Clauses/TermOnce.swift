extension TermRule {
    static let termOnce = TermRule(
        "term-once", .warning,
        "A term in capitals is used once, and is either a name or not defined.",
        reason: "Capitals promise one meaning, and each side would find its own."
    ) { terms in
        terms.undefinedTerms.filter { !$0.isCertain && $0.count == 1 }.remarks()
    }
}
