internal import Audit
internal import Terms

/// What an audit draws. Each drawing says in words what it shows, and a table or list on the same
/// page says it as well.
extension AuditHTML {
    /// What was promised beside what is there: a bar for each promise with a figure.
    var promised: Chapter? {
        let measured = report.wording.byUrgency(report.audit.assessments)
            .filter { $0.measure != nil && !Self.isTrend($0) }
        guard !measured.isEmpty else { return nil }
        let shown = measured.prefix(Self.most)
        // A drawing for each section, so that none is longer than a sheet of paper.
        let charts = report.audit.sections.flatMap { section -> [HTML] in
            let bars = shown.filter { $0.section == section }.compactMap { found in
                found.measure.map { BarChart.Bar(found, $0) }
            }
            guard !bars.isEmpty else { return [] }
            let title = "\(section.title): what is there of what was promised"
            return [.tag(.p, [.class("caption")], text: section.title)]
                + stride(from: 0, to: bars.count, by: Self.onASheet).map { start in
                    BarChart(
                        title: title, legend: ["There", "Still short"],
                        bars: Array(bars[start...].prefix(Self.onASheet))
                    ).html(named: "promised/\(section)/\(start)")
                }
        }
        let more =
            measured.count > shown.count
            ? " The \(shown.count) most pressing ones of \(measured.count)." : ""
        return Chapter(
            part: AuditPart(
                "Promised and there", at: "promised",
                [.paragraph(StyledText("The whole bar is what was promised.\(more)"))]),
            drawings: charts)
    }

    /// How many bars stay together on a sheet of paper, with what stands around them.
    private static let onASheet = 8

    /// More bars than that nobody looks at.
    private static let most = 24

    /// How the figures of objectives and measures of success went.
    var trends: Chapter? {
        let drawn = report.audit.assessments.filter(Self.isTrend)
        guard !drawn.isEmpty else { return nil }
        let charts = drawn.map { found in
            LineChart(found, colour: found.status.colourNumber)
                .html(named: "trend/\(found.id)")
        }
        return Chapter(
            part: AuditPart(
                "Where figures go", at: "trends",
                [
                    .paragraph(
                        "Each figure on the day on which it was read; the dashed line is the "
                            + "target by the terms of that day.")
                ]), drawings: [.tag(.div, [.class("trends")], charts)])
    }

    /// Whether there is enough to draw a line.
    private static func isTrend(_ found: Assessment) -> Bool { found.trend.count > 1 }

    /// Who receives what of the money that came in, a bar for each currency.
    var moneyBars: [HTML] {
        let totals = report.division.totals
        let words = totals.flatMap { $0.parts.map(\.recipient) }
        let recipients = words.enumerated().filter { words.firstIndex(of: $1) == $0 }.map(\.element)
        let bars = totals.map { total in
            BarChart.Bar(
                label: "\(total.whole) came in",
                parts: total.parts.compactMap { part in
                    let permille = part.amount.permille(of: total.whole)
                    guard let owner = recipients.firstIndex(of: part.recipient), permille > 0 else {
                        return nil
                    }
                    return .init(owner: owner, length: permille * 10, text: "\(part.amount)")
                })
        }
        guard !bars.isEmpty else { return [] }
        let chart = BarChart(
            title: "Who is to receive the money that came in",
            legend: recipients.map(report.wording.recipient), bars: bars)
        return [chart.html(named: "money/chart")]
    }

    /// How each party sees itself and is seen.
    var gaps: [HTML] {
        report.audit.past.perceptionGaps.map { gap in
            GapChart(
                title: report.wording.name(gap.party),
                rows: gap.aspects.map { aspect in
                    GapChart.Row(
                        label: aspect.label, own: aspect.own, others: aspect.others.map(\.value))
                }
            ).html(named: "gap/\(gap.party)")
        }
    }
}

extension BarChart.Bar {
    /// A promise as a bar of which the whole is what was promised.
    fileprivate init(_ found: Assessment, _ measure: Assessment.Measure) {
        let there = min(1_000, measure.actual.permille(of: measure.promised)) * 10
        let parts: [BarChart.Part] = [
            .init(owner: 0, length: there, text: "\(measure.actual)"),
            .init(owner: 1, length: 10_000 - there, text: found.difference ?? ""),
        ]
        self.init(
            label: "\(found.status.label): \(Self.short(found))",
            parts: parts.filter { $0.length > 0 })
    }

    /// What has room in a line on a phone: the label, or else the ids that people gave it.
    private static func short(_ found: Assessment) -> String {
        found.label.count <= 44
            ? found.label
            : [found.path.last, found.subject].compactMap(\.self).joined(separator: " ")
    }
}
