internal import Agreement
internal import ArgumentParser

/// `hook pre-receive`: takes a push, or refuses all of it.
struct HookPreReceive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pre-receive",
        abstract: "Judge a push on the host: all of it is taken, or nothing.",
        discussion: """
            Git runs it, in a repository where entente hooks install --server was used. It reads \
            a line `<old> <new> <name>` for each reference, and refuses whatever it can't judge.

            main moves forward only, by steps that keep the rules. Proposals move forward only, \
            change the terms of their framework only, and are deleted only when they are agreed \
            or closed.

            Exit code 0 where the push is taken, 1 where a rule refuses it, 2 where it can't be \
            judged, 3 where it would take back what was agreed.

            Example: echo "<old> <new> refs/heads/main" | entente -C hub.git hook pre-receive
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let verdict = "nothing of this push was taken"
        let judgement: PushJudgement
        do {
            let workspace = try session.openFromGit()
            let references = try PushedReference.received(try session.readInput())
            judgement = try workspace.judge(receiving: references)
        } catch {
            let code = Failure.report(error, json: options.json, verbose: options.verbose)
            session.console.note("entente: \(verdict)")
            throw Verdict(code: code)
        }
        try PushReport(judgement).print(to: session.console, verdict: verdict)
    }
}
