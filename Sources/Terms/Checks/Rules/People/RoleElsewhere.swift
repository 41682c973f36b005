extension TermRule {
    static let roleElsewhere = TermRule(
        "role-elsewhere", .error,
        "Somebody has a role for a company that they don't act for.",
        reason: "Nobody can serve two companies in the same conversation."
    ) { terms in
        (terms["governance.roles.parties"]?.members ?? []).flatMap { company, roles in
            roles.members.compactMap { role, term in
                guard let person = term.text, let party = terms.party(of: person),
                    party != company, terms.isWhole(term.path)
                else { return nil }
                return Remark(
                    term.path,
                    "\(terms.name(person)) acts for \(terms.name(party)) and can't be "
                        + "\(role) of \(terms.name(company))",
                    suggestion: "Name somebody whose `party` in parties.yaml is \(company)")
            }
        }
    }
}
