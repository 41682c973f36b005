internal import Agreement
internal import ArgumentParser

/// `close`: ends a proposal without agreement.
struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "End a proposal without agreement, with a reason.",
        discussion: "Example: entente close lower-fee --reason \"We keep the fee\"")

    @Argument(help: "The proposal.")
    var proposal: String

    @Option(
        name: [.customLong("reason"), .customLong("message"), .customShort("m")],
        help: "Why.")
    var text: String?

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
            text, flag: "--reason", question: "Why?", console: session.console)
        let speaker = Speaker(session: session, workspace: workspace, key: key.key)
        let draft = try await speaker.draft(.closing, on: found, text: text)
        try await speaker.say(draft, sentence: "\(found.slug) is closed by \(draft.person.name).")
    }
}
