extension TermRule {
    static let advisorEmployed = TermRule(
        "advisor-employed", .error,
        "The independent advisor acts for a company or is employed by one.",
        reason: "Nobody is independent of who pays the salary."
    ) { terms in
        guard let advisor = terms.advisor, let person = advisor["person"] else { return [] }
        let party = terms.party(of: person.text)
        if let company = terms.companies.first(where: { $0.id == party }) {
            return [
                Remark(
                    person.path,
                    "\(terms.name(person.text ?? "")) acts for \(company.name) and is not independent",
                    suggestion: "Name somebody of a party whose kind is independent")
            ]
        }
        guard let employer = advisor["independence"]?["employer"], let name = employer.text,
            let company = terms.companies.first(where: { Self.names(name, $0) })
        else { return [] }
        return [
            Remark(
                employer.path, "the advisor is employed by \(company.name)",
                suggestion: "Name an advisor whom none of you employs")
        ]
    }

    /// Whether a text begins with a company's name or id.
    private static func names(_ text: String, _ company: CheckedTerms.Party) -> Bool {
        [company.name, company.id].contains { name in
            guard text.lowercased().hasPrefix(name.lowercased()) else { return false }
            return text.dropFirst(name.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
        }
    }
}
