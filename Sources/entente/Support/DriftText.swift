internal import Audit
internal import Terms

/// What `status` says about promises that are not kept, in two lines.
struct DriftText {
    struct JSON: Encodable {
        let id: String
        let label: String
        let reason: String
        let since: String?
        let status: String
    }

    private let behind: [Assessment]

    /// Audits all promises. Linear in the number of records.
    init(_ audited: AuditedFramework) { behind = audited.behind }

    /// What is broken, and what drifts; none where all is well.
    var lines: [(label: String, text: String)] {
        [("Broken       ", Assessment.Status.broken), ("Drifting     ", .drifting)]
            .compactMap { label, status in
                let found = behind.filter { $0.status == status }
                guard let first = found.first else { return nil }
                let day = first.since?.description ?? ""
                // Most reasons name the day themselves.
                let since = first.reason.contains(day) ? "" : ", since \(day)"
                let others = found.count == 1 ? "" : "; \(found.count) in all"
                return (
                    label,
                    TextRules.visible("\(first.label): \(first.reason)\(since)")
                        + "\(others): entente audit"
                )
            }
    }

    var json: [JSON] {
        behind.map {
            JSON(
                id: $0.id, label: $0.label, reason: $0.reason, since: $0.since?.description,
                status: $0.status.rawValue)
        }
    }
}
