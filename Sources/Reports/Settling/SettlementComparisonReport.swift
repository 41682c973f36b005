public import Redline
public import Settlement
internal import Terms

/// What other terms move from whom to whom on the same revenue, and which of them do.
public struct SettlementComparisonReport: Sendable {
    let comparison: DistributionComparison
    let changes: [TermChange]
    let old: SettlementHeader
    let new: SettlementHeader
    let wording: SettlementWording

    /// Takes a comparison, what the terms change, and what stands above both distributions.
    public init(
        _ comparison: DistributionComparison, changes: [TermChange], from old: SettlementHeader,
        to new: SettlementHeader, names: Names = Names()
    ) {
        self.comparison = comparison
        self.changes = changes
        self.old = old
        self.new = new
        wording = SettlementWording(names: names, hasDays: new.hasDays)
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    /// One row for each recipient and currency, for a spreadsheet.
    public func csv() -> String {
        CSVText.of(
            [["recipient", "currency", "old", "new", "difference"]]
                + comparison.moves.map { move in
                    [move.recipient.description, move.currency]
                        + [move.old, move.new, move.difference].map {
                            wording.plain($0, move.currency)
                        }
                })
    }

    var blocks: [Block] {
        [
            .heading(
                level: 1, StyledText("\(new.framework): \(old.state) → \(new.state), in money")),
            .grid([
                .init("Old digest", line: StyledText(old.digest)),
                .init("New digest", line: StyledText(new.digest)),
                .init("Revenue", line: StyledText(new.revenue)),
            ]),
            .paragraph(StyledText(summary)),
        ] + currencies.flatMap(table) + causes + notes
    }

    /// The same within a longer report: on which revenue, who receives what, and why. Where nothing
    /// moves, a line says so.
    var section: [Block] {
        guard !movesNothing else {
            return [
                ComparisonReport.heading("In money", at: "money"),
                .paragraph(StyledText("\(summary) Tried on: \(new.revenue)")),
            ]
        }
        let head: [Block] = [
            ComparisonReport.heading("In money", at: "money"),
            .grid([.init("Revenue", line: StyledText(new.revenue))]),
            .paragraph(StyledText(summary)),
        ]
        return head + (currencies.flatMap(table) + causes + notes).map(\.lowered)
    }

    // MARK: Who receives more, who less

    /// Who gives to whom, in a sentence for each currency.
    var summary: String {
        guard !comparison.isEmpty else { return "Nobody receives more or less." }
        return currencies.compactMap { currency in
            let moves = comparison.moves.filter { $0.currency == currency && $0.difference != 0 }
            return moves.isEmpty ? nil : sentence(moves) + "."
        }.joined(separator: " ")
    }

    /// Whether neither all changes together nor any of them alone moves anything.
    public var movesNothing: Bool {
        comparison.isEmpty && comparison.causes.allSatisfy { $0.moves?.isEmpty == true }
    }

    private func sentence(_ moves: [DistributionComparison.Move]) -> String {
        let gains = moves.filter { $0.difference > 0 }
        let losses = moves.filter { $0.difference < 0 }
        if let gain = gains.first, let loss = losses.first, gains.count == 1, losses.count == 1 {
            let amount = wording.money(gain.difference, gain.currency)
            return "\(amount) goes from \(wording.name(loss.recipient)) to "
                + wording.name(gain.recipient)
        }
        return moves.map { move in
            let amount = wording.money(abs(move.difference), move.currency)
            return "\(wording.name(move.recipient)) receives \(amount) "
                + (move.difference > 0 ? "more" : "less")
        }.joined(separator: ", ")
    }

    private var currencies: [String] { Set(comparison.moves.map(\.currency)).sorted() }

    private func table(of currency: String) -> [Block] {
        let moves = comparison.moves.filter { $0.currency == currency }
        let rows = moves.map { move in
            [StyledText(wording.name(move.recipient))]
                + [
                    wording.figure(move.old, currency), wording.figure(move.new, currency),
                    wording.difference(move.difference, currency),
                ].map { StyledText($0, .together) }
        }
        return [
            .heading(level: 2, StyledText("Who receives what, in \(currency)")),
            .table(
                TextTable(
                    rows: rows, header: ["Who", "Old", "New", "Difference"],
                    alignments: [.left, .right, .right, .right])),
        ]
    }

    // MARK: Which terms do it

    private var causes: [Block] {
        guard !comparison.causes.isEmpty else { return [] }
        return [
            .heading(level: 2, "Which terms do it"),
            .paragraph(
                "Each by itself, as if nothing else changed; together they may move more or less."),
            .numbered(comparison.causes.map(entry)),
        ]
    }

    private func entry(_ cause: DistributionComparison.Cause) -> Block.Entry {
        let effect: String
        if let moves = cause.moves {
            let sentences = Set(moves.map(\.currency)).sorted().map { currency in
                sentence(moves.filter { $0.currency == currency })
            }
            effect =
                sentences.isEmpty
                ? "Moves nothing of this revenue." : sentences.joined(separator: "; ") + "."
        } else {
            effect = "Can't be tried by itself: this revenue needs more of what changes."
        }
        let lines = figures(of: cause.path).map { [Block.paragraph(StyledText($0))] }
        return Block.Entry(
            StyledText(cause.path.description),
            [.paragraph(StyledText(effect))] + (lines.isEmpty ? [] : [.bulleted(lines)]))
    }

    /// What changes in a term: `shares.contoso: 60% → 55%, -5 percentage points`.
    func figures(of path: TermPath) -> [String] {
        changes.filter { path.contains($0.path) || $0.path.contains(path) }.map { change in
            let inner = change.path.components.dropFirst(path.components.count)
            let place = inner.isEmpty ? "" : inner.joined(separator: ".") + ": "
            switch change.kind {
            case .added: return place + (change.new?.text.map { "new, \($0)" } ?? "new")
            case .removed: return place + (change.old?.text.map { "gone, was \($0)" } ?? "gone")
            case .moved: return place + "moved"
            case .changed:
                guard let old = change.old?.text, let new = change.new?.text else {
                    return place + "changed"
                }
                guard case .difference(let difference) = change.detail else {
                    return place + "\(old) → \(new)"
                }
                return place + "\(old) → \(new), \(difference.text)"
            }
        }
    }

    private var notes: [Block] {
        let (old, new) = (comparison.old.notes, comparison.new.notes)
        return SettlementReport.notes(old.filter(new.contains))
            + SettlementReport.notes(
                old.filter { !new.contains($0) }, title: "To be known of the old terms")
            + SettlementReport.notes(
                new.filter { !old.contains($0) }, title: "To be known of the new terms")
    }
}
