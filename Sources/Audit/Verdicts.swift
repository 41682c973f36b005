internal import Records
internal import Terms

/// What reviewers said about terms, the last word on each.
struct Verdicts {
    private struct Verdict {
        let path: TermPath
        let status: Assessment.Status
        let why: String
        let record: PastRecord
    }

    private var last: [TermPath: Verdict] = [:]
    private let past: Past

    init(_ past: Past) {
        self.past = past
        for record in past.records("reviews", "given").counted {
            for item in record.value["verdicts"]?.items ?? [] {
                guard let path = item.value["term"]?.text.flatMap(TermPath.init),
                    let status = item.value["status"]?.text
                        .flatMap(Assessment.Status.init(rawValue:))
                else { continue }
                last[path] = Verdict(
                    path: path, status: status, why: item.value["why"]?.text ?? "", record: record)
            }
        }
    }

    /// The assessments with what reviewers said about the same terms. It decides only where
    /// nothing else on record does.
    func weigh(_ found: [Assessment]) -> [Assessment] {
        found.map { assessment in
            guard let verdict = last[assessment.path] else { return assessment }
            var weighed = assessment
            weighed.evidence.append(verdict.record.evidence)
            weighed.reason += "; \(words(verdict))"
            if assessment.status == .unknown {
                weighed.status = verdict.status
                weighed.since = verdict.record.day
                weighed.next = mending(verdict)
            }
            return weighed
        }
    }

    /// What reviewers said about terms of a section that no rule looks at.
    func others(than found: [Assessment], in section: SectionName) -> [Assessment] {
        let known = Set(found.map(\.path))
        return last.values.filter {
            !known.contains($0.path)
                && (SectionName(rawValue: $0.path.section) ?? .framework) == section
        }.sorted { $0.path < $1.path }.map { verdict in
            let label =
                Schema.field(at: verdict.path)?.field.label ?? verdict.path.description
            let number = past.version(on: verdict.record.day).number
            return Assessment(
                rule: "verdict", path: verdict.path, label: label, version: number,
                promised: past.current.document[verdict.path]?.text ?? "As the terms say",
                actual: words(verdict), status: verdict.status, reason: verdict.why,
                evidence: [verdict.record.evidence], since: verdict.record.day,
                next: mending(verdict))
        }
    }

    /// What follows from a verdict; nothing where it is that all is well.
    private func mending(_ verdict: Verdict) -> Assessment.Step? {
        guard verdict.status != .kept else { return nil }
        return .init(who: past.managers, what: "mend it, and ask for another review")
    }

    private func words(_ verdict: Verdict) -> String {
        "\(verdict.record.recorder.name) found it \(verdict.status.label) on "
            + "\(verdict.record.day)" + (verdict.why.isEmpty ? "" : ": \(verdict.why)")
    }
}
