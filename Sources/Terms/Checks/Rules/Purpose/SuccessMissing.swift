extension TermRule {
    static let successMissing = TermRule(
        "success-missing", .error, "Success is measured, but not for every company.",
        reason: "A partnership that only one side finds successful ends.", isAboutGaps: true
    ) { terms in
        let path = "purpose.success"
        guard let success = terms[path], terms.isWhole(path), !success.isEmpty else { return [] }
        let missing = terms.companies(without: success.items.compactMap { $0["party"]?.text })
        guard !missing.isEmpty else { return [] }
        return [
            Remark(
                success.path,
                "nothing says how \(Wording.list(missing.map(\.name))) measures success",
                suggestion: "Add a measure with `party: \(missing[0].id)`")
        ]
    }
}
