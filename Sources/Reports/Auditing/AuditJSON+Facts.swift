internal import Audit
internal import Records
internal import Terms

extension AuditJSON {
    /// How a party sees itself and is seen.
    struct Perception: Encodable {
        struct Rating: Encodable {
            var party: String
            var value: Int
        }

        struct Aspect: Encodable {
            var aspect: String
            var own: Int?
            var others: [Rating]
            var gap: Int
        }

        var party: String
        var aspects: [Aspect]
        var evidence: [Evidence]

        init(_ gap: PerceptionGap) {
            party = gap.party
            aspects = gap.aspects.map { aspect in
                Aspect(
                    aspect: aspect.label, own: aspect.own,
                    others: aspect.others.map { Rating(party: $0.party, value: $0.value) },
                    gap: aspect.gap)
            }
            evidence = gap.evidence.map(Evidence.init)
        }
    }

    /// How a dispute went up the ladder so far.
    struct Dispute: Encodable {
        struct Step: Encodable {
            var id: String
            var step: String
            var who: [String]
            var within: String?
            var started: String?
            var ended: String?
            /// `settled`, `no-result`, or `skipped` by all sides.
            var outcome: String?
            var due: String?

            init(_ step: DisputeLadder.Step) {
                id = step.id
                self.step = step.kind
                who = step.who
                within = step.within?.description
                started = step.started?.description
                due = step.due?.description
                switch step.state {
                case .ended(let day, let isSettled):
                    ended = day.description
                    outcome = isSettled ? "settled" : "no-result"
                case .skipped(let day):
                    ended = day.description
                    outcome = "skipped"
                case .ahead, .running, .skipProposed: break
                }
            }
        }

        var id: String
        var term: String
        var what: String
        var steps: [Step]
        /// The id of the step in which it is; missing where it is over.
        var current: String?
        var resolved: String?

        init(_ dispute: DisputeLadder) {
            id = dispute.name
            term = dispute.term?.description ?? ""
            what = dispute.what
            steps = dispute.steps.map(Step.init)
            current = dispute.currentStep?.id
            resolved = dispute.end?.day.description
        }
    }
}
