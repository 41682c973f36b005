public import Terms

/// What is different between two days.
public struct AuditChanges: Sendable {
    /// A promise that stands in another way than before.
    public struct Change: Sendable {
        /// How it stands now.
        public let now: Assessment
        /// How it stood before; nil where it was no promise then.
        public let before: Assessment.Status?
    }

    /// The day that it is compared with.
    public let since: CalendarDate
    /// The promises that stand in another way, in the order of the audit.
    public let changes: [Change]
    /// How many records tell of what happened since.
    public let records: Int
    private let news: Set<String>

    /// Compares an audit with the same one as of an earlier day.
    ///
    /// - Parameters:
    ///   - audit: The audit.
    ///   - since: The earlier day. Before anything was in force, everything is new.
    public init(_ audit: AuditResult, since: CalendarDate) {
        self.since = since
        let before = audit.past.asOf(since).map { AuditResult($0, sections: audit.looksAt) }
        let earlier = Dictionary(
            (before?.assessments ?? []).map { ($0.id, $0.status) },
            uniquingKeysWith: { first, _ in first })
        changes = audit.assessments.compactMap { found in
            let old = earlier[found.id]
            return old == found.status ? nil : Change(now: found, before: old)
        }
        records = audit.past.recordCount(after: since)
        news = Set(changes.map(\.now.id))
    }

    /// Whether something about a promise is new: how it stands, what is on record of it, or that it
    /// fell due.
    public func isNews(_ found: Assessment) -> Bool {
        news.contains(found.id) || found.evidence.contains { $0.day > since }
            || found.due.map { $0 > since && found.status != .notYetDue && found.status != .kept }
                ?? false
    }
}

extension Past {
    /// The last day before today on which the executives met; nil where they have not.
    public var lastSteeringMeeting: CalendarDate? {
        let steering = versions.flatMap { $0.value("governance.meetings")?.items ?? [] }
            .filter { $0.value["layer"]?.text == "steering" }.compactMap(\.id)
        return records("meetings", "held").last {
            $0.day < today && steering.contains($0.value["meeting"]?.text ?? "")
        }?.day
    }
}
