internal import Terms

extension AuditRule {
    static let auditReview = AuditRule(
        "audit-review", .governance,
        "Whether somebody checks as often as agreed that the terms are kept."
    ) { past in
        let path = TermPath(section: "governance").appending("audit")
        guard let audit = past.current.document[path], let every = audit["cadence"]?.duration else {
            return []
        }
        let stretches = past.stretches(from: past.start) {
            $0.document[path]?["cadence"]?.duration
        }
        return [
            past.assessment(
                "audit-review", path.appending("cadence"), label: "The auditor's review is given",
                every: every, stretches: stretches, records: past.records("reviews", "given"),
                next: .init(
                    who: [audit["auditor"]?.text].compactMap(\.self),
                    what: "look at the records and give a verdict: entente record review"))
        ].compactMap(\.self)
    }

    static let frameworkReview = AuditRule(
        "framework-review", .framework,
        "Whether the whole agreement is looked at again on the agreed days."
    ) { past in
        let reviews = past.records("reviews", "given")
        return past.promise("framework.review-on") { $0.date }.compactMap { promise in
            guard let first = promise.due else { return nil }
            let every = promise.terms.value("framework.review-every")?.duration
            let due = past.lastDue(first, every: every)
            // Who looks at it a little early has looked at it.
            let early = CalendarDate(dayNumber: due.dayNumber - 91)
            let done = reviews.counted.first { $0.day >= early }
            var found = Assessment(
                rule: "framework-review", path: promise.path,
                label: "The agreement is looked at again", version: promise.terms.number,
                promised: "On \(due)" + (every.map { ", then \(Words.every($0))" } ?? ""),
                actual: done.map { "On \($0.day)" } ?? "Not yet", status: .notYetDue,
                reason: "There is time until \(due)", evidence: [done].compactMap(\.self).evidence,
                due: due, isDated: true)
            if let done {
                let late = due.days(to: done.day)
                found.status = .kept
                found.since = done.day
                found.difference = late > 0 ? "\(Words.days(late)) late" : nil
                found.reason = "A review was given on \(done.day)"
                return found
            }
            found.next = .init(
                who: past.managers,
                what: "look at all of it, and record it: entente record review")
            if due < past.today {
                found.status = due.days(to: past.today) > 91 ? .broken : .drifting
                found.since = due
                found.difference = "\(Words.days(due.days(to: past.today))) late"
                found.reason = "It was due on \(due), and no review of the time is on record"
            }
            return found
        }
    }
}

extension Past {
    /// The last day up to today on which something that comes again was due; the first day where
    /// none is over.
    fileprivate func lastDue(_ first: CalendarDate, every: CalendarDuration?) -> CalendarDate {
        guard let every, every.count > 0 else { return first }
        return first.adding(every, times: max(0, first.times(every, to: today) - 1))
    }
}
