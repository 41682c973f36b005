internal import Terms

extension AuditRule {
    static let dispute = AuditRule(
        "dispute", .safeguards,
        "Whether each dispute goes up the agreed ladder within the agreed times."
    ) { past in
        past.disputes.map { dispute in
            let late = dispute.steps.compactMap { step -> Int? in
                guard let due = step.due else { return nil }
                let days = due.days(to: step.ended ?? dispute.resolved ?? past.today)
                return days > 0 ? days : nil
            }
            var found = Assessment(
                rule: "dispute", path: dispute.ladder, subject: dispute.id,
                label: "Dispute \(dispute.id) about \(dispute.term)",
                version: past.version(on: dispute.raised.day).number,
                promised: dispute.promised, actual: "Raised on \(dispute.raised.day)",
                difference: late.max().map { "\(Words.days($0)) late" }, status: .unknown,
                reason: "The terms name no steps", evidence: dispute.events.evidence,
                since: dispute.raised.day)
            if let resolved = dispute.resolved {
                found.actual = "Settled on \(resolved)"
                found.status = .kept
                found.since = resolved
                found.reason =
                    late.isEmpty
                    ? "It was settled within the agreed times"
                    : "It was settled, with \(Words.counted(late.count, "step")) out of time"
                return found
            }
            guard let place = dispute.current else { return found }
            past.judge(&found, dispute, in: place)
            return found
        }
    }
}

extension DisputeCourse {
    fileprivate var promised: String {
        let words = steps.map { step in
            step.kind + (step.within.map { " within \($0)" } ?? "")
        }
        return words.isEmpty ? "No steps are agreed" : words.joined(separator: ", then ")
    }
}

extension Past {
    /// How a dispute stands that is in a step of its ladder.
    fileprivate func judge(
        _ found: inout Assessment, _ dispute: DisputeCourse, in place: Int
    ) {
        let step = dispute.steps[place]
        let number = "step \(place + 1) of \(dispute.steps.count), \(step.kind)"
        let who = step.who.isEmpty ? managers : step.who
        guard let started = step.started else {
            found.actual = "Before \(number)"
            found.status = .drifting
            found.since = dispute.steps[..<place].last?.ended ?? dispute.raised.day
            found.reason = "The step before has ended, and nobody has begun this one"
            found.next = .init(
                who: who,
                what: "begin: entente record disputes step-started \(dispute.id) "
                    + "--set step=\(step.id)")
            return
        }
        found.actual = "In \(number), since \(started)"
        found.due = step.due
        found.next = .init(
            who: who,
            what: "end it: entente record disputes step-ended \(dispute.id) "
                + "--set step=\(step.id)")
        if let due = step.due, due < today {
            found.status = .broken
            found.since = due
            found.reason = "The time of this step was up on \(due)"
        } else {
            found.status = .notYetDue
            found.since = started
            found.reason =
                step.due.map { "There is time until \($0)" } ?? "The terms name no time for it"
        }
    }
}
