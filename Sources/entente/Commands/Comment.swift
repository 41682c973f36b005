internal import Agreement
internal import ArgumentParser

/// `comment`: says something about a proposal.
struct Comment: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract: "Comment on a proposal.",
        discussion: "Example: entente comment lower-fee --message \"Why not from 2028 on?\"")

    @OptionGroup var statement: StatementArguments
    @OptionGroup var place: PlaceOption

    func run() async throws {
        try await statement.say(.comment, question: "What do you want to say?", on: place.on) {
            "\($0) commented on \($1)."
        }
    }
}
