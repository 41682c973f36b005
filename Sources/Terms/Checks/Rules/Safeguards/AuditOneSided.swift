extension TermRule {
    static let auditOneSided = TermRule(
        "audit-one-sided", .fairness,
        "Only some of the companies may check the books, or one of them checks for all.",
        reason: "Nobody should check their own work, or have to trust without looking."
    ) { terms in
        let rights = terms.rightOfSome("commercials.settlement.may-audit") { without in
            (
                "\(without) may not check the books, and the other side may",
                "Give all companies the right, or say in a waiver why one does not need it"
            )
        }
        return rights + Self.partisanAuditor(terms)
    }

    private static func partisanAuditor(_ terms: CheckedTerms) -> [Remark] {
        guard let auditor = terms["governance.audit.auditor"], terms.isWhole(auditor.path),
            let name = auditor.text,
            let company = terms.companies.first(where: {
                $0.id == name || $0.id == terms.party(of: name)
            })
        else { return [] }
        return [
            Remark(
                auditor.path,
                "the auditor is one side's: " + terms.name(name)
                    + (company.id == name ? "" : " of \(company.name)"),
                suggestion: "Name somebody of neither side, or let both check")
        ]
    }
}
