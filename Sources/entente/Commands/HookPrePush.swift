internal import Agreement
internal import ArgumentParser

/// `hook pre-push`: verifies before publishing.
struct HookPrePush: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pre-push",
        abstract: "Verify what is about to be published.",
        discussion: """
            Git runs it before a push. What a guarded host would refuse is refused here already. \
            git push --no-verify goes on without it.

            Example: echo "main <new> refs/heads/main <old>" | entente hook pre-push origin
            """)

    @Argument(help: "The remote and its address, as Git gives them.")
    var remote: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.openFromGit()
        let references = try PushedReference.toBePushed(try session.readInput())
        let judgement = try workspace.judge(publishing: references)
        try PushReport(judgement).print(
            to: session.console,
            verdict: "nothing was pushed; git push --no-verify goes on regardless")
    }
}
