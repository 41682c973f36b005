extension TermRule {
    static let pipelineShort = TermRule(
        "pipeline-short", .warning,
        "The pipeline can't reach its target in a year, or its cycle is longer than the agreement.",
        reason:
            "A target that the sums speak against disappoints both sides from the first quarter."
    ) { terms in
        guard let pipeline = terms["commercials.pipeline"], terms.isWhole(pipeline.path),
            let cycle = pipeline["cycle"], let length = cycle.duration, length.days > 0
        else { return [] }
        if let starts = terms["framework.term.starts"]?.date,
            let ends = terms["framework.term.ends"]?.date, ends > starts,
            ends.dayNumber - starts.dayNumber < length.days
        {
            return [
                Remark(
                    cycle.path,
                    "a deal takes \(length), which is longer than the agreement lasts",
                    figures: [
                        Finding.Figure("starts", starts.description),
                        Finding.Figure("ends", ends.description),
                    ], suggestion: "Begin with deals that are under way, or agree on a longer term")
            ]
        }
        return Self.shortfall(of: pipeline, cycle: length)
    }

    /// What a year's turns of the pipeline bring, against the target.
    private static func shortfall(of pipeline: Term, cycle: CalendarDuration) -> [Remark] {
        let chances = (pipeline["stages"]?.items ?? []).compactMap { $0["chance"]?.share }
            .map(\.basisPoints).filter { $0 > 0 && $0 < Share.whole.basisPoints }
        guard let target = pipeline["target"], let coverage = pipeline["coverage"],
            let hundredths = Self.hundredths(coverage.quantity), !chances.isEmpty
        else { return [] }
        let chance = chances.reduce(0, +) / chances.count
        let reached = hundredths * chance / Share.whole.basisPoints * 365 / cycle.days
        guard reached < 100 else { return [] }
        return [
            Remark(
                target.path,
                "with this coverage and cycle, a year brings about \(reached)% of the target",
                figures: [
                    Finding.Figure("target", target.text ?? ""),
                    Finding.Figure("coverage", coverage.text ?? ""),
                    Finding.Figure("mean chance", Share.percent(chance)),
                    Finding.Figure("cycle", cycle.description),
                ], suggestion: "Lower the target, fill the pipeline further, or shorten the cycle")
        ]
    }

    /// How many times the target a pipeline holds, in hundredths; nil for what is no such figure.
    private static func hundredths(_ quantity: Quantity?) -> Int? {
        guard case .number(let number, let unit)? = quantity,
            let units = number.units(scale: unit == "%" ? 0 : 2), (1...1_000_000).contains(units)
        else { return nil }
        return Int(units)
    }
}
