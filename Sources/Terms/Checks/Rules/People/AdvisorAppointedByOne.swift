extension TermRule {
    static let advisorAppointedByOne = TermRule(
        "advisor-appointed-by-one", .fairness,
        "The independent advisor was not appointed by every company.",
        reason:
            "An advisor whom one side chose has to prove in each meeting that it does not matter."
    ) { terms in
        guard let appointed = terms.advisor?["appointed-by"], !appointed.isEmpty else { return [] }
        let missing = terms.companies(without: appointed.texts)
        guard !missing.isEmpty else { return [] }
        return [
            Remark(
                appointed.path,
                "\(Wording.list(missing.map(\.name))) did not take part in appointing the advisor",
                suggestion: "Appoint the advisor together")
        ]
    }
}
