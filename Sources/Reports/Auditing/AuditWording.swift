internal import Audit
internal import Records
internal import Terms

/// How an audit says things.
struct AuditWording: Sendable {
    let names: Names

    /// What is most pressing first; of equals, in the order of the terms.
    func byUrgency(_ found: [Assessment]) -> [Assessment] {
        let order: [Assessment.Status] = [.broken, .drifting, .unknown, .notYetDue, .kept]
        return order.flatMap { status in found.filter { $0.status == status } }
    }

    func percent(_ score: Score) -> String { score.percent.map { "\($0)%" } ?? "-" }

    /// How a score comes about.
    func explained(_ score: Score) -> String {
        guard score.judged > 0 else { return "Nothing to judge yet: \(score.reasons)." }
        let points = 2 * score.count(.kept) + score.count(.drifting)
        let half = points % 2 == 1 ? ".5" : ""
        return "\(points / 2)\(half) of \(score.judged) points: \(score.reasons)."
    }

    /// The status and what it is the status of.
    func title(_ found: Assessment) -> StyledText {
        StyledText(found.status.label, [.bold, found.status.colour])
            + StyledText(": \(found.label)")
    }

    /// All that is known of it, line by line.
    func lines(_ found: Assessment) -> [StyledText] {
        var lines = ["Promised: \(found.promised)", "On record: \(found.actual)"]
        if let difference = found.difference { lines.append("Difference: \(difference)") }
        lines.append("Why: \(found.reason)" + (found.since.map { " (since \($0))" } ?? ""))
        if let due = found.due { lines.append("Due: \(due)") }
        lines.append("Evidence: " + evidence(found))
        if let step = found.next { lines.append("Next: " + self.step(step)) }
        return lines.map { StyledText($0) }
            + [StyledText("\(found.path), version \(found.version)", .dim)]
    }

    /// Who acts next, and how.
    func step(_ step: Assessment.Step) -> String {
        let who = step.who.map(name)
        return (who.isEmpty ? "Both" : who.joined(separator: ", ")) + ": \(step.what)"
    }

    func name(_ id: String) -> String {
        names.knowsParty(id) ? names.party(id) : names.person(id)
    }

    /// A record with how far it is established.
    func record(_ evidence: Assessment.Evidence) -> String {
        "\(evidence.record) (\(evidence.standing.label))"
    }

    /// Whoever receives money.
    func recipient(_ word: String) -> String {
        switch word {
        case "+others": "Costs of others"
        case "+taxes": "Taxes"
        default: name(word)
        }
    }

    /// `33.4%`; nothing of nothing.
    func share(_ part: Figure, of whole: Figure) -> String {
        let permille = part.permille(of: whole)
        return permille == 0 ? "" : "\(permille / 10).\(permille % 10)%"
    }

    /// The records, as many as one looks at, with how far they are established.
    private func evidence(_ found: Assessment) -> String {
        let all = found.evidence
        guard !all.isEmpty else { return "nothing on record" }
        let shown = all.suffix(Self.shown).map(record)
        let more = all.count - shown.count
        return (more > 0 ? ["\(standings(found)), the last of them:"] : []).joined()
            + (more > 0 ? " " : "") + shown.joined(separator: ", ")
    }

    /// `12 records, 10 confirmed by both, 2 claimed by one`.
    private func standings(_ found: Assessment) -> String {
        let parts = Record.Standing.allCases.compactMap { standing -> String? in
            let count = found.evidence.filter { $0.standing == standing }.count
            return count == 0 ? nil : "\(count) \(standing.label)"
        }
        return (["\(found.evidence.count) records"] + parts).joined(separator: ", ")
    }

    private static let shown = 3
}

extension Assessment.Status {
    /// The colour of its word, which says the same.
    var colour: TextAttributes {
        switch self {
        case .kept: .green
        case .drifting: .yellow
        case .broken: .red
        case .notYetDue, .unknown: .dim
        }
    }
}
