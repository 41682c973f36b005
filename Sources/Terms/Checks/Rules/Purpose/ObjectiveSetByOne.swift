extension TermRule {
    static let objectiveSetByOne = TermRule(
        "objective-set-by-one", .error,
        "An objective was not set by an executive of every company.",
        reason: "Nobody works for a target that only others set.", isAboutGaps: true
    ) { terms in
        terms.items("purpose.objectives").compactMap { objective in
            let people = objective["set-by"]?.texts ?? []
            let missing = terms.companies.filter { company in
                !people.contains { terms.isExecutive($0, of: company.id) }
            }
            guard !missing.isEmpty else { return nil }
            return Remark(
                objective["set-by"]?.path ?? objective.path,
                "no executive of \(Wording.list(missing.map(\.name))) set the objective "
                    + "`\(objective.name)`",
                suggestion:
                    "Put into `set-by` an executive sponsor, or somebody who signs alone or "
                    + "with others for everything, of each company")
        }
    }
}

extension CheckedTerms {
    /// Whether a person is the executive sponsor of a company, or signs for all of its matters.
    fileprivate func isExecutive(_ person: String, of company: String) -> Bool {
        guard party(of: person) == company else { return false }
        if self["governance.roles.parties.\(company).executive-sponsor"]?.text == person {
            return true
        }
        let rule = self["parties.parties.\(company).signing"]?.items.first
        return rule?["of"]?.texts.contains(person) ?? false
    }
}
