extension TermRule {
    static let clauseReference = TermRule(
        "clause-reference", .error, "A clause refers to a section that it does not have.",
        reason: "A sentence that leads nowhere is read by each side as it likes."
    ) { terms in
        let everywhere = Set(terms.clauses.flatMap(\.sections.keys))
        return terms.clauses.flatMap { clause in
            guard !clause.isNumberedByReader else { return [Remark]() }
            // A clause without numbers can only mean those of another one.
            let known = clause.sections.isEmpty ? everywhere : Set(clause.sections.keys)
            var places = PlaceFinder(clause.text)
            return clause.references.compactMap { reference in
                guard !known.contains(reference.number) else { return nil }
                let number = reference.number
                let near = Self.near(number, in: clause.sections.keys)
                return Remark(
                    TermPath(section: "clauses/\(clause.name)"),
                    "there is no \(reference.keyword) \(number) "
                        + (clause.sections.isEmpty ? "in any clause" : "in this clause"),
                    suggestion: near.isEmpty
                        ? "Correct the number" : "Near it: \(near.joined(separator: ", "))",
                    at: (clause.file, places.position(of: reference.place)))
            }
        }
    }

    /// The sections beside one that does not exist, by number.
    private static func near(_ number: String, in known: some Sequence<String>) -> [String] {
        let above = number.split(separator: "(").first?.split(separator: ".").dropLast()
            .joined(separator: ".")
        let whole = number.hasSuffix(")") ? String(number.prefix { $0 != "(" }) : above ?? ""
        let found = known.filter { candidate in
            guard candidate.hasPrefix(whole), candidate != whole else { return whole == candidate }
            let rest = candidate.dropFirst(whole.count)
            return whole.isEmpty
                ? !candidate.contains(".") && !candidate.contains("(")
                : (rest.first == "." || rest.first == "(")
                    && !rest.dropFirst().contains { ".(".contains($0) }
        }
        return found.sorted { ($0.count, $0) < ($1.count, $1) }.prefix(12).map(\.self)
    }
}
