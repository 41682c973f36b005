extension TermRule {
    static let tiersGap = TermRule(
        "tiers-gap", .error,
        "The first tier of a stream does not start at 0, or its first year is not year 1.",
        reason: "What comes before the first step is divided by nothing."
    ) { terms in
        terms.streams.flatMap { stream in
            // Below the first step, the shares of the stream itself count.
            guard stream["shares"] == nil else { return [Remark]() }
            return Self.gap(stream["tiers"], of: stream, before: 0)
                + Self.gap(stream["years"], of: stream, before: 1)
        }
    }

    private static func gap(_ steps: Term?, of stream: Term, before lowest: Int64) -> [Remark] {
        let starts = (steps?.items ?? []).compactMap { step in
            step["from"].flatMap { from in
                (from.money?.minorUnits ?? from.integer).map { (from: from, start: $0) }
            }
        }
        guard let first = starts.min(by: { $0.start < $1.start }), first.start > lowest else {
            return []
        }
        let zero = first.from.money.map { "\($0.currency) 0" } ?? "year 1"
        return [
            Remark(
                first.from.path,
                "the first step of `\(stream.name)` begins at "
                    + (first.from.money == nil ? "year " : "") + (first.from.text ?? "")
                    + ", and nothing divides what comes before",
                suggestion: "Let the first step begin at \(zero), or give the stream shares as well"
            )
        ]
    }
}
