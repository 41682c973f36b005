internal import Agreement
internal import ArgumentParser
internal import Redline
internal import Reports
internal import Settlement
internal import Terms

/// `settle`: who receives what of some revenue.
struct SettleRevenue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Work out who receives what of some revenue, and why.",
        discussion: """
            Divides revenue by the streams and the order of payment, to the minor unit, and \
            explains each step. The revenue is a CSV file with the columns date, stream and \
            amount, and optionally tax, costs, start, refunds, currency, customer and note; or \
            amounts to try. With --period, the deals on record: who owes whom, each deal under the \
            version in force when it was registered, without what is settled already. With --compare, what other terms move from whom to whom on the same \
            revenue. docs/settlement.md says how it is computed.

            Examples: entente settle --amount subscription="EUR 100,000" --year 2
                      entente settle --revenue revenue.csv
                      entente settle --period 2027-02-01..2027-04-30
                      entente settle --revenue revenue.csv --compare in-force larger-share
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "A CSV file of revenue; - for standard input.", valueName: "file"))
    var revenue: String?

    @Option(
        help: ArgumentHelp(
            "Settle the deals on record of these days: 2027-02-01..2027-04-30, 2027-Q1 or 2027.",
            valueName: "days"))
    var period: String?

    @Option(
        help: ArgumentHelp(
            "An amount to try, like subscription=\"EUR 100,000\"; may be repeated.",
            valueName: "stream=amount"))
    var amount: [String] = []

    @Option(help: ArgumentHelp("In which year of the agreement the amounts come.", valueName: "n"))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            "Which terms: v3, a proposal, in-force, working, @2027-01-31.", valueName: "state"))
    var at: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Two states to compare, like in-force lower-fee.", valueName: "state"))
    var compare: [String] = []

    @Option(help: "text, markdown, csv or json.")
    var format: Format = .text

    @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
    var output: String?

    @OptionGroup var options: GlobalOptions

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, csv, json }

    func run() async throws {
        let session = Session(options)
        if let period {
            return try settle(try SettledPeriod(period), session)
        }
        let settled = try SettledRevenue(file: revenue, amounts: amount, year: year)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(
            framework, firstOf: Self.configuration.commandName, in: workspace,
            history: history)
        func terms(at word: String) throws -> (state: State, files: TermsFiles) {
            let state = try workspace.state(word, of: name, history: history)
            guard let files = state.files else {
                throw Problem(
                    "nothing-to-settle", .unable, state.emptiness(of: name),
                    next: "Name a state: v1, working, or a proposal")
            }
            return (state, files)
        }
        let report: any WrittenReport
        if compare.isEmpty {
            let inForce = history.frameworks[name] == nil ? "working" : "in-force"
            let (state, files) = try terms(at: at ?? inForce)
            let document = TermsDocument(files)
            let distribution = try settled.divide(by: document, of: name).distribution
            report = SettlementReport(
                distribution, header: settled.header(name, state.label, files, distribution),
                names: Names(document))
        } else {
            guard compare.count == 2, at == nil else {
                throw Problem(
                    "usage", .unable, "--compare takes two states, and does not go with --at",
                    next: "entente settle --revenue <file> --compare in-force working")
            }
            let (old, new) = (try terms(at: compare[0]), try terms(at: compare[1]))
            let (before, after) = (TermsDocument(old.files), TermsDocument(new.files))
            report = try settled.comparison(
                of: name, from: (old.state.label, before), to: (new.state.label, after),
                changes: Comparison(from: before, to: after).changes)
        }
        try write(report, session)
    }

    private func settle(_ period: SettledPeriod, _ session: Session) throws {
        guard revenue == nil, amount.isEmpty, year == nil, at == nil, compare.isEmpty else {
            throw Problem(
                "usage", .unable, "--period settles what is on record, under its own terms",
                next: "Leave out the other options, or --period")
        }
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let recorded = try RecordedFramework(
            framework, firstOf: Self.configuration.commandName, session: session,
            workspace: workspace, history: history)
        try write(
            try period.report(of: recorded, workspace: workspace, history: history), session)
    }

    private func write(_ report: any WrittenReport, _ session: Session) throws {
        let format = options.json ? .json : format
        try OutputFile.write(
            try report.written(as: format, style: session.console.style), to: output,
            console: session.console)
    }
}

/// What can be written in each format of `settle`.
private protocol WrittenReport {
    func text(style: TerminalStyle) -> String
    func markdown() -> String
    func csv() -> String
    func json() throws -> String
}

extension SettlementReport: WrittenReport {}
extension SettlementComparisonReport: WrittenReport {}
extension StatementReport: WrittenReport {}

extension WrittenReport {
    fileprivate func written(
        as format: SettleRevenue.Format, style: TerminalStyle
    ) throws -> String {
        switch format {
        case .text: text(style: style)
        case .markdown: markdown()
        case .csv: csv()
        case .json: try json()
        }
    }
}
