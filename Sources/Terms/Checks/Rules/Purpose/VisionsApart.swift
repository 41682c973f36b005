extension TermRule {
    static let visionsApart = TermRule(
        "visions-apart", .warning,
        "The visions pull apart, and nothing says how it ends.",
        reason: "Who sells, or takes over, changes what the other side agreed to."
    ) { terms in
        let path = "purpose.vision"
        guard let vision = terms[path], terms.isWhole(path), terms.isWhole("safeguards.exit"),
            terms["safeguards.exit.triggers"]?.isEmpty ?? true,
            terms["safeguards.exit.change-of-control"] == nil
        else { return [] }
        let parties = (vision["parties"]?.members ?? []).map { (party: $0.key, term: $0.term) }
        let people = (vision["people"]?.items ?? []).compactMap { term in
            terms.party(of: term["person"]?.text).map { (party: $0, term: term) }
        }
        let intents = (parties + people).compactMap { party, term in
            term["intent"]?.text.map { (party: party, intent: $0, term: term) }
        }
        let moving = intents.first { ["sell-out", "exit", "merge", "acquire"].contains($0.intent) }
        guard let moving,
            let other = intents.first(where: {
                $0.party != moving.party && $0.intent != moving.intent
            })
        else { return [] }
        return [
            Remark(
                moving.term.path,
                "\(terms.name(moving.party)) and \(terms.name(other.party)) want different things, "
                    + "and `safeguards.exit` does not say what ends the agreement",
                figures: intents.map { Finding.Figure($0.term.name, $0.intent) },
                suggestion: "Answer `safeguards.exit.triggers`, above all for a change of owners")
        ]
    }
}
