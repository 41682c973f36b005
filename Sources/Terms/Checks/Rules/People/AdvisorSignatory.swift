extension TermRule {
    static let advisorSignatory = TermRule(
        "advisor-signatory", .error, "The independent advisor signs for a party.",
        reason: "Whoever signs for a side takes it."
    ) { terms in
        guard let advisor = terms.advisor?["person"], let person = advisor.text else { return [] }
        return (terms["parties.parties"]?.members ?? []).compactMap { party, term in
            let rule = (term["signing"]?.items ?? []).first {
                $0["of"]?.texts.contains(person) ?? false
            }
            guard let rule else { return nil }
            return Remark(
                rule.path,
                "\(terms.name(person)) is the independent advisor and signs for "
                    + terms.name(party),
                suggestion: "Take `\(person)` out of the signing rule, or name another advisor")
        }
    }
}
