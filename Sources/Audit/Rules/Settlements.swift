internal import Records
internal import Settlement
internal import Terms

extension AuditRule {
    static let settlement = AuditRule(
        "settlement", .commercials,
        "Whether each settlement period in which money came in was settled in time."
    ) { past in
        let periods = Periods(past)
        let billed = Dictionary(grouping: past.billed) { periods.period(of: $0.record.day) }
        return billed.keys.compactMap(\.self).sorted {
            ($0.due, $0.span.first) < ($1.due, $1.span.first)
        }.map { period in
            past.assessment(of: period, billed[period] ?? [])
        }
    }

    static let division = AuditRule(
        "division", .commercials,
        "What each party was paid of the money that came in, against its part by the terms."
    ) { past in
        let periods = Periods(past)
        let all = Set(past.billed.compactMap { periods.period(of: $0.record.day) })
        guard
            let last = all.filter({ $0.due < past.today }).max(by: {
                ($0.due, $0.span.first) < ($1.due, $1.span.first)
            }),
            let holder = past.current.value("commercials.settlement.invoiced-by")?.text
        else { return [] }
        let division = past.division(upTo: last.span.last)
        return division.totals.flatMap { total in
            total.parts.filter { past.signing.contains($0.recipient) && $0.recipient != holder }
                .map { past.assessment(of: $0, of: total, upTo: last, from: holder) }
        }
    }
}

/// A settlement period, and the day up to which it has to be paid.
private struct Period: Hashable {
    let span: SettlementCalendar.Span
    let due: CalendarDate
    let version: Int
}

/// The settlement periods, by the terms of each time.
private struct Periods {
    private let terms:
        [(
            from: CalendarDate, calendar: SettlementCalendar?, within: CalendarDuration?,
            version: Int
        )]

    init(_ past: Past) {
        terms = past.versions.map { version in
            let settlement = version.value("commercials.settlement")
            let calendar = settlement?["frequency"]?.duration.flatMap {
                SettlementCalendar(starts: past.start, frequency: $0)
            }
            return (version.from, calendar, settlement?["pay-within"]?.duration, version.number)
        }
    }

    /// The period that a day lies in, by the terms of the day; nil where none are agreed.
    func period(of day: CalendarDate) -> Period? {
        guard let terms = terms.last(where: { $0.from <= day }) ?? terms.first,
            let calendar = terms.calendar, let within = terms.within
        else { return nil }
        let span = calendar.span(ofPeriod: calendar.period(of: day))
        return Period(span: span, due: span.last.due(within: within), version: terms.version)
    }
}

extension Past {
    /// What was paid between parties for settlement periods.
    private var payments: [PastRecord] { records("notices", "settled").counted }

    fileprivate func assessment(of period: Period, _ billed: [Billed]) -> Assessment {
        let (first, last) = (period.span.first, period.span.last)
        let paid = payments.filter { record in
            guard let from = record.value["from"]?.date, let to = record.value["to"]?.date else {
                return false
            }
            return from <= first && last <= to
        }
        var found = Assessment(
            rule: "settlement",
            path: TermPath(section: "commercials").appending("settlement")
                .appending("pay-within"),
            subject: first.description, label: "Settlement of \(first) to \(last)",
            version: period.version, promised: "Paid by \(period.due)",
            actual: paid.first.map { "Paid on \($0.day)" } ?? "Nothing on record says so",
            status: .notYetDue, reason: "There is time until \(period.due)",
            evidence: (billed.map(\.record) + paid).evidence, due: period.due)
        if let day = paid.first?.day {
            let late = period.due.days(to: day)
            found.status = .kept
            found.since = day
            found.difference = late > 0 ? "\(Words.days(late)) late" : nil
            found.reason = "It was paid on \(day)"
        } else {
            overdue(&found, period)
        }
        return found
    }

    /// What a party was paid, for the periods that had to be paid by now.
    fileprivate func assessment(
        of part: Division.Part, of total: Division.Total, upTo period: Period,
        from holder: String
    ) -> Assessment {
        let own = payments.filter { record in
            record.value["payee"]?.text == part.recipient
                || record.value["payer"]?.text == part.recipient
        }
        var paid = part.amount.zero
        for record in own {
            guard let money = record.value["amount"]?.money.map({ Figure($0) }), money.fits(paid)
            else { continue }
            paid = record.value["payee"]?.text == part.recipient ? paid + money : paid - money
        }
        var found = Assessment(
            rule: "division",
            path: TermPath(section: "commercials").appending("streams"),
            subject: "\(part.recipient)-\(part.amount.currency)",
            label: "\(name(part.recipient)) is paid its part", version: period.version,
            promised: "\(part.amount) of the \(total.whole) that came in up to "
                + "\(period.span.last)", actual: "\(paid) paid",
            difference: Words.difference(paid, from: part.amount),
            status: .kept, reason: "Nothing of it is missing", evidence: own.evidence,
            due: period.due, measure: .init(promised: part.amount, actual: paid))
        if paid < part.amount {
            overdue(&found, period)
            found.reason = "\(name(holder)) holds it, and it was to be paid by \(period.due)"
        }
        return found
    }

    /// What has to be paid, and is not as far as the records tell.
    private func overdue(_ found: inout Assessment, _ period: Period) {
        let holder = current.value("commercials.settlement.invoiced-by")?.text
        found.next = .init(
            who: holder.map { [manager(of: $0)] } ?? managers,
            what: "settle it, and record it: entente record notice settled")
        guard period.due < today else { return }
        found.status = .broken
        found.since = period.due
        found.reason = "It was to be paid by \(period.due), and nothing on record says that it was"
    }
}

extension Figure {
    /// The currency; empty where it is no money.
    var currency: String { if case .money(let currency) = unit { currency } else { "" } }
}
