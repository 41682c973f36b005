public import Terms

/// How a dispute went up the ladder so far.
public struct DisputeCourse: Sendable {
    /// A step of the ladder.
    public struct Step: Sendable {
        /// Its id.
        public let id: String
        /// What happens in it, such as `mediation`.
        public let kind: String
        /// Who acts.
        public let who: [String]
        /// How long it may take; nil where the terms don't say.
        public let within: CalendarDuration?
        /// When it began; the first one begins when the dispute is raised.
        public internal(set) var started: CalendarDate?
        /// When it ended.
        public internal(set) var ended: CalendarDate?
        /// What came of it: `settled` or `no-result`.
        public internal(set) var outcome: String?

        /// When its time is up; nil before it began.
        public var due: CalendarDate? {
            started.flatMap { day in within.map { day.due(within: $0) } }
        }
    }

    /// The name of the dispute.
    public let id: String
    /// The term that it is about.
    public let term: TermPath
    /// What it is about.
    public let what: String
    /// The steps of the ladder that it goes up.
    public let steps: [Step]
    /// The day on which it was over; nil while it goes on.
    public let resolved: CalendarDate?
    let ladder: TermPath
    let raised: PastRecord
    let events: [PastRecord]

    /// The step in which it is, by place; nil where it is over or there are no steps.
    public var current: Int? {
        guard resolved == nil, !steps.isEmpty else { return nil }
        let started = steps.lastIndex { $0.started != nil } ?? 0
        // Where a step has ended without a result, the next one begins.
        return steps[started].ended == nil ? started : min(started + 1, steps.count - 1)
    }
}

extension Past {
    /// The disputes, in the order of days.
    public var disputes: [DisputeCourse] {
        let all = records("disputes")
        let events = Dictionary(grouping: all) { $0.subject }
        return all.filter { $0.event == "raised" }.compactMap { raised in
            course(of: raised, events: events[raised.subject] ?? [])
        }
    }

    private func course(of raised: PastRecord, events: [PastRecord]) -> DisputeCourse? {
        guard let term = raised.value["term"]?.text.flatMap(TermPath.init) else { return nil }
        let terms = version(on: raised.day).document
        let named = Set(events.compactMap { $0.value["step"]?.text })
        func steps(_ ladder: TermPath) -> [Value.Item] { terms[ladder]?.items ?? [] }
        let ladders = ["partners", "customers"].map {
            TermPath(section: "safeguards").appending("disputes").appending($0).appending("steps")
        }
        // The ladder on which its steps are; the partners' one before any is recorded.
        let ladder =
            ladders.first { ladder in
                named.isSubset(of: Set(steps(ladder).compactMap(\.id))) && !steps(ladder).isEmpty
            } ?? ladders[0]
        var found = steps(ladder).map { item in
            DisputeCourse.Step(
                id: item.id ?? "", kind: item.value["step"]?.text ?? "",
                who: item.value["who"]?.items.compactMap(\.value.text) ?? [],
                within: item.value["within"]?.duration)
        }
        for event in events {
            guard let step = event.value["step"]?.text,
                let index = found.firstIndex(where: { $0.id == step })
            else { continue }
            if event.event == "step-started" {
                found[index].started = found[index].started ?? event.day
            } else {
                found[index].started = found[index].started ?? raised.day
                found[index].ended = event.day
                found[index].outcome = event.value["outcome"]?.text
            }
        }
        if !found.isEmpty, found.allSatisfy({ $0.started == nil }) { found[0].started = raised.day }
        return DisputeCourse(
            id: raised.subject, term: term, what: raised.value["what"]?.text ?? "", steps: found,
            resolved: events.first { $0.event == "resolved" && $0.counts }?.day, ladder: ladder,
            raised: raised, events: events)
    }
}
