internal import Agreement
internal import ArgumentParser

/// `revise`: changes a proposal.
struct Revise: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Add the working changes to a proposal, and say whose sign-offs that voids.",
        discussion: """
            Also carries a proposal over to the terms in force where those have moved on.

            Examples: entente revise lower-fee --set governance.advisor.fee="EUR 950"
                      entente revise lower-fee --load    (puts its text into the working files)
                      entente revise lower-fee           (takes what you changed there)
            """)

    @OptionGroup var proposal: ProposalArgument

    @Option(help: "Why, in a sentence or two.")
    var why: String = ""

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Change this value of the proposal; the working files stay as they are.",
            valueName: "path=value"))
    var assignments: [String] = []

    @Flag(help: "Only put the proposal's text into the working files, to edit it there.")
    var load = false

    @Flag(help: "Take the working files as the whole new text.")
    var asIs = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if [load, asIs, !assignments.isEmpty].filter({ $0 }).count > 1 {
            throw ValidationError("Use one of --set, --load and --as-is.")
        }
    }

    func run() async throws {
        let session = Session(options)
        let (workspace, found) = try proposal.find(in: session)
        if load {
            try workspace.load(found.reference)
            if options.json {
                try session.console.print(json: ProposalJSON(found))
                return
            }
            let place = TermsStore.path(of: found.framework)
            session.console.print("\(place) holds the text of \(found.slug) now.")
            session.console.note("Next: edit it, then entente revise \(found.slug)")
            return
        }
        var source = Workspace.TextSource.workingChanges
        if !assignments.isEmpty {
            source = .files(
                try session.edited(
                    found.candidate.proposed.files, by: assignments, framework: found.framework))
        } else if asIs {
            source = .workingFilesAsTheyAre
        }
        let made = try workspace.revise(found.reference, with: source, why: why)
        try ProposalOutcome(made).print(
            "\(found.slug) is revised.", to: session.console)
    }
}
