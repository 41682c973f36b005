internal import Agreement
internal import ArgumentParser
internal import Redline
internal import Reports

/// `review`: the full report on a proposal.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Report all that a proposal changes, and what there is to decide.",
        discussion: """
            With a proposal, what it changes in the terms in force, who proposed each change and \
            why, what was said, what it does to findings and money, who has signed, and what comes \
            next. With two states, what changes between them, and with two versions who proposed \
            each change. \
            With --since, only what is new since you last signed or objected (last), somebody else \
            did (their id), a day, a version or a statement. \
            Without --format, what the name of the file says, such as review.html, or else text.

            Examples: entente review lower-fee
                      entente review lower-fee --since last
                      entente review lower-fee --amount subscription="EUR 250,000"
                      entente review lower-fee --output review.html
                      entente review v1 v2
            """)

    @OptionGroup var states: ComparedStates
    @OptionGroup var output: ReportOutput

    @Option(
        help: ArgumentHelp(
            "Only what is new since: last, a person, 2027-01-31, v3, a statement.",
            valueName: "moment"))
    var since: String?

    @Option(
        help: ArgumentHelp(
            "A CSV file of revenue on which to compare who receives what.", valueName: "file"))
    var revenue: String?

    @Option(
        help: ArgumentHelp(
            "An amount to compare on, like subscription=\"EUR 100,000\"; may be repeated.",
            valueName: "stream=amount"))
    var amount: [String] = []

    @Option(help: ArgumentHelp("In which year of the agreement the amounts come.", valueName: "n"))
    var year: Int?

    @OptionGroup var key: KeyOption
    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let settled =
            revenue == nil && amount.isEmpty && year == nil
            ? nil : try SettledRevenue(file: revenue, amounts: amount, year: year)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let found = try states.find(
            session, in: workspace, history: history, framework: framework.framework)
        switch found {
        case .proposal(let proposal):
            let earlier = try await earlier(proposal, session, workspace, history)
            let comparing = try Comparing(proposal, since: earlier?.state).assured()
            let reviewed = ReviewedProposal(
                proposal: proposal,
                origins: ChangeOrigins(
                    comparing.comparison.changes, of: proposal,
                    attribution: try workspace.attribution(of: proposal, since: earlier?.commit)),
                impact: Impact(
                    workspace: workspace, framework: proposal.framework, comparing: comparing),
                update: try workspace.waitingUpdate(of: proposal.framework, history: history))
            try await output.write(comparing.with(try reviewed.review(on: settled)), session)
        case .states(let name, _, _):
            guard since == nil else {
                throw Problem(
                    "usage", .unable, "--since goes with a proposal",
                    next: "entente review <proposal> --since \(since ?? "last")")
            }
            let impact = Impact(
                workspace: workspace, framework: name, comparing: try found.comparing.assured())
            let review = Review(
                decisions: try impact.decisions(), settlement: try impact.settlement(settled),
                origins: try found.origins(
                    of: impact.comparing.comparison.changes, in: workspace, history: history))
            try await output.write(impact.comparing.with(review), session)
        }
    }

    /// The text that the reader knows already; nil where all of it is asked for.
    private func earlier(
        _ proposal: Proposal, _ session: Session, _ workspace: Workspace, _ history: History
    ) async throws -> EarlierText? {
        guard let since else { return nil }
        let me =
            since == "last"
            ? try await SSHKeygen(session.environment).findKey(
                named: key.key, in: workspace, known: workspace.knownKeys(of: proposal)
            ).publicKey : nil
        return try workspace.text(since: since, in: proposal, me: me, history: history)
    }
}
