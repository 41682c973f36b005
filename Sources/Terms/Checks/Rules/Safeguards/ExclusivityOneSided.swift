extension TermRule {
    static let exclusivityOneSided = TermRule(
        "exclusivity-one-sided", .fairness, "Exclusivity binds only some of the companies.",
        reason:
            "Who is bound alone waits for customers whom the other side brings to somebody else."
    ) { terms in
        guard let exclusivity = terms.exclusivity else { return [] }
        let bound = exclusivity["bound"]?.texts ?? []
        let isMutual = exclusivity["mode"]?.text == "mutual"
        let free = terms.companies(without: bound)
        guard bound.isEmpty ? !isMutual : !free.isEmpty else { return [] }
        return [
            Remark(
                exclusivity.path,
                bound.isEmpty
                    ? "the exclusivity is one-way, and does not say who is bound"
                    : "the exclusivity binds \(Wording.list(bound.map(terms.name))) and leaves "
                        + "\(Wording.list(free.map(\.name))) free",
                suggestion: "Bind all companies, or pay for it and say so in a waiver")
        ]
    }
}
