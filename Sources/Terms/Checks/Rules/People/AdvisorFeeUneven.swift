extension TermRule {
    static let advisorFeeUneven = TermRule(
        "advisor-fee-uneven", .fairness, "The advisor's fee is not split evenly.",
        reason: "Advice is heard with one ear by the side that pays less for it."
    ) { terms in
        guard let split = terms.advisor?["fee-split"] else { return [] }
        let shares = split.split.filter { $0.share.basisPoints > 0 }
        guard shares.count > 1, let least = shares.map(\.share.basisPoints).min(),
            let most = shares.map(\.share.basisPoints).max(),
            // Thirds can't be even to the last hundredth.
            most - least > 1 || terms.companies(without: shares.map(\.party)).count > 0
        else { return [] }
        return [
            Remark(
                split.path, "the companies pay different parts of the advisor's fee",
                figures: split.split.map { Finding.Figure($0.party, $0.share.description) },
                suggestion: "Commonly seen: equal parts")
        ]
    }
}
