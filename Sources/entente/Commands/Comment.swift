internal import Agreement
internal import ArgumentParser

/// `comment`: says something about a proposal.
struct Comment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Comment on a proposal.",
        discussion: "Example: entente comment lower-fee --message \"Why not from 2028 on?\"")

    @Argument(help: "The proposal.")
    var proposal: String

    @Option(
        name: [.customLong("reason"), .customLong("message"), .customShort("m")],
        help: "What you want to say.")
    var text: String?

    @Option(
        help: ArgumentHelp(
            "The term that it is about, like commercials.streams.", valueName: "path"))
    var on: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.soundHistory()
        let found = try session.proposal(
            proposal, framework.framework, in: workspace, history: history)
        let text = try Prompt.required(
            text, flag: "--reason", question: "What do you want to say?", console: session.console)
        let speaker = Speaker(session: session, workspace: workspace, key: key.key)
        let draft = try await speaker.draft(.comment, on: found, text: text, place: on)
        try await speaker.say(draft, sentence: "\(draft.person.name) commented on \(found.slug).")
    }
}
