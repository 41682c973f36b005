internal import Agreement
internal import ArgumentParser
internal import Obligations
internal import Records
internal import Reports
internal import Terms

/// `obligations`: what falls due.
struct ObligationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "obligations",
        abstract: "List what falls due: by when, what, who, and which term says so.",
        discussion: """
            Meetings, targets, trainings, investments, payments, projects, deals, disputes, \
            reviews, renewal, and the last day to give notice, by the terms in force and what is \
            on record. What is on record as done is not listed. With --ics, as a file for \
            calendars; taken again later, it moves what moved. docs/obligations.md says how it is \
            counted.

            Examples: entente obligations --mine --until 2027-12-31
                      entente obligations --ics partnership.ics
            """)

    @Argument(help: "The framework.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "The last day that matters; three months from today where nothing is said.",
            valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
    var at: String?

    @Flag(help: "Only what you or your party answers for.")
    var mine = false

    @Option(help: ArgumentHelp("Write a file for calendars (iCalendar).", valueName: "file"))
    var ics: String?

    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let today =
            try at.map { try DayArgument.read($0, for: "--at") } ?? session.environment.today
        let last =
            try until.map { try DayArgument.read($0, for: "--until") } ?? today.adding(months: 3)
        guard last >= today else {
            throw Problem(
                "bad-date", .unable, "\(last) is before \(today)", at: "--until",
                next: "Name a later day, or another --at")
        }
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let recorded = try RecordedFramework(
            framework, firstOf: Self.configuration.commandName, session: session,
            workspace: workspace, history: history)
        var me: (id: String, party: String)?
        if mine {
            let person = try await recorded.person(
                key: key.key, session: session, workspace: workspace)
            me = (person.id, person.party)
        }
        let report = ObligationsReport(
            Obligations(recorded.terms.values, book: recorded.book, today: today, until: last),
            of: recorded.name, version: recorded.version, names: recorded.names, for: me)
        if let ics {
            let file = CalendarFile(
                report, uid: recorded.document.uid ?? recorded.name, stamp: recorded.changed)
            try OutputFile.write(file.text(), to: ics == "-" ? nil : ics, console: session.console)
            if ics == "-" { return }
        }
        if options.json {
            try OutputFile.write(try report.json(), to: nil, console: session.console)
        } else if ics == nil {
            try OutputFile.write(
                report.text(style: session.console.style), to: nil, console: session.console)
        }
    }
}
