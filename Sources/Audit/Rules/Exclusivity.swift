internal import Records
internal import Terms

extension AuditRule {
    static let exclusivity = AuditRule(
        "exclusivity", .safeguards,
        "Whether anything on record speaks against the exclusivity."
    ) { past in
        let path = TermPath(section: "safeguards").appending("exclusivity")
        guard let terms = past.current.document[path], let mode = terms["mode"]?.text,
            mode != "none"
        else { return [] }
        let until = terms["until"]?.date
        let bound = terms["bound"]?.items.compactMap(\.value.text) ?? past.signing
        let disputes = past.disputes.filter { $0.term.map(path.contains) ?? false }
        let open = disputes.filter { $0.end == nil }
        let isOver = until.map { $0 < past.today } ?? false
        guard !isOver || !open.isEmpty else { return [] }
        return [
            Assessment(
                rule: "exclusivity", path: path, label: "The exclusivity is kept",
                version: past.current.number,
                promised: "\(past.names(bound)): \(mode)" + (until.map { ", until \($0)" } ?? ""),
                actual: open.isEmpty
                    ? "Nobody says that it is broken"
                    : "Disputed: \(open.map(\.name).joined(separator: ", "))",
                status: open.isEmpty ? .unknown : .drifting,
                reason: open.isEmpty
                    ? "No record can show what is not done; a reviewer can say so"
                    : open[0].what,
                evidence: disputes.flatMap { past.evidence(of: $0).prefix(1) }, due: until,
                since: open.first?.opening.day,
                next: open.isEmpty
                    ? past.reviewing(path)
                    : .init(who: bound.map(past.manager), what: "settle the dispute"))
        ]
    }
}

extension Past {
    /// How somebody who looks from outside can say how a term stands.
    func reviewing(_ path: TermPath) -> Assessment.Step {
        .init(
            who: [current.value("governance.audit.auditor")?.text].compactMap(\.self),
            what: "say how \(path) stands: entente record review")
    }
}
