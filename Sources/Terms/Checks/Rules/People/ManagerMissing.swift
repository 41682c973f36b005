extension TermRule {
    static let managerMissing = TermRule(
        "manager-missing", .error,
        "Roles are given, and a company has no partnership manager.",
        reason: "Without one person who answers for the relationship, nobody does.",
        isAboutGaps: true
    ) { terms in
        terms.hasBegunRoles
            ? terms.vacancies(
                "partnership-manager", "who answers for the relationship") : []
    }
}
