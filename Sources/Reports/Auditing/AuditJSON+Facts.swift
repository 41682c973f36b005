internal import Audit
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
            var outcome: String?
            var due: String?
        }

        var id: String
        var term: String
        var what: String
        var steps: [Step]
        /// The id of the step in which it is; missing where it is over.
        var current: String?
        var resolved: String?

        init(_ dispute: DisputeCourse) {
            id = dispute.id
            term = dispute.term.description
            what = dispute.what
            steps = dispute.steps.map { step in
                Step(
                    id: step.id, step: step.kind, who: step.who,
                    within: step.within?.description, started: step.started?.description,
                    ended: step.ended?.description, outcome: step.outcome,
                    due: step.due?.description)
            }
            current = dispute.current.map { dispute.steps[$0].id }
            resolved = dispute.resolved?.description
        }
    }
}
