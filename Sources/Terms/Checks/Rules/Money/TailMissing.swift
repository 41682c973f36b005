extension TermRule {
    static let tailMissing = TermRule(
        "tail-missing", .warning,
        "There is recurring revenue, and nothing says how long it is divided after the end.",
        reason: "Whoever won the customers would stop being paid for them on the last day."
    ) { terms in
        let recurring = terms.streams.filter {
            ["subscription", "managed-service", "support"].contains($0["kind"]?.text)
        }
        let path = "safeguards.exit.recurring-revenue-tail"
        guard !recurring.isEmpty, terms.isWhole(path), let term = TermPath(path),
            terms[path]?.duration?.count ?? 0 == 0
        else { return [] }
        return [
            Remark(
                term,
                "\(Wording.quoted(recurring.map(\.name))) go\(recurring.count == 1 ? "es" : "") on "
                    + "after the end, and nothing says for how long the revenue is divided",
                suggestion: "Answer `\(path)`; commonly seen: six to twenty-four months")
        ]
    }
}
