internal import Agreement
internal import ArgumentParser

/// `init`: makes a workspace.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace, or make an existing Git repository one.",
        discussion: "Example: entente init partners")

    @Argument(help: "The directory; the current one if left out.")
    var dir: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let place = dir.map { name in
            name.hasPrefix("/") ? name : "\(session.directory)/\(name)"
        }
        let made = try Workspace.initialise(
            at: place ?? session.directory, searching: place == nil,
            environment: session.environment)
        if options.json {
            try session.console.print(
                json: Answer(
                    directory: made.directory, newHistory: made.isNewHistory,
                    newRepository: made.isNewRepository))
            return
        }
        session.console.print(
            made.isNewHistory
                ? "\(made.directory) is a workspace now."
                : made.isMended
                    ? "\(made.directory) is a workspace; its file .gitattributes was missing."
                    : "\(made.directory) is a workspace already; nothing was changed.")
        session.console.note(
            "Next: entente new <framework> --template contract, or copy an example into "
                + "frameworks/<framework>/terms")
    }

    private struct Answer: Encodable {
        let directory: String
        let newHistory: Bool
        let newRepository: Bool
    }
}
