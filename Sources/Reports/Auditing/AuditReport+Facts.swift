internal import Audit
internal import Records
internal import Terms

/// What is on record, beside the promises: money, perception and disputes.
extension AuditReport {
    /// Who is to receive what of the money that came in; nil where none did.
    var money: AuditPart? {
        guard looksAt(.commercials), !division.totals.isEmpty || division.undivided > 0 else {
            return nil
        }
        let tables = division.totals.map { total -> Block in
            let rows = total.parts.map { part -> [StyledText] in
                [
                    StyledText(wording.recipient(part.recipient)),
                    StyledText("\(part.amount)", .together),
                    StyledText(wording.share(part.amount, of: total.whole)),
                ]
            }
            let whole: [StyledText] = [
                StyledText("Together", .bold),
                StyledText("\(total.whole)", [.bold, .together]), "",
            ]
            return .table(
                TextTable(
                    rows: rows + [whole], header: ["Who", "Amount", "Of all"],
                    alignments: [.left, .right, .right]))
        }
        let note =
            division.undivided == 0
            ? []
            : [
                Block.paragraph(
                    StyledText(
                        "The terms can't divide \(division.undivided) invoices and credits."))
            ]
        return AuditPart(
            "Where the money goes", at: "money",
            [
                .paragraph(
                    "What came in, tax included, and who is to receive it: each deal by the terms "
                        + "of the day on which it was registered.")
            ] + tables + note)
    }

    /// How each party sees itself and is seen; nil where nobody has said so.
    var perception: AuditPart? {
        let gaps = audit.past.perceptionGaps
        guard looksAt(.purpose), !gaps.isEmpty else { return nil }
        return AuditPart(
            "How we see each other", at: "perception",
            [
                .paragraph(
                    "From 1 (bad) to 5 (good), by the last ratings. Where a party sees itself in "
                        + "another way than it is seen, there is something to talk about.")
            ] + gaps.flatMap(blocks))
    }

    private func blocks(_ gap: PerceptionGap) -> [Block] {
        let others = gap.aspects.flatMap { $0.others.map(\.party) }
        let raters = others.enumerated().filter { others.firstIndex(of: $1) == $0 }.map(\.element)
        let rows = gap.aspects.map { aspect -> [StyledText] in
            [StyledText(aspect.label), StyledText(aspect.own.map { "\($0)" } ?? "-")]
                + raters.map { rater in
                    let value = aspect.others.first { $0.party == rater }?.value
                    return StyledText(value.map { "\($0)" } ?? "-")
                } + [StyledText(aspect.gap == 0 ? "" : "\(aspect.gap)")]
        }
        return [
            .heading(level: 3, StyledText(wording.name(gap.party))),
            .table(
                TextTable(
                    rows: rows,
                    header: ["", "Itself"] + raters.map { StyledText(wording.name($0)) } + ["Gap"],
                    alignments: [.left, .right] + raters.map { _ in .right } + [.right])),
            .paragraph(
                StyledText(
                    "Evidence: " + gap.evidence.map(wording.record).joined(separator: ", "), .dim)),
        ]
    }

    /// The disputes that go on, and those that ended after the day since which changes are told.
    var disputes: AuditPart? {
        let shown = audit.past.disputes.filter { dispute in
            dispute.end.map { end in changes.map { end.day > $0.since } ?? false } ?? true
        }
        guard looksAt(.safeguards), !shown.isEmpty else { return nil }
        return AuditPart(
            "Disputes", at: "disputes",
            shown.flatMap { dispute -> [Block] in
                [
                    .heading(
                        level: 3,
                        StyledText(
                            dispute.name + (dispute.term.map { ", about \($0)" } ?? ""))),
                    .paragraph(StyledText(dispute.what)),
                    .ladder(dispute.steps.enumerated().map { rung($1, $0, of: dispute) }),
                ] + (dispute.end.map { [.caption(StyledText("Settled on \($0.day)"))] } ?? [])
            })
    }

    private func rung(_ step: DisputeLadder.Step, _ place: Int, of dispute: DisputeLadder) -> Rung {
        let who = step.who.map(wording.name).joined(separator: ", ")
        var details = who.isEmpty ? [] : [Block.paragraph(StyledText(who))]
        let isNow = place == dispute.current
        let words: String? =
            switch step.state {
            case .ended(let day, let isSettled):
                "Ended on \(day): \(isSettled ? "settled" : "no result")"
            case .skipped(let day): "Left out by all sides on \(day)"
            case .running(let since) where isNow: "We are here, since \(since)" + until(step)
            case .ahead where isNow: "This comes now" + until(step)
            case .skipProposed(let day):
                "One side wants to leave it out since \(day); the others have not confirmed that"
            case .ahead, .running: nil
            }
        if let words {
            details.append(.paragraph(StyledText(words, isNow ? .bold : [])))
        }
        return Rung(
            title: StyledText(step.kind.capitalisedFirst),
            time: step.within.map { StyledText("within \($0)") }, details: details)
    }

    private func until(_ step: DisputeLadder.Step) -> String {
        step.due.map { ", until \($0)" } ?? ""
    }

    private func looksAt(_ section: SectionName) -> Bool { audit.looksAt.contains(section) }
}
