public import Settlement
internal import Terms

/// Who receives what, for people and for programs: the totals, then each line with its reason.
public struct SettlementReport: Sendable {
    let distribution: Distribution
    let header: SettlementHeader
    let wording: SettlementWording

    /// Takes a distribution, what stands above it, and how parties are called.
    public init(_ distribution: Distribution, header: SettlementHeader, names: Names = Names()) {
        self.distribution = distribution
        self.header = header
        wording = SettlementWording(names: names, hasDays: header.hasDays)
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    var blocks: [Block] {
        var blocks: [Block] = [
            .heading(level: 1, StyledText("\(header.framework): who receives what")),
            .grid(facts),
        ]
        for total in distribution.totals {
            blocks += [.heading(level: 2, StyledText("Who receives what, in \(total.currency)"))]
            blocks.append(.table(table(of: total)))
        }
        for total in distribution.totals {
            let lines = distribution.lines.filter { $0.currency == total.currency }
            guard !lines.isEmpty else { continue }
            blocks.append(.heading(level: 2, StyledText("Step by step, in \(total.currency)")))
            blocks.append(.numbered(lines.map(entry)))
        }
        return blocks + SettlementReport.notes(distribution.notes)
    }

    private var facts: [Block.Entry] {
        let days = distribution.days.map { "\($0.first) to \($0.last)" }
        return [
            .init("Terms", line: StyledText(header.state)),
            .init("Digest", line: StyledText(header.digest)),
            .init("Revenue", line: StyledText(header.revenue)),
        ] + (days.map { header.hasDays ? [.init("Days", line: StyledText($0))] : [] } ?? [])
    }

    private func table(of total: Distribution.Total) -> TextTable {
        let rows = total.parts.map { part -> [StyledText] in
            [
                StyledText(wording.name(part.recipient)),
                StyledText(wording.figure(part.amount, total.currency), .together),
                StyledText(wording.percent(part.amount, of: total.whole)),
            ]
        }
        let whole: [StyledText] = [
            StyledText("Together", .bold),
            StyledText(wording.figure(total.whole, total.currency), [.bold, .together]), "",
        ]
        return TextTable(
            rows: rows + [whole], header: ["Who", StyledText(total.currency), "Of all"],
            alignments: [.left, .right, .right])
    }

    func entry(_ line: Line) -> Block.Entry {
        let title = wording.title(line)
        let amount = line.amount == 0 ? "" : ": " + wording.money(line.amount, line.currency)
        let reason = [wording.reason(line), wording.limit(line), wording.sources(line)]
            .compactMap(\.self)
        return Block.Entry(
            StyledText(title + amount),
            [
                .caption(wording.parts(line)),
                .caption(StyledText(reason.joined(separator: " "))),
                .paragraph(StyledText(line.path.description, .dim)),
            ])
    }

    static func notes(_ notes: [Note], title: String = "To be known") -> [Block] {
        guard !notes.isEmpty else { return [] }
        return [
            .heading(level: 2, StyledText(title)),
            .bulleted(notes.map { [.paragraph(StyledText($0.message))] }),
        ]
    }
}
