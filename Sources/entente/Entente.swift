internal import Agreement
internal import ArgumentParser
internal import Foundation
internal import Git
internal import Terms

/// The command line.
@main
struct Entente: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Partnership agreements, kept in Git, agreed by everybody's signature.",
        discussion: """
            A framework is the written agreement between companies that work together. It lives \
            as text files in frameworks/<framework>/terms. You propose a change, every party \
            signs exactly that text, and it is in force once it is agreed. Anyone can verify the \
            whole history.

            A first session:
              entente init
              entente new our-partnership --party northwind="Northwind Ltd" \
            --party contoso="Contoso GmbH"
              entente check
              entente propose founding --title "Our partnership" --why "We want to start"
              entente sign founding
              entente agree founding
              entente verify
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Start:", subcommands: [Init.self, New.self, Templates.self, Doctor.self]),
            CommandGroup(
                name: "Write and read terms:",
                subcommands: [
                    Check.self, Questions.self, SetTerm.self, Show.self, Diff.self,
                    SettleRevenue.self, SchemaCommand.self,
                ]),
            CommandGroup(
                name: "Propose and agree:",
                subcommands: [
                    Propose.self, Revise.self, Update.self, Resolve.self, Status.self,
                    Proposals.self, ReviewCommand.self,
                    Sign.self,
                    Object.self, Comment.self, Withdraw.self, Agree.self, Close.self,
                ]),
            CommandGroup(
                name: "Share:", subcommands: [Sync.self, BundleCommand.self, Receipt.self]),
            CommandGroup(
                name: "Record what happens:",
                subcommands: [
                    RecordCommand.self, RecordsCommand.self, AuditCommand.self,
                    ObligationsCommand.self, DisputeCommand.self,
                ]),
            CommandGroup(
                name: "Verify:",
                subcommands: [
                    Verify.self, Log.self, Why.self, People.self, Keys.self, Reference.self,
                ]),
            CommandGroup(
                name: "Guard:",
                subcommands: [
                    Hooks.self, Hook.self, DiffDriverCommand.self, MergeDriverCommand.self,
                ]),
        ])

    /// Runs the command that the arguments name, and ends with an exit code of command-line.md.
    static func main() {
        Library.keepFreedMemory()
        let words = Array(CommandLine.arguments.dropFirst())
        let plain = ["--help", "-h", "--version", "help"]
        let needsLibrary = !words.isEmpty && !words.contains(where: plain.contains)
        if needsLibrary { Library.startAhead() }
        let arguments = GlobalOptions.behindCommand(words)
        let command = read(arguments)
        Task.detached { await run(command, named: arguments) }
        // The process ends there; an asynchronous `main` would make threads to wait on.
        while true { pause() }
    }

    /// Runs a command to the end of the process.
    private static func run(
        _ command: Result<any ParsableCommand, any Error>, named arguments: [String]
    ) async -> Never {
        Library.reserveMemory()
        guard let error = await ending(of: command) else { Output.end(0) }
        // Help that was asked for, say.
        guard exitCode(for: error) != .success else {
            Output.write(Data((fullMessage(for: error) + "\n").utf8))
            Output.end(0)
        }
        let wantsJSON = arguments.contains("--json")
        if isUsage(error), !wantsJSON {
            Output.say(fullMessage(for: error) + "\n")
            Output.end(2)
        }
        Output.end(
            Failure.report(
                isUsage(error) ? usage(error, of: arguments.first { !$0.hasPrefix("-") }) : error,
                json: wantsJSON,
                verbose: arguments.contains("--verbose") || arguments.contains("-v")))
    }

    /// Runs a command, and returns what ended it before it was done.
    private static func ending(
        of command: Result<any ParsableCommand, any Error>
    ) async -> (any Error)? {
        do {
            var command = try command.get()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return nil
        } catch {
            return error
        }
    }

    private static func read(
        _ arguments: [String]
    ) -> sending Result<any ParsableCommand, any Error> {
        do {
            return .success(try command(arguments))
        } catch {
            return .failure(error)
        }
    }

    /// The command that the arguments name, with what they say.
    ///
    /// It is read by itself first, which spares a millisecond or two: the reader of arguments asks all
    /// others for theirs. Whatever it can't read is told by the whole command line, by its full name.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        if let named = configuration.subcommands.first(where: { name(of: $0) == arguments.first }),
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
            // Help is a command as well, and would call this one the program.
            isPart(type(of: command), of: named)
        {
            return command
        }
        try refuseUnknownCommand(arguments)
        return try parseAsRoot(arguments)
    }

    private static func isPart(
        _ part: any ParsableCommand.Type, of command: any ParsableCommand.Type
    ) -> Bool {
        part == command
            || command.configuration.subcommands.contains { isPart(part, of: $0) }
    }

    /// What a command is called.
    static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? "\(command)".lowercased()
    }

    /// Whether a command has a part with this name, as `keys` has `add`.
    static func hasCommand(_ command: String, _ part: String) -> Bool {
        configuration.subcommands.first { name(of: $0) == command }.map { found in
            found.configuration.subcommands.contains { name(of: $0) == part }
        } ?? false
    }

    /// Names the command that was meant, before its options are found to be unknown.
    ///
    /// `help` is told the same about the command that it is asked about.
    private static func refuseUnknownCommand(_ arguments: [String]) throws {
        let known = configuration.subcommands.map { name(of: $0) } + ["help"]
        let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        guard let word = words.first, !word.hasPrefix("-"), !known.contains(word) else { return }
        let nearest = Suggestion.nearest(to: word, in: known + ["--version"])
        throw Problem(
            "usage", .unable,
            "there is no command `\(TextRules.visible(word))`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "entente --help")
    }

    private static func usage(_ error: any Error, of command: String?) -> Problem {
        let words = ["entente", command, "--help"].compactMap { $0 }
        return Problem(
            "usage", .unable, message(for: error), next: words.joined(separator: " "))
    }

    private static func isUsage(_ error: any Error) -> Bool {
        error is ValidationError || exitCode(for: error) == .validationFailure
    }
}
