extension TermRule {
    static let customerLadderMissing = TermRule(
        "customer-ladder-missing", .error,
        "There are steps for disputes between the partners, and none for a customer's complaint.",
        reason: "The customer is the first who notices, and the last who should wait.",
        isAboutGaps: true
    ) { terms in
        guard let disputes = terms["safeguards.disputes"],
            terms.isWhole("safeguards.disputes.customers"), disputes["partners"] != nil,
            disputes["customers"]?["steps"]?.isEmpty ?? true
        else { return [] }
        return [
            Remark(
                disputes.path.appending("customers"),
                "nothing says what happens when a customer complains",
                suggestion: "Answer `safeguards.disputes.customers`: who answers, within which time"
            )
        ]
    }
}
