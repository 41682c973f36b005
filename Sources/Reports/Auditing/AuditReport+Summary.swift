internal import Audit
internal import Terms

/// What fits on one page: the scores, what changed, and what somebody has to do.
extension AuditReport {
    var glance: AuditPart {
        AuditPart(
            "At a glance", at: "glance",
            [.paragraph(StyledText(glanceWords))]
                + (audit.assessments.isEmpty ? [] : [.table(scores)])
                + (quadrants.isEmpty ? [] : [.table(scorecard)]))
    }

    var glanceWords: String {
        guard !audit.assessments.isEmpty else { return "The terms promise nothing here." }
        let score = Score(audit.assessments)
        let count = audit.assessments.count
        return "\(count) promise\(count == 1 ? "" : "s"): \(score.reasons)."
    }

    private var scores: TextTable {
        let rows = audit.sections.map { section -> [StyledText] in
            let score = Score(audit.assessments(of: section))
            return [
                StyledText(section.title), StyledText(wording.percent(score)),
                StyledText(score.reasons),
            ]
        }
        return TextTable(
            rows: rows, header: ["Section", "Score", "Because of"],
            alignments: [.left, .right, .left])
    }

    /// The objectives by quadrant, in the order of the schema.
    var quadrants: [(name: String, found: [Assessment])] {
        ["strategic", "operational", "financial", "relationship"].compactMap { name in
            let found = audit.assessments.filter { $0.quadrant == name }
            return found.isEmpty ? nil : (name, found)
        }
    }

    private var scorecard: TextTable {
        TextTable(
            rows: quadrants.map { name, found in
                let score = Score(found)
                return [
                    StyledText(name.capitalisedFirst), StyledText(wording.percent(score)),
                    StyledText(score.reasons),
                ]
            }, header: ["Objectives", "Score", "Because of"], alignments: [.left, .right, .left])
    }

    /// What stands in another way than on an earlier day.
    var changed: AuditPart? {
        guard let changes else { return nil }
        let records =
            changes.records == 1 ? "1 record tells" : "\(changes.records) records tell"
        let head = Block.paragraph(
            StyledText(
                "\(records) of what happened since, and \(changes.changes.count) "
                    + "promise\(changes.changes.count == 1 ? "" : "s") stand"
                    + "\(changes.changes.count == 1 ? "s" : "") in another way."))
        let list = changes.changes.map { change -> [Block] in
            let before = change.before.map { "was \($0.label)" } ?? "new"
            return [
                .paragraph(
                    wording.title(change.now)
                        + StyledText(" (\(before))"))
            ]
        }
        return AuditPart(
            "What changed since \(changes.since)", at: "changes",
            [head] + (list.isEmpty ? [] : [.bulleted(list)]))
    }

    /// What is broken or drifts, and who acts.
    var attention: AuditPart? {
        let pressing = pressing
        guard !pressing.isEmpty else { return nil }
        return AuditPart(
            "Who acts next", at: "next",
            [
                .bulleted(
                    pressing.map { found in
                        let step = found.next.map { StyledText(wording.step($0)) }
                        return [.lines([wording.title(found)] + [step].compactMap(\.self))]
                    })
            ])
    }

    var pressing: [Assessment] {
        wording.byUrgency(audit.assessments)
            .filter { $0.status == .broken || $0.status == .drifting }
    }
}

extension String {
    /// The same with a capital letter at the start.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
