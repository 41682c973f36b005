extension TermRule {
    static let leadsOneParty = TermRule(
        "leads-one-party", .fairness, "One party holds all of the lead roles.",
        reason: "Whoever leads sales, projects, opportunities and figures alone also decides alone."
    ) { terms in
        let roles = ["project-manager", "opportunity-lead", "sales-lead", "metrics-owner"]
        let path = "governance.roles"
        let leads = roles.compactMap { role in
            terms["\(path).\(role)"]?.text.map { (role: role, person: $0) }
        }
        let parties = leads.map { terms.party(of: $0.person) }
        guard leads.count > 1, let first = parties[0], parties.allSatisfy({ $0 == first }),
            terms.companies.contains(where: { $0.id == first }), terms.isWhole(path),
            let term = TermPath(path)
        else { return [] }
        return [
            Remark(
                term, "\(terms.name(first)) holds all \(leads.count) lead roles that are given",
                figures: leads.map { Finding.Figure($0.role, $0.person) },
                suggestion: "Give one of them to the other side")
        ]
    }
}
