extension TermRule {
    static let sponsorMissing = TermRule(
        "sponsor-missing", .error, "Roles are given, and a company has no executive sponsor.",
        reason: "When it matters, somebody has to be able to say yes without asking.",
        isAboutGaps: true
    ) { terms in
        terms.hasBegunRoles
            ? terms.vacancies("executive-sponsor", "who decides when it matters") : []
    }
}

extension CheckedTerms {
    /// A remark for each company in which nobody has a role.
    func vacancies(_ role: String, _ meaning: String) -> [Remark] {
        companies.compactMap { company in
            let path = "governance.roles.parties.\(company.id).\(role)"
            guard self[path] == nil, isWhole(path), let term = TermPath(path) else { return nil }
            return Remark(
                term, "\(company.name) does not say \(meaning)",
                suggestion: "entente set \(path) <person>")
        }
    }
}
