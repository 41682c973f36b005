public import Records
internal import Settlement
internal import Terms

/// Who owes whom for some days, for people and for programs: what is left to pay, the invoices and
/// credits, then each line of the division with its reason. The same bytes for both sides.
public struct StatementReport: Sendable {
    let statement: PeriodStatement
    let framework: String
    let wording: SettlementWording

    /// Takes a statement, the framework, and how parties are called.
    public init(_ statement: PeriodStatement, of framework: String, names: Names) {
        self.statement = statement
        self.framework = framework
        wording = SettlementWording(names: names, hasDays: true)
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    private var blocks: [Block] {
        var blocks: [Block] = [
            .heading(
                level: 1,
                StyledText("\(framework): settlement of \(statement.from) to \(statement.to)"))
        ]
        blocks +=
            statement.debts.isEmpty
            ? [.paragraph("Nothing is owed.")] : statement.debts.flatMap(debt)
        blocks += invoices + parts
        if !statement.recoupments.isEmpty {
            blocks += [
                .heading(level: 2, "Paid back so far"),
                .bulleted(statement.recoupments.map { [.paragraph(StyledText(recoupment($0)))] }),
            ]
        }
        var seen: Set<Note> = []
        let notes = (statement.parts.flatMap(\.distribution.notes) + statement.notes)
            .filter { seen.insert($0).inserted }
        return blocks + SettlementReport.notes(notes)
    }

    // MARK: Who owes whom

    private func debt(_ debt: PeriodStatement.Debt) -> [Block] {
        func figure(_ amount: Int64) -> StyledText {
            StyledText(wording.figure(amount, debt.currency), .together)
        }
        var rows: [[StyledText]] = [
            ["Carried forward", figure(debt.carried)], ["From these days", figure(debt.added)],
            ["Settled already", figure(0 - debt.settled)],
            [StyledText("Left to pay", .bold), figure(debt.left).with(.bold)],
        ]
        if debt.uncontested != debt.left {
            rows.append(["Without what is contested", figure(debt.uncontested)])
        }
        return [
            .heading(level: 2, StyledText(sentence(debt))),
            .table(
                TextTable(
                    rows: rows,
                    header: [
                        StyledText("What \(wording.names.party(debt.creditor)) receives"),
                        StyledText(debt.currency),
                    ], alignments: [.left, .right])),
        ]
    }

    /// `Northwind owes Contoso EUR 1,000.00`.
    func sentence(_ debt: PeriodStatement.Debt) -> String {
        let (debtor, creditor) = (
            wording.names.party(debt.debtor), wording.names.party(debt.creditor)
        )
        if debt.left == 0 { return "\(debtor) and \(creditor) owe each other nothing" }
        let amount = wording.money(debt.left < 0 ? 0 - debt.left : debt.left, debt.currency)
        return debt.left > 0
            ? "\(debtor) owes \(creditor) \(amount)" : "\(creditor) owes \(debtor) \(amount)"
    }

    // MARK: What it is from

    private var invoices: [Block] {
        guard !statement.revenue.isEmpty else {
            return [.paragraph("No invoice and no credit of these days is on record.")]
        }
        let rows = statement.revenue.map { recorded -> [StyledText] in
            let currency = recorded.line.money.currency
            return [
                StyledText(recorded.line.date.description, .together),
                StyledText("\(recorded.deal), \(recorded.number)"),
                StyledText(recorded.line.stream ?? "-"),
                StyledText("v\(recorded.version)"),
                StyledText(
                    wording.money(recorded.line.money.minorUnits, currency), .together),
                StyledText(
                    recorded.standing.label, recorded.standing == .contested ? .bold : []),
            ]
        }
        return [
            .heading(level: 2, "Invoices and credits"),
            .table(
                TextTable(
                    rows: rows, header: ["Day", "Deal", "Stream", "By", "Amount", "Standing"],
                    alignments: [.left, .left, .left, .left, .right, .left])),
        ]
    }

    private var parts: [Block] {
        statement.parts.flatMap { version, distribution -> [Block] in
            guard !distribution.lines.isEmpty else { return [] }
            let report = SettlementReport(
                distribution,
                header: SettlementHeader(
                    framework: framework, state: "version \(version)", digest: "", revenue: "",
                    hasDays: true), names: wording.names)
            return [
                .heading(level: 2, StyledText("Step by step, under version \(version)")),
                .numbered(distribution.lines.map(report.entry)),
            ]
        }
    }

    private func recoupment(_ recoupment: PeriodStatement.Recoupment) -> String {
        func money(_ amount: Int64) -> String { wording.money(amount, recoupment.currency) }
        return "\(recoupment.path.last): \(money(recoupment.paid)) of \(money(recoupment.goal)), "
            + "\(money(recoupment.added)) of that in these days"
    }
}

// MARK: Programs

extension StatementReport {
    private struct Answer: Encodable {
        let debts: [Debt]
        let framework: String
        let from: String
        let notes: [SettlementJSON.Note]
        let parts: [Part]
        let recoupments: [Recoupment]
        let revenue: [Entry]
        let to: String
    }
    private struct Debt: Encodable {
        let added: Int64
        let carried: Int64
        let creditor: String
        let currency: String
        let debtor: String
        let left: Int64
        let settled: Int64
        let text: String
        let uncontested: Int64
    }
    private struct Part: Encodable {
        let lines: [SettlementJSON.Line]
        let totals: [SettlementJSON.Total]
        let version: Int
    }
    private struct Recoupment: Encodable {
        let added: Int64
        let currency: String
        let goal: Int64
        let paid: Int64
        let path: String
    }
    private struct Entry: Encodable {
        let amount: String
        let costs: Int64
        let deal: String
        let minorUnits: Int64
        let number: String
        let on: String
        let record: String
        let standing: String
        let stream: String?
        let tax: Int64
        let version: Int
    }

    /// The report as one JSON document, with keys in alphabetical order.
    ///
    /// - Throws: `EncodingError`.
    public func json() throws -> String {
        let parts = statement.parts.map { version, distribution in
            let json = SettlementJSON(
                distribution,
                header: SettlementHeader(
                    framework: framework, state: "", digest: "", revenue: "", hasDays: true),
                wording: wording)
            return Part(lines: json.lines, totals: json.totals, version: version)
        }
        let answer = Answer(
            debts: statement.debts.map {
                Debt(
                    added: $0.added, carried: $0.carried, creditor: $0.creditor,
                    currency: $0.currency, debtor: $0.debtor, left: $0.left, settled: $0.settled,
                    text: sentence($0), uncontested: $0.uncontested)
            }, framework: framework, from: statement.from.description,
            notes: statement.notes.map {
                SettlementJSON.Note(
                    code: $0.code, path: $0.path.description, message: $0.message)
            }, parts: parts,
            recoupments: statement.recoupments.map {
                Recoupment(
                    added: $0.added, currency: $0.currency, goal: $0.goal, paid: $0.paid,
                    path: $0.path.description)
            }, revenue: statement.revenue.map(entry), to: statement.to.description)
        return try JSONText.of(answer) + "\n"
    }

    private func entry(_ recorded: RecordedRevenue) -> Entry {
        let line = recorded.line
        return Entry(
            amount: wording.money(line.money.minorUnits, line.money.currency), costs: line.costs,
            deal: recorded.deal, minorUnits: line.money.minorUnits, number: recorded.number,
            on: line.date.description, record: recorded.record.description,
            standing: recorded.standing.rawValue, stream: line.stream, tax: line.tax,
            version: recorded.version)
    }

    /// One row for each party's part of each line, for a spreadsheet.
    public func csv() -> String {
        var rows = [
            [
                "version", "rule", "path", "from", "to", "recipient", "currency", "amount",
            ]
        ]
        for (version, distribution) in statement.parts {
            for line in distribution.lines {
                for part in line.parts {
                    rows.append([
                        String(version), line.rule.word, line.path.description,
                        line.time.span?.first.description ?? "",
                        line.time.span?.last.description ?? "", part.recipient.description,
                        line.currency, wording.plain(part.amount, line.currency),
                    ])
                }
            }
        }
        return CSVText.of(rows)
    }
}
