extension TermRule {
    static let tiersOverlap = TermRule(
        "tiers-overlap", .error,
        "Two tiers of a stream start at the same amount, or two steps in the same year.",
        reason: "Both would divide the same money, in two ways."
    ) { terms in
        terms.streams.flatMap { stream in
            ["tiers", "years"].flatMap { name in
                Self.twins(among: stream[name]?.items ?? [], of: stream)
            }
        }
    }

    private static func twins(among steps: [Term], of stream: Term) -> [Remark] {
        var seen: [String: String] = [:]
        return steps.compactMap { step in
            guard let from = step["from"], let start = from.text else { return nil }
            guard let twin = seen.updateValue(step.name, forKey: start) else { return nil }
            return Remark(
                from.path,
                "`\(twin)` and `\(step.name)` of `\(stream.name)` both begin at "
                    + (from.money == nil ? "year " : "") + start,
                suggestion: "Give each step a `from` of its own, or delete one of them")
        }
    }
}
