extension TermRule {
    static let goalsKindMissing = TermRule(
        "goals-kind-missing", .warning,
        "Goals are named, and a kind of them is missing altogether.",
        reason: "What nobody says aloud decides in the end, most often what people hope or fear."
    ) { terms in
        let path = "purpose.goals"
        guard let goals = terms[path], terms.isWhole(path), !goals.isEmpty else { return [] }
        let named = goals.items.compactMap { $0["kind"]?.text }
        let kinds = ["objective", "subjective", "material", "emotional"]
        let missing = kinds.filter { !named.contains($0) }
        guard !missing.isEmpty else { return [] }
        return [
            Remark(
                goals.path, "there is no \(missing.joined(separator: ", no ")) goal",
                figures: kinds.map { kind in
                    Finding.Figure(kind, String(named.count { $0 == kind }))
                }, suggestion: "Ask each other what is still unsaid")
        ]
    }
}
