internal import Agreement
internal import ArgumentParser
internal import Reports

/// `review`: the full report on a proposal.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Report all that a proposal changes, and what there is to decide.",
        discussion: """
            With a proposal, what it changes in the terms in force, who objects, who has signed, \
            and what comes next. With two states, what changes between them. \
            Without --format, what the name of the file says, such as review.html, or else text.

            Examples: entente review lower-fee
                      entente review lower-fee --output review.html
                      entente review v1 v2
            """)

    @OptionGroup var states: ComparedStates
    @OptionGroup var output: ReportOutput
    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let comparing = try states.comparing(session, framework: framework.framework) {
            ReviewedProposal($0).review
        }
        try await output.write(comparing, session)
    }
}
