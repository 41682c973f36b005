internal import Agreement
internal import ArgumentParser
internal import Git

/// `init`: makes a workspace.
struct Init: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace, or make an existing Git repository one.",
        discussion: """
            It also installs hooks that check what you commit and push with Git, lets git diff speak \
            of terms as entente diff does, and lets git merge bring them together by meaning; \
            entente hooks remove takes all of it away. Editors with yaml-language-server, such as VS Code with its \
            YAML extension, find every question, word and example in .entente/schema; a \
            .vscode/settings.json of your own stays as it is.

            Example: entente init partners
            """)

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
        let hooks = installHooks(in: made.directory, session: session)
        let editorFiles = installEditorFiles(in: made.directory, session: session)
        if options.json {
            try session.console.print(
                json: Answer(
                    directory: made.directory, editorFiles: editorFiles,
                    hooks: hooks.filter { $0.state != .foreign }.map(\.script.rawValue),
                    newHistory: made.isNewHistory, newRepository: made.isNewRepository))
            return
        }
        let isGuarded = hooks.contains { $0.state == .installed }
        session.console.print(
            "\(made.directory) is "
                + what(
                    made, isGuarded: isGuarded, isNewForEditors: !editorFiles.isEmpty))
        try Hooks.Report(hooks).print(to: session.console, wasAsked: false)
        session.console.note(
            made.isCheckedOut
                ? "Next: entente status"
                : "Next: entente new <framework> --template contract, or copy an example into "
                    + "frameworks/<framework>/terms")
        if made.isNewHistory {
            session.console.note(
                "Or join partners who have begun: entente sync <address or file>")
        }
    }

    /// What the directory is, and was made.
    private func what(
        _ made: Workspace.Initialised, isGuarded: Bool, isNewForEditors: Bool
    ) -> String {
        if made.isNewHistory { return "a workspace now." }
        if made.isCheckedOut { return "a workspace now, with the files of main." }
        if made.isMended { return "a workspace; its file .gitattributes was missing." }
        if isGuarded { return "a workspace already; its hooks were missing." }
        return isNewForEditors
            ? "a workspace already; its files for editors are up to date."
            : "a workspace already; nothing was changed."
    }

    /// Installs what checks commits and pushes. A workspace is one without it, too.
    private func installHooks(in directory: String, session: Session) -> [InstalledHook] {
        do {
            let workspace = try Workspace(at: directory, environment: session.environment)
            guard !workspace.repository.isBare else { return [] }
            _ = try workspace.installDiffDriver()
            return try workspace.installHooks(HookScript.ofClients)
        } catch let problem as Problem {
            session.console.note("Note: no hooks were installed: \(problem.message).")
        } catch {
            session.console.note("Note: no hooks were installed: \(error)")
        }
        return []
    }

    /// Tells editors about the fields. A workspace is one without it, too.
    private func installEditorFiles(in directory: String, session: Session) -> [String] {
        do {
            let workspace = try Workspace(at: directory, environment: session.environment)
            return workspace.repository.isBare ? [] : try EditorFiles.install(in: workspace)
        } catch {
            session.console.note("Note: no files for editors were written: \(error)")
            return []
        }
    }

    private struct Answer: Encodable {
        let directory: String
        let editorFiles: [String]
        let hooks: [String]
        let newHistory: Bool
        let newRepository: Bool
    }
}
