internal import Agreement
internal import ArgumentParser

/// `withdraw`: takes a sign-off back.
struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Withdraw your sign-off of a proposal.",
        discussion:
            "Example: entente withdraw lower-fee --reason \"We need to ask our board first\"")

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
        let draft = try await speaker.draft(.withdrawal, on: found, text: text)
        try await speaker.say(draft, sentence: "\(draft.person.name) withdrew from \(found.slug).")
    }
}
