extension TermRule {
    static let exclusivityEnd = TermRule(
        "exclusivity-end", .error, "Exclusivity has no end.",
        reason: "Exclusivity without an end is a trap.", isAboutGaps: true
    ) { terms in
        guard let exclusivity = terms.exclusivity, exclusivity["until"] == nil else { return [] }
        return [
            Remark(
                exclusivity.path, "the exclusivity has no end",
                suggestion: "Answer `until` with a day")
        ]
    }
}
