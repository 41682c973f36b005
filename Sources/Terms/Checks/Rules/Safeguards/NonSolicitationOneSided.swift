extension TermRule {
    static let nonSolicitationOneSided = TermRule(
        "non-solicitation-one-sided", .fairness,
        "Only some of the companies promise not to hire from the others.",
        reason: "The side whose people may be hired trains them for the other one."
    ) { terms in
        let path = "safeguards.non-solicitation"
        guard let bound = terms["\(path).bound"], terms.isWhole(path), !bound.isEmpty else {
            return []
        }
        let free = terms.companies(without: bound.texts)
        guard !free.isEmpty else { return [] }
        return [
            Remark(
                bound.path,
                "\(Wording.list(free.map(\.name))) may hire from the other side, and not the other "
                    + "way round",
                suggestion: "Bind all companies alike")
        ]
    }
}
