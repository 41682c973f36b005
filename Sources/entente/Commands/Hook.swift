internal import ArgumentParser

/// `hook`: what Git runs at its own events.
struct Hook: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hook",
        abstract: "What hooks and automatic builds run; entente hooks installs them.",
        discussion: """
            Example: entente hook ci

            pre-receive guards a host, the next three help on your own computer, and ci judges \
            where a host runs no hooks.
            """,
        subcommands: [
            HookPreReceive.self, HookPreCommit.self, HookPrePush.self, HookPostMerge.self,
            HookCI.self,
        ])
}
