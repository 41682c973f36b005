internal import Terms

extension AuditRule {
    static let investment = AuditRule(
        "investment", .commercials,
        "What each party put in, against what it promised to put in."
    ) { past in
        let made = Dictionary(grouping: past.records("investments", "made")) {
            $0.value["promise"]?.text ?? ""
        }
        return past.promises("commercials.investments").compactMap { promise in
            guard let effort = Effort(promise), let party = promise.value["party"]?.text else {
                return nil
            }
            return effort.assessment(
                of: promise, rule: "investment", party: party, records: made[promise.id] ?? [],
                past: past)
        }
    }
}

/// Money or hours that a party puts in by a day.
struct Effort {
    let promised: Figure
    /// What an hour counts, where hours can be paid instead.
    private let rate: Money?

    init(_ promised: Figure, rate: Money? = nil) {
        self.promised = promised
        self.rate = rate
    }

    /// Reads an investment; nil where the terms give no figure.
    init?(_ promise: Promised) {
        if let hours = promise.value["hours"]?.integer {
            self.init(Figure(hours, "hours"), rate: promise.value["rate"]?.money)
        } else if let amount = promise.value["amount"]?.money {
            self.init(Figure(amount))
        } else {
            return nil
        }
    }

    /// What a record adds; nil where it is in another unit.
    func part(of record: PastRecord) -> Figure? {
        let amount = record.value["amount"]?.money
        guard case .count = promised.unit else {
            return amount.map { Figure($0) }.flatMap { $0.fits(promised) ? $0 : nil }
        }
        if let hours = record.value["hours"]?.integer { return Figure(hours, "hours") }
        guard let rate, rate.minorUnits > 0, let amount, amount.currency == rate.currency else {
            return nil
        }
        return Figure(amount.minorUnits / rate.minorUnits, "hours")
    }

    func assessment(
        of promise: Promised, rule: String, party: String, records: [PastRecord], past: Past
    ) -> Assessment {
        var sum = promised.zero
        var done: CalendarDate?
        for record in records.counted {
            guard let part = part(of: record) else { continue }
            sum = sum + part
            if done == nil, promised <= sum { done = record.day }
        }
        let by = promise.due.map { " by \($0)" } ?? ""
        var found = Assessment(
            rule: rule, path: promise.path,
            label: "\(past.name(party)): "
                + (promise.value["description"]?.text ?? promise.value["course"]?.text
                    ?? promise.value["kind"]?.text ?? promise.id),
            version: promise.terms.number,
            promised: "\(past.name(party)) puts in \(promised)\(by)", actual: "\(sum)",
            difference: Words.difference(sum, from: promised),
            status: .notYetDue, reason: "", evidence: records.evidence, due: promise.due,
            measure: .init(promised: promised, actual: sum), isDated: promise.due != nil)
        judge(&found, sum: sum, done: done, promise: promise, past: past)
        found.reason += records.contestedWords
        if found.status != .kept {
            let manager = past.manager(of: party)
            found.next = .init(
                who: [manager],
                what: "put in what is missing, and record it: entente record investment "
                    + "--set promise=\(promise.id)")
        }
        return found
    }

    private func judge(
        _ found: inout Assessment, sum: Figure, done: CalendarDate?, promise: Promised, past: Past
    ) {
        if let done {
            found.status = .kept
            found.since = done
            let late = promise.due.map { done.dayNumber - $0.dayNumber } ?? 0
            found.reason =
                "All of it was there on \(done)" + (late > 0 ? ", \(Words.days(late)) late" : "")
        } else if let due = promise.due, due < past.today {
            found.status = .broken
            found.since = due
            found.reason =
                "It was due on \(due), and "
                + (sum.isZero ? "nothing" : "\(sum.permille(of: promised) / 10)%")
                + " is on record"
        } else if let due = promise.due, sum * 2 < promised,
            let late = lastQuarter(from: promise.from, to: due), late <= past.today
        {
            found.status = .drifting
            found.since = late
            found.reason = "Three quarters of the time are over, and less than half is on record"
        } else {
            found.reason =
                "There is time"
                + (promise.due.map { " until \($0)" } ?? ", as the terms name no day")
        }
    }

    /// The day after which less than a quarter of the time is left.
    private func lastQuarter(from: CalendarDate, to due: CalendarDate) -> CalendarDate? {
        let whole = due.dayNumber - from.dayNumber
        return whole > 0 ? CalendarDate(dayNumber: from.dayNumber + whole * 3 / 4 + 1) : nil
    }
}
