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

    /// The arguments with global options that stand before the command moved behind it, so that
    /// `entente -C dir status` means what it means with Git. A command of two words, such as
    /// `keys add`, stays together.
    static func behindCommand(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved = take(from: &rest)
        guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
        rest = rest.dropFirst()
        var words = [command]
        moved += take(from: &rest)
        if let second = rest.first, Entente.hasCommand(command, second) {
            words.append(second)
            rest = rest.dropFirst()
        }
        return words + moved + rest
    }

    /// Takes the global options that stand in front.
    private static func take(from rest: inout ArraySlice<String>) -> [String] {
        var taken: [String] = []
        while let first = rest.first {
            if first == "-C", rest.count > 1 {
                taken += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if ["--json", "--no-color", "--quiet", "-q", "--verbose", "-v"].contains(first) {
                taken.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        return taken
    }
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
            "Your key file; else Git's user.signingKey, else a key that the registry knows, of "
                + "the agent or in ~/.ssh.",
            valueName: "file"))
    var key: String?
}
