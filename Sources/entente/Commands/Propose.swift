internal import Agreement
internal import ArgumentParser
internal import Terms

/// `propose`: puts changes before everybody.
struct Propose: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Propose the working changes of one framework, or founding it.",
        discussion: """
            With --set, the proposal is the terms in force with these values changed, and the \
            working files stay as they are. Where the working files contradict what was agreed since \
            they were taken, the proposal stays on the terms that they were made on, and entente \
            update lets you decide what holds.

            Examples: entente propose founding --title "Our partnership" --why "We want to start"
                      entente propose lower-fee --title "Lower the fee" --why "Costs fell" \
            --set governance.advisor.fee="EUR 900"
            """)

    @Argument(help: "A short name for the proposal: lower-case letters, digits and hyphens.")
    var slug: String

    @Option(help: "What it does, in one line.")
    var title: String?

    @Option(help: "Why, in a sentence or two.")
    var why: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Change this value in the terms in force; as often as you like.",
            valueName: "path=value"))
    var assignments: [String] = []

    @Flag(help: "Take the working files as the whole text, also where they undo an agreement.")
    var asIs = false

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if asIs, !assignments.isEmpty { throw ValidationError("Use one of --set and --as-is.") }
    }

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.soundHistory()
        let name = try session.framework(framework.framework, in: workspace, history: history)
        var source = asIs ? Workspace.TextSource.workingFilesAsTheyAre : .workingChanges
        if !assignments.isEmpty {
            guard let inForce = try history.frameworks[name]?.terms.files else {
                throw Problem(
                    "nothing-in-force", .unable, "nothing is agreed yet that --set could change",
                    next: "entente set changes the working files")
            }
            source = .files(try session.edited(inForce, by: assignments, framework: name))
        }
        let title = try Prompt.required(
            title, flag: "--title", question: "What does it do, in one line?",
            console: session.console)
        let why = try Prompt.required(
            why, flag: "--why", question: "Why?", console: session.console)
        let made = try workspace.propose(
            source, framework: name, slug: slug, title: title, why: why)
        try ProposalOutcome(made).print(
            "\(slug) is proposed.", to: session.console)
    }
}
