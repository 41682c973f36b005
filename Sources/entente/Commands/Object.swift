internal import Agreement
internal import ArgumentParser

/// `object`: says what stands in the way of agreeing.
struct Object: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Object to a proposal, with the reason.",
        discussion:
            "Example: entente object lower-fee --reason \"Support costs did not fall\" --on governance.advisor.fee"
    )

    @Argument(help: "The proposal.")
    var proposal: String

    @Option(
        name: [.customLong("reason"), .customLong("message"), .customShort("m")],
        help: "What stands in the way.")
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
            text, flag: "--reason", question: "What stands in the way?", console: session.console)
        let speaker = Speaker(session: session, workspace: workspace, key: key.key)
        let draft = try await speaker.draft(.objection, on: found, text: text, place: on)
        try await speaker.say(draft, sentence: "\(draft.person.name) objects to \(found.slug).")
    }
}
