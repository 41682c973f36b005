internal import Settlement
internal import Terms

extension AuditRule {
    static let pipelineTarget = AuditRule(
        "pipeline-target", .commercials,
        "What came in each year of the agreement, against the revenue that was aimed for."
    ) { past in
        guard let calendar = SettlementCalendar(starts: past.start, frequency: nil) else {
            return []
        }
        let billed = past.billed
        let years = calendar.year(of: past.start)...max(1, calendar.year(of: past.today))
        return years.compactMap { year in
            let span = calendar.span(ofYear: year)
            let terms = past.version(on: min(span.last, past.today))
            guard let target = terms.value("commercials.pipeline.target")?.money else { return nil }
            let ofYear = billed.filter {
                span.first <= $0.record.day && $0.record.day <= span.last
            }
            return past.revenue(
                ofYear: year, span, ofYear, target: Figure(target), version: terms.number)
        }
    }

    static let pipelineCoverage = AuditRule(
        "pipeline-coverage", .commercials,
        "How much is to be won, against what the pipeline should hold."
    ) { past in
        guard let pipeline = past.current.value("commercials.pipeline"),
            let target = pipeline["target"]?.money.map({ Figure($0) }),
            let times = pipeline["coverage"]?.quantity.map({ Figure($0) })
        else { return [] }
        let wanted = target.times(times)
        let open = past.deals.filter(\.isOpen)
        var sum = target.zero
        for deal in open {
            let value = deal.registered.value["value"]?.money.map { Figure($0) }
            if let value, value.fits(sum) { sum = sum + value }
        }
        let path = TermPath(section: "commercials").appending("pipeline").appending("coverage")
        let unvalued = open.filter { $0.registered.value["value"] == nil }.count
        let grace = pipeline["cycle"]?.duration.map { past.start.due(within: $0) } ?? past.start
        var found = Assessment(
            rule: "pipeline-coverage", path: path, label: "The pipeline holds enough",
            version: past.current.number, promised: "\(wanted), \(times) \(target)",
            actual: "\(sum) in \(Words.counted(open.count, "open deal"))",
            difference: Words.difference(sum, from: wanted), status: .kept,
            reason: "The open deals are worth \(sum.permille(of: wanted) / 10)% of it",
            evidence: open.map(\.registered).evidence, measure: .init(promised: wanted, actual: sum)
        )
        if unvalued > 0 { found.reason += "; \(unvalued) of them without a value" }
        guard sum < wanted else { return [found] }
        if past.today < grace {
            found.status = .notYetDue
            found.due = grace
            found.reason += "; the first sales cycle is over on \(grace)"
        } else {
            found.status = wanted <= sum * 2 ? .drifting : .broken
        }
        let lead = past.current.value("governance.roles.opportunity-lead")?.text
        found.next = .init(
            who: lead.map { [$0] } ?? past.managers,
            what: "find deals and register them: entente record deal registered <name>")
        return [found]
    }
}

extension Past {
    fileprivate func revenue(
        ofYear year: Int, _ span: SettlementCalendar.Span, _ billed: [Billed], target: Figure,
        version: Int
    ) -> Assessment {
        let inCurrency = billed.filter { $0.net.fits(target) }
        let sum = inCurrency.reduce(target.zero) { $0 + $1.net }
        var found = Assessment(
            rule: "pipeline-target",
            path: TermPath(section: "commercials").appending("pipeline").appending("target"),
            subject: "year-\(year)", label: "Revenue of year \(year)", version: version,
            promised: "\(target) from \(span.first) to \(span.last)",
            actual: "\(sum) invoiced, without tax",
            difference: Words.difference(sum, from: target),
            status: .notYetDue, reason: "The year goes on until \(span.last)",
            evidence: billed.map(\.record).evidence, due: span.last,
            measure: .init(promised: target, actual: sum))
        let others = billed.count - inCurrency.count
        if others > 0 { found.reason += "; \(others) invoices are in another currency" }
        let whole = span.first.days(to: span.last) + 1
        let gone = span.first.days(to: today) + 1
        if target <= sum {
            found.status = .kept
            found.reason = "It is reached"
            return found
        }
        if span.last < today {
            found.status = .broken
            found.since = span.last
            found.reason = "The year is over, with \(sum.permille(of: target) / 10)% of it"
        } else if gone * 2 > whole, sum * 2 < target * gone / whole {
            found.status = .drifting
            found.reason =
                "\(gone * 100 / whole)% of the year are over, with "
                + "\(sum.permille(of: target) / 10)% of the revenue"
        }
        let lead = current.value("governance.roles.sales-lead")?.text
        found.next = .init(
            who: lead.map { [$0] } ?? managers, what: "say what has to change, or change the target"
        )
        return found
    }
}

extension Figure {
    /// The figure some times, in its own unit.
    fileprivate func times(_ factor: Figure) -> Figure {
        let one = Figure(1, "").billionths
        let (whole, rest) = factor.billionths.quotientAndRemainder(dividingBy: one)
        let (most, overflow) = billionths.multipliedReportingOverflow(by: whole)
        // Nobody sells that much, and it leaves room for what is worked out from it.
        let limit = Int128(1) << 100
        guard !overflow, most.magnitude < limit.magnitude else {
            return Figure(billionths: limit, unit: unit)
        }
        return Figure(billionths: most + billionths / one * rest, unit: unit)
    }
}
