internal import Agreement
internal import ArgumentParser
internal import Records
internal import Reports
internal import Terms

/// `dispute`: where a dispute is on the agreed ladder.
struct DisputeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Show where a dispute is on the agreed ladder, and what comes next.",
        discussion: """
            Which step it is at, who has to do what by when, and what comes after that. Without a \
            name, all disputes on record. A step is skipped only where one side records \
            step-skipped and the others confirm it. docs/disputes.md says how it goes.

            Examples: entente dispute
                      entente dispute hours
                      entente record disputes step-started hours --set step=sponsors
            """)

    @Argument(help: "The dispute, by the name it was raised under.")
    var dispute: String?

    @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
    var at: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let today =
            try at.map { try DayArgument.read($0, for: "--at") } ?? session.environment.today
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let recorded = try RecordedFramework(
            framework.framework, session: session, workspace: workspace, history: history)
        let all = DisputeLadder.all(in: recorded.book, terms: recorded.terms)
        let reports = all.filter { dispute == nil || $0.name == dispute }.map {
            DisputeReport($0, today: today, names: recorded.names)
        }
        if let dispute, reports.isEmpty {
            let nearest = Suggestion.nearest(to: dispute, in: all.map(\.name))
            throw Problem(
                "no-such-dispute", .unable,
                "no dispute `\(TextRules.visible(dispute))` was raised"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: "entente dispute lists them")
        }
        if options.json {
            try session.console.print(json: ["disputes": reports.map(DisputeJSON.init)])
            return
        }
        if reports.isEmpty { session.console.print("No dispute was raised.") }
        for report in reports {
            session.console.print(report.text(style: session.console.style))
        }
    }
}
