internal import ArgumentParser

/// The options that every command takes (command-line.md).
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .customShort("C"),
        help: ArgumentHelp("Work on the workspace in this directory.", valueName: "dir"))
    var directory: String?

    @Flag(help: "Print one JSON document on standard output.")
    var json = false

    @Flag(help: "Switch colour off; NO_COLOR and a pipe do the same.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "Print results only.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Add what a developer or an administrator wants to know.")
    var verbose = false
}

/// The framework that a command is about, where it does not stand on the command line anyway.
struct FrameworkOption: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The framework; needed only where the workspace has several.", valueName: "framework"))
    var framework: String?
}

/// The key to sign with.
struct KeyOption: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Your key file; else Git's user.signingKey, else the one agent key that is known.",
            valueName: "file"))
    var key: String?
}
