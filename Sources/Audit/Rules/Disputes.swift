internal import Records
internal import Terms

extension AuditRule {
    static let dispute = AuditRule(
        "dispute", .safeguards,
        "Whether each dispute goes up the agreed ladder within the agreed times."
    ) { past in
        past.disputes.map { dispute in
            let raised = dispute.opening.day ?? past.start
            let late = dispute.steps.compactMap { $0.daysLate(dispute.end?.day ?? past.today) }
            var found = Assessment(
                rule: "dispute", path: dispute.path, subject: dispute.name,
                label: "Dispute \(dispute.name) about "
                    + (dispute.term?.description ?? "nothing that is said"),
                version: past.version(on: raised).number,
                promised: dispute.promised, actual: "Raised on \(raised)",
                difference: late.max().map { "\(Words.days($0)) late" }, status: .unknown,
                reason: "The terms name no steps", evidence: past.evidence(of: dispute),
                since: raised)
            if let end = dispute.end {
                found.actual = "Settled on \(end.day)"
                found.status = .kept
                found.since = end.day
                found.reason =
                    late.isEmpty
                    ? "It was settled within the agreed times"
                    : "It was settled, with \(Words.counted(late.count, "step")) out of time"
            } else if let step = dispute.settled {
                past.judge(
                    &found, dispute,
                    "The step \(step.id) settled it, and nobody has recorded how")
            } else if let place = dispute.current {
                past.judge(&found, dispute, in: place, since: raised)
            } else if !dispute.steps.isEmpty {
                past.judge(&found, dispute, "No step of the ladder is left, and it is not settled")
            }
            return found
        }
    }
}

extension DisputeLadder {
    fileprivate var promised: String {
        let words = steps.map { step in
            step.kind + (step.within.map { " within \($0)" } ?? "")
        }
        return words.isEmpty ? "No steps are agreed" : words.joined(separator: ", then ")
    }
}

extension DisputeLadder.Step {
    /// By how many days it took longer than agreed, up to a day; nil where it did not.
    fileprivate func daysLate(_ today: CalendarDate) -> Int? {
        let last: CalendarDate
        switch state {
        case .ended(let day, _): last = day
        case .skipped: return nil
        case .ahead, .running, .skipProposed: last = today
        }
        guard let days = due?.days(to: last), days > 0 else { return nil }
        return days
    }
}

extension Past {
    /// How a dispute stands whose steps are behind.
    fileprivate func judge(
        _ found: inout Assessment, _ dispute: DisputeLadder, _ reason: String
    ) {
        found.status = .drifting
        found.reason = reason
        found.next = .init(
            who: managers,
            what: "say how it ended: entente record disputes resolved \(dispute.name) --set how=..."
        )
    }

    /// How a dispute stands that is at a step of its ladder.
    fileprivate func judge(
        _ found: inout Assessment, _ dispute: DisputeLadder, in place: Int,
        since raised: CalendarDate
    ) {
        let step = dispute.steps[place]
        let number = "step \(place + 1) of \(dispute.steps.count), \(step.kind)"
        // The first step is there as soon as the dispute is.
        let started = step.started ?? (place == 0 ? raised : nil)
        func next(_ what: String, _ event: String) -> Assessment.Step {
            .init(
                who: step.who.isEmpty ? managers : step.who,
                what: "\(what): entente record disputes \(event) \(dispute.name) "
                    + "--set step=\(step.id)")
        }
        found.due = step.due
        found.actual = started.map { "In \(number), since \($0)" } ?? "Before \(number)"
        found.next =
            step.started == nil ? next("begin", "step-started") : next("end it", "step-ended")
        if let due = step.due, due < today {
            found.status = .broken
            found.since = due
            found.reason = "The time of this step was up on \(due)"
        } else if let started {
            found.status = .notYetDue
            found.since = started
            found.reason =
                step.due.map { "There is time until \($0)" } ?? "The terms name no time for it"
        } else {
            found.status = .drifting
            found.since = dispute.steps[..<place].last?.state.end ?? raised
            found.reason = "The step before is over, and nobody has begun this one"
        }
    }
}

extension DisputeLadder.State {
    /// The day on which it was over; nil where it is not.
    fileprivate var end: CalendarDate? {
        switch self {
        case .ended(let day, _), .skipped(let day): day
        case .ahead, .running, .skipProposed: nil
        }
    }
}
