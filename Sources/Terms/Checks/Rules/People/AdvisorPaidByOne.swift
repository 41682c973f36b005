extension TermRule {
    static let advisorPaidByOne = TermRule(
        "advisor-paid-by-one", .error, "The independent advisor is paid by one side only.",
        reason: "Who pays alone is believed alone."
    ) { terms in
        guard let advisor = terms.advisor, let split = advisor["fee-split"] else { return [] }
        let payers = split.split.filter { $0.share.basisPoints > 0 }.map(\.party)
        guard payers.count == 1, let payer = payers.first else { return [] }
        return [
            Remark(
                split.path, "\(terms.name(payer)) alone pays the advisor",
                figures: split.split.map { Finding.Figure($0.party, $0.share.description) },
                suggestion: "Let every company pay a part; commonly seen: equal parts")
        ]
    }
}
