internal import Agreement
internal import ArgumentParser

/// `withdraw`: takes a sign-off back.
struct Withdraw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraw your sign-off of a proposal.",
        discussion:
            "Example: entente withdraw lower-fee --reason \"We need to ask our board first\"")

    @OptionGroup var statement: StatementArguments

    func run() async throws {
        try await statement.say(.withdrawal, question: "Why?") {
            "\($0) withdrew from \($1)."
        }
    }
}
