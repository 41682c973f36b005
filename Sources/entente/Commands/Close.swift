internal import Agreement
internal import ArgumentParser

/// `close`: ends a proposal without agreement.
struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "End a proposal without agreement, with a reason.",
        discussion: "Example: entente close lower-fee --reason \"We keep the fee\"")

    @OptionGroup var statement: StatementArguments

    func run() async throws {
        try await statement.say(.closing, question: "Why?") {
            "\($1) is closed by \($0)."
        }
    }
}
