internal import Records
internal import Terms

extension Obligations {
    /// The last day of the agreement, where it is known: by notice, or as it is not renewed.
    var lastDay: CalendarDate? {
        let agreed = agreement.span(on: today)?.end
        let isRenewed = agreement.renewal == .tacit
        let noticed = noticed?.value?["ends"]?.date
        return [noticed, isRenewed ? nil : agreed ?? value("framework.term.ends")?.date]
            .compactMap { $0 }.min()
    }

    /// The notice by which it ends first.
    private var noticed: Record? {
        (records("notices", "non-renewal") + records("notices", "termination"))
            .filter { $0.value?["ends"]?.date != nil }
            .min { ($0.value?["ends"]?.date ?? today) < ($1.value?["ends"]?.date ?? today) }
    }

    /// Renewal, the last day to give notice, and the end.
    func term() -> [Obligation] {
        let path = TermPath(section: "framework").appending("term")
        let sponsors = signing.map(sponsor)
        if let noticed, let ends = noticed.value?["ends"]?.date {
            return ending(ends, sponsors, source: path.appending("notice"), record: noticed.id)
        }
        var found: [Obligation] = []
        var next = agreement.span(on: today)
        while let span = next, span.end <= until || (span.lastNotice ?? span.end) <= until {
            let ends = path.appending("ends")
            switch agreement.renewal {
            case .none:
                return ending(span.end, sponsors, source: ends, record: nil)
            case .express:
                return [
                    Obligation(
                        .renewal, "\(span.end)", on: span.end,
                        "Agree on whether it goes on, or it ends on this day", who: sponsors,
                        source: path.appending("renewal"))
                ]
            case .tacit:
                if let day = span.lastNotice, day >= today {
                    found.append(
                        Obligation(
                            .notice, "\(span.end)", on: day,
                            "Last day to give notice, or it is renewed after \(span.end)",
                            who: sponsors, source: path.appending("notice")))
                }
                guard let after = agreement.span(after: span) else { return found }
                found.append(
                    Obligation(
                        .renewal, "\(span.end)", on: span.end.adding(days: 1),
                        "Renewed until \(after.end), unless somebody gave notice", who: sponsors,
                        source: path.appending("renewal-period")))
                next = after
            }
        }
        return found
    }

    private func ending(
        _ day: CalendarDate, _ sponsors: [String], source: TermPath, record: RecordID?
    ) -> [Obligation] {
        var found: [Obligation] = []
        if day >= today {
            found.append(
                Obligation(
                    .end, "agreement", on: day, "The agreement ends", who: sponsors, source: source,
                    record: record))
        }
        for (field, what) in [
            ("wind-down", "What is open is finished"),
            ("recurring-revenue-tail", "Recurring revenue is divided no longer"),
        ] {
            let path = TermPath(section: "safeguards").appending("exit").appending(field)
            guard let length = values[path]?.duration else { continue }
            let last = day.due(within: length)
            guard last >= today else { continue }
            found.append(
                Obligation(.end, field, on: last, what, who: signing, source: path))
        }
        return found
    }

    /// When all of it, and how it is kept, is looked at again.
    func reviews() -> [Obligation] {
        let given = records("reviews", "given").compactMap(\.day)
        return planned(given) + audits(given)
    }

    /// The reviews of the agreement: the first on its day, the others each a length of time later.
    /// A review that is on record counts for the next day of these.
    private func planned(_ given: [CalendarDate]) -> [Obligation] {
        guard let first = value("framework.review-on")?.date else { return [] }
        let every = value("framework.review-every")?.duration.flatMap { $0.isNone ? nil : $0 }
        func review(_ number: Int, on day: CalendarDate) -> Obligation {
            Obligation(
                .review, "agreement/\(number + 1)", on: day, "Look at the whole agreement again",
                who: signing.map(sponsor),
                source: TermPath(section: "framework")
                    .appending(number == 0 ? "review-on" : "review-every"),
                every: every)
        }
        guard let every else {
            return given.isEmpty ? [review(0, on: first)] : []
        }
        // The first that comes on or after the last review is done by that one.
        let next = given.max().map { last in
            last <= first && given.allSatisfy { $0 <= first } ? 1 : first.times(every, to: last) + 1
        }
        var number = next ?? 0
        var found: [Obligation] = []
        let due = first.adding(every, times: number)
        if due < today { found.append(review(number, on: due)) }
        number = max(number, first.times(every, to: today))
        while case let day = first.adding(every, times: number), day <= until, found.count < 1_000 {
            if day >= today { found.append(review(number, on: day)) }
            number += 1
        }
        return found
    }

    private func audits(_ given: [CalendarDate]) -> [Obligation] {
        guard let every = value("governance.audit.cadence")?.duration, let start else { return [] }
        let auditor = value("governance.audit.auditor")?.text
        return series(every: every, from: start, done: given).map {
            Obligation(
                .review, "audit/\($0.number)", on: $0.date,
                "Check whether what was agreed is done",
                who: auditor.map { [$0] } ?? signing.map(manager),
                source: TermPath(section: "governance").appending("audit").appending("cadence"),
                every: every)
        }
    }
}
