internal import Agreement
internal import ArgumentParser
internal import Redline
internal import Reports

/// `diff`: what changes between two states.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changes between two states of the terms.",
        discussion: """
            A state is v3, a proposal's name, in-force, working (the files on disk), @2027-01-31 \
            or a Git revision. Without any, what the working files change in the terms in force; \
            with one proposal, what it changes in them.

            Examples: entente diff
                      entente diff lower-fee
                      entente diff northwind-contoso v1 v2
            """)

    @OptionGroup var states: ComparedStates
    @OptionGroup var output: ReportOutput

    @Flag(help: "End with exit code 1 where something changes.")
    var exitCode = false

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let comparing = try states.find(
            session, in: workspace, history: try session.history(of: workspace),
            framework: framework.framework
        ).comparing
        try await output.write(comparing, session)
        if exitCode, !comparing.comparison.isEmpty { throw Verdict.no }
    }
}
