internal import Records
internal import Settlement
internal import Terms

/// What is paid, and when.
extension Obligations {
    func money() -> [Obligation] { fees() + settlements() }

    private func fees() -> [Obligation] {
        let path = TermPath(section: "governance").appending("advisor")
        guard let start, let fee = values[path]?["fee"]?.text,
            let every = values[path]?["fee-per"]?.duration
        else { return [] }
        let payers = (values[path]?["fee-split"]?.members ?? []).map(\.key)
        // No record says that it was paid, so that only what comes is known.
        return series(every: every, from: start, done: []).filter { $0.date >= today }.map {
            let number = max(1, start.times(every, to: $0.date))
            return Obligation(
                .payment, "advisor/\(number)", on: $0.date, "The advisor's fee, \(fee)",
                who: payers.isEmpty ? signing : payers, source: path.appending("fee"),
                every: every)
        }
    }

    /// A settlement is due some time after its period; it is done where a notice says so. One
    /// that is past and had no revenue has nothing to settle.
    private func settlements() -> [Obligation] {
        let path = TermPath(section: "commercials").appending("settlement")
        guard let start, let every = values[path]?["frequency"]?.duration,
            let within = values[path]?["pay-within"]?.duration,
            let calendar = SettlementCalendar(starts: start, frequency: every)
        else { return [] }
        let revenue = (records("deals", "invoiced") + records("deals", "credited"))
            .compactMap(\.day)
        var periods = Set(revenue.map(calendar.period))
        let settled = records("notices", "settled").compactMap { record in
            record.value?["from"]?.date.flatMap { from in
                record.value?["to"]?.date.map { (from: from, to: $0) }
            }
        }
        // The one before today may still be due, and those that end until the last day will be.
        let first = max(0, calendar.period(of: today) - 1)
        let last = min(calendar.period(of: until), first + 1_000)
        if first <= last { periods.formUnion(first...last) }
        return periods.filter { $0 >= 0 }.sorted().compactMap { period in
            let span = calendar.span(ofPeriod: period)
            let due = span.last.due(within: within)
            guard !settled.contains(where: { $0.from <= span.first && $0.to >= span.last }),
                span.last >= today || revenue.contains(where: { calendar.period(of: $0) == period })
            else { return nil }
            return Obligation(
                .settlement, "\(period + 1)", on: due,
                "Settle \(span.first) to \(span.last)",
                who: managers(for: values[path]?["invoiced-by"]?.text), source: path, every: every
            )
        }
    }
}
