internal import Agreement
internal import ArgumentParser

/// A statement in somebody's own words: about which proposal, what, and with which key.
struct StatementArguments: ParsableArguments {
    @OptionGroup var proposal: ProposalArgument

    @Option(
        name: [.customLong("reason"), .customLong("message"), .customShort("m")],
        help: "What you want to say; asked for on a terminal if left out.")
    var text: String?

    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    /// Makes the statement, about a place where one is named. The question is asked where the
    /// words are missing; the sentence is printed afterwards.
    func say(
        _ kind: Statement.Kind, question: String, on place: String? = nil,
        sentence: (_ person: String, _ slug: String) -> String
    ) async throws {
        let session = Session(options)
        let (workspace, found) = try proposal.find(in: session)
        let words = try Prompt.required(
            text, flag: "--reason", question: question, console: session.console)
        let speaker = Speaker(session: session, workspace: workspace, key: key.key)
        let draft = try await speaker.draft(kind, on: found, text: words, place: place)
        try await speaker.say(draft, sentence: sentence(draft.person.name, found.slug))
    }
}

/// The place that a statement is about.
struct PlaceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The term that it is about, like commercials.streams.", valueName: "path"))
    var on: String?
}
