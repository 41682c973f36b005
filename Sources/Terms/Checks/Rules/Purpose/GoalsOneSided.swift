extension TermRule {
    static let goalsOneSided = TermRule(
        "goals-one-sided", .fairness, "Goals of a kind are those of one side only.",
        reason: "A side whose wishes are not written down will find them ignored."
    ) { terms in
        let path = "purpose.goals"
        guard let goals = terms[path], terms.isWhole(path) else { return [] }
        let byKind = Dictionary(grouping: goals.items) { $0["kind"]?.text ?? "" }
        return byKind.sorted { $0.key < $1.key }.compactMap { kind, goals in
            let holders = goals.compactMap { $0["holder"]?.text }
            guard !holders.contains("joint") else { return nil }
            let parties = holders.compactMap { terms.party(of: $0) ?? terms.parties[$0]?.id }
            let missing = terms.companies(without: parties)
            guard let first = goals.first, !missing.isEmpty, missing.count < terms.companies.count
            else { return nil }
            return Remark(
                first.path,
                "no \(kind) goal is one of \(Wording.list(missing.map(\.name)))'s",
                figures: terms.companies.map { company in
                    Finding.Figure(
                        company.id, String(parties.count { $0 == company.id }))
                }, suggestion: "Ask the other side for theirs")
        }
    }
}
