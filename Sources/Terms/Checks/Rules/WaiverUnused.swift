extension TermRule {
    /// Looks at what the other rules found, so it comes last.
    static let waiverUnused = TermRule(
        "waiver-unused", .warning, "A waiver accepts nothing that is found.",
        reason: "Whoever reads it looks for something that is not there.",
        afterOthers: remarks)

    private static func remarks(_ terms: CheckedTerms, after found: [Finding]) -> [Remark] {
        // Where something could not be read, what is accepted may only be hidden.
        guard terms.document.sections.values.allSatisfy({ $0.findings.isEmpty }) else { return [] }
        let waivers = Waivers(terms).all
        guard !waivers.isEmpty else { return [] }
        let used = Set(found.flatMap(Waivers.accepting))
        let ids = Set(TermRules.all.map(\.id) + found.map(\.rule)).sorted()
        let errors = Set(found.filter { $0.severity == .error }.map(\.rule))
            .union(TermRules.all.filter { $0.severity == .error }.map(\.id))
        return waivers.filter { !used.contains($0.accepts) }.map { waiver in
            let finding = waiver.accepts.finding
            if errors.contains(finding) {
                return Remark(
                    waiver.term, "`\(finding)` is an error, and an error can't be waived",
                    suggestion: "Mend it, and delete the waiver")
            }
            if ids.contains(finding) {
                return Remark(
                    waiver.term,
                    "nothing is found that the waiver `\(waiver.term.last)` accepts",
                    suggestion: "Delete it, or correct the term that it names")
            }
            let nearest = Suggestion.nearest(to: finding, in: ids)
            return Remark(
                waiver.term,
                "no finding is called `\(finding)`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                suggestion: "entente check prints the name behind each finding")
        }
    }
}
