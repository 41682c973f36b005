internal import Records
internal import Terms

/// How a party sees itself beside how the others see it, by the last ratings.
public struct PerceptionGap: Sendable {
    /// What is rated, from 1 (bad) to 5 (good).
    public struct Aspect: Sendable {
        /// What people call it.
        public let label: String
        /// How the party rates itself; nil where it has not.
        public let own: Int?
        /// How the others rate it, by their ids, in the order of the registry.
        public let others: [(party: String, value: Int)]

        /// How far the party and the one that sees it most differently are apart.
        public var gap: Int {
            own.map { own in others.map { abs($0.value - own) }.max() ?? 0 } ?? 0
        }
    }

    /// The party that is rated.
    public let party: String
    /// What is rated.
    public let aspects: [Aspect]
    /// The ratings, oldest first.
    public let evidence: [Assessment.Evidence]
}

extension Past {
    /// How each party that was rated sees itself, and is seen, in the order of the registry.
    public var perceptionGaps: [PerceptionGap] {
        var last: [String: [String: PastRecord]] = [:]
        for record in records("health", "rated").counted {
            guard let of = record.value["of"]?.text else { continue }
            last[of, default: [:]][record.recorder.party] = record
        }
        let fields = RecordKind("health")?.event("rated")?.ownFields ?? []
        let parties = current.value("parties.parties")?.members.map(\.key) ?? []
        return parties.compactMap { party in
            guard let ratings = last[party] else { return nil }
            let aspects = fields.filter { $0.name != "of" }.map { field in
                func value(_ record: PastRecord?) -> Int? {
                    record?.value[field.name]?.integer.map { Int($0) }
                }
                return PerceptionGap.Aspect(
                    label: field.label, own: value(ratings[party]),
                    others: parties.filter { $0 != party }.compactMap { other in
                        value(ratings[other]).map { (other, $0) }
                    })
            }
            return PerceptionGap(
                party: party, aspects: aspects,
                evidence: ratings.values.sorted {
                    ($0.day, $0.id.description) < ($1.day, $1.id.description)
                }.evidence)
        }
    }
}
