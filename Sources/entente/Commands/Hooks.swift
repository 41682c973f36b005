internal import Agreement
internal import ArgumentParser
internal import Git
internal import Terms

/// `hooks`: puts hooks into a repository, or takes them away.
struct Hooks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hooks",
        abstract: "Install what checks commits, pushes and merges, here or on a host.",
        discussion: "Example: entente hooks install",
        subcommands: [HooksInstall.self, HooksRemove.self])

    /// What `install` and `remove` share.
    struct Selection: ParsableArguments {
        @Flag(help: "The hook of a host, which takes pushes: pre-receive.")
        var server = false

        @OptionGroup var options: GlobalOptions

        /// The workspace, and the hooks that are meant for it.
        func open(_ session: Session, verb: String) throws -> (Workspace, [HookScript]) {
            let workspace = try session.open(settling: false)
            if workspace.repository.isBare, !server {
                throw Problem(
                    "bare-repository", .unable,
                    "nobody works in this repository (it is bare), it takes pushes",
                    next: "entente hooks \(verb) --server")
            }
            return (workspace, server ? HookScript.ofServers : HookScript.ofClients)
        }
    }

    /// What became of the hooks.
    struct Report: Encodable {
        struct Item: Encodable {
            let hook: String
            let line: String?
            let path: String
            let state: String
        }

        let items: [Item]

        init(_ hooks: [InstalledHook], _ driver: InstalledDriver? = nil) {
            let driver = driver.map {
                Item(
                    hook: "git diff and git merge", line: nil, path: $0.path,
                    state: $0.state.rawValue)
            }
            items =
                hooks.map { hook in
                    Item(
                        hook: hook.script.rawValue,
                        line: hook.state == .foreign ? hook.script.line : nil,
                        path: hook.path, state: hook.state.rawValue)
                } + [driver].compactMap(\.self)
        }

        func encode(to encoder: any Encoder) throws { try items.encode(to: encoder) }

        func print(to console: Console, wasAsked: Bool = true) throws {
            if console.wantsJSON { return try console.print(json: self) }
            for item in items where wasAsked || item.line != nil {
                let words =
                    switch item.state {
                    case "installed": "installed"
                    case "present": "was there already"
                    case "called": "is run by your own hook"
                    case "removed": "removed"
                    case "foreign" where wasAsked: "not installed, because you have one"
                    case "foreign", "kept": "yours was kept"
                    default: "is not there"
                    }
                let line = TextRules.visible("\(item.hook): \(words)")
                if wasAsked { console.print(line) } else { console.note(line) }
                if let line = item.line {
                    console.note("  To have both, put this line at its top: \(line)")
                }
            }
        }
    }
}

/// `hooks install`.
struct HooksInstall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Install hooks; those that are there are kept.",
        discussion: """
            On your own computer: pre-commit checks terms that you commit with Git, pre-push \
            verifies what you publish, post-merge verifies what came. With --server: pre-receive, \
            which takes a push only if it keeps the rules. On your own computer, git diff, git log \
            -p and git difftool -t entente also speak of terms as entente diff does, and git merge and \
            git rebase bring terms together by meaning.

            A hook of your own is never changed. You are told the line that makes it run ours as \
            well; exit code 1 says that this is still to be done.

            Example: entente hooks install
                     entente -C hub.git hooks install --server
            """)

    @OptionGroup var selection: Hooks.Selection

    func run() async throws {
        let session = Session(selection.options)
        let (workspace, scripts) = try selection.open(session, verb: "install")
        let hooks = try workspace.installHooks(scripts)
        let driver = selection.server ? nil : try workspace.installDiffDriver()
        try Hooks.Report(hooks, driver).print(to: session.console)
        if hooks.contains(where: { $0.state == .foreign }) { throw Verdict.no }
    }
}

/// `hooks remove`.
struct HooksRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take away what hooks install made, and nothing else.",
        discussion: "Example: entente hooks remove")

    @OptionGroup var selection: Hooks.Selection

    func run() async throws {
        let session = Session(selection.options)
        let (workspace, scripts) = try selection.open(session, verb: "remove")
        let hooks = try workspace.removeHooks(scripts)
        let driver = selection.server ? nil : try workspace.removeDiffDriver()
        try Hooks.Report(hooks, driver).print(to: session.console)
        for hook in hooks where hook.state == .called {
            session.console.note(
                "Next: take the line with `entente hook \(hook.script.rawValue)` out of your own")
        }
    }
}
