extension TermRule {
    static let opportunityLeadMissing = TermRule(
        "opportunity-lead-missing", .error,
        "Roles are given, and nobody is the lead on opportunities.",
        reason: "Without one lead, the customer is called twice, or never.", isAboutGaps: true
    ) { terms in
        let path = "governance.roles.opportunity-lead"
        guard terms.hasBegunRoles, terms[path] == nil, let term = TermPath(path) else { return [] }
        return [
            Remark(
                term, "nobody is the one lead on opportunities",
                suggestion: "entente set \(path) <person>")
        ]
    }
}
