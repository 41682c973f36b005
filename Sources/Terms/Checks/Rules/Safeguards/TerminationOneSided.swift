extension TermRule {
    static let terminationOneSided = TermRule(
        "termination-one-sided", .fairness, "Only some of the companies may end the agreement.",
        reason: "Whoever can't leave has to take whatever is offered."
    ) { terms in
        terms.rightOfSome("safeguards.exit.may-end") { free in
            (
                "\(free) can't end the agreement, and the other side can",
                "Give all companies the same way out"
            )
        }
    }
}

extension CheckedTerms {
    /// A remark where a list names the parties that have a right, and leaves a company out.
    func rightOfSome(
        _ path: String, _ say: (_ without: String) -> (message: String, suggestion: String)
    ) -> [Remark] {
        guard let right = self[path], isWhole(path), !right.isEmpty else { return [] }
        let without = companies(without: right.texts)
        guard !without.isEmpty else { return [] }
        let said = say(Wording.list(without.map(\.name)))
        return [Remark(right.path, said.message, suggestion: said.suggestion)]
    }
}
