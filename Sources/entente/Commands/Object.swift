internal import Agreement
internal import ArgumentParser

/// `object`: says what stands in the way of agreeing.
struct Object: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "object",
        abstract: "Object to a proposal, with the reason.",
        discussion:
            "Example: entente object lower-fee --reason \"Support costs did not fall\" --on governance.advisor.fee"
    )

    @OptionGroup var statement: StatementArguments
    @OptionGroup var place: PlaceOption

    func run() async throws {
        try await statement.say(.objection, question: "What stands in the way?", on: place.on) {
            "\($0) objects to \($1)."
        }
    }
}
