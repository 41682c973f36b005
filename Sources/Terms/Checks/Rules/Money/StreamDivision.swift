extension TermRule {
    static let streamDivision = TermRule(
        "stream-division", .error,
        "A revenue stream is not divided, or in two ways at once.",
        reason: "Nobody could work out who receives what."
    ) { terms in
        let hasFinalSplit =
            terms.finalSplit != nil || !terms.isWhole("commercials.waterfall")
        return terms.streams.compactMap { stream in
            let hasSteps = ["tiers", "years"].filter { stream[$0]?.isEmpty == false }
            if hasSteps.count > 1 {
                return Remark(
                    stream.path,
                    "`\(stream.name)` has tiers and years, and nobody can tell which of them divides",
                    suggestion: "Keep one of them, or make two streams")
            }
            guard stream.splits.isEmpty, !hasFinalSplit else { return nil }
            return Remark(
                stream.path, "`\(stream.name)` does not say who receives which part",
                suggestion: "Give it shares, tiers or years, or end the order of payment in a split"
            )
        }
    }
}
