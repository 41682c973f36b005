extension TermRule {
    static let shareAgainstInvestment = TermRule(
        "share-against-investment", .fairness,
        "A party's part of the revenue is 20 points or more away from its part of what stays invested.",
        reason: "Who risks more than the others and receives less will not go on doing so."
    ) { terms in
        guard terms.isWhole("commercials"), let stakes = Stakes(terms),
            let revenue = RevenueShares(terms)
        else { return [] }
        let total = stakes.left.values.reduce(0, +)
        guard total > 0 else { return [] }
        let parts = terms.companies.map { company in
            (
                company, stake: (stakes.left[company.id] ?? 0) * 10_000 / total,
                revenue: revenue.basisPoints[company.id] ?? 0
            )
        }
        // The one who gets least for what it risks.
        guard let worst = parts.max(by: { $0.stake - $0.revenue < $1.stake - $1.revenue }),
            worst.stake - worst.revenue >= 2_000, let path = TermPath("commercials.investments")
        else { return [] }
        return [
            Remark(
                path,
                "\(worst.0.name) bears \(Share.percent(worst.stake)) of what is not paid back first, "
                    + "and receives about \(Share.percent(worst.revenue)) of the revenue",
                figures: parts.flatMap { part in
                    [
                        Finding.Figure("\(part.0.id) at risk", Share.percent(part.stake)),
                        Finding.Figure("\(part.0.id) revenue", Share.percent(part.revenue)),
                    ]
                },
                suggestion:
                    "Pay more of it back first with a `recoup` step, or move shares or investment")
        ]
    }
}
