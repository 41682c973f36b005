internal import Agreement
internal import ArgumentParser
internal import Git
internal import Merging
internal import Terms

/// `resolve`: settles what is undecided.
struct Resolve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "List what is undecided after an update, or settle it.",
        discussion: """
            Without arguments, it lists what is undecided; on a terminal, it asks about one after \
            the other. Editing the file is as good: keep what you mean of what stands between the \
            marks, and delete them.

            Exit code 1 while something is undecided.

            Example: entente resolve
                     entente resolve commercials.pipeline.target --take contoso
                     entente resolve commercials.pipeline.target --value "EUR 450,000"
            """)

    @Argument(help: "The term; all that is undecided below it is settled alike.")
    var path: String?

    @Option(
        help: ArgumentHelp(
            "Take what this side says, or what was there before.", valueName: "party|base"))
    var take: String?

    @Option(parsing: .unconditional, help: "Take this value, or this text, instead.")
    var value: String?

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if path == nil, take != nil || value != nil {
            throw ValidationError("Name the term that is to be settled.")
        }
        if take != nil, value != nil { throw ValidationError("Use one of --take and --value.") }
    }

    func run() async throws {
        let session = Session(options)
        let console = session.console
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let name = try session.framework(framework.framework, in: workspace, history: history)
        let registry = try history.frameworks[name]?.terms.registry
        if let path {
            guard let path = TermPath(path) else {
                throw Problem(
                    "bad-path", .unable, "`\(TextRules.visible(path))` is not the path of a term",
                    next: "entente resolve lists what is undecided")
            }
            let choose = try choice(registry: registry)
            for settled in try workspace.resolve(path, of: name, with: choose) {
                console.note("\(TextRules.visible(settled.label)) is settled.")
            }
        } else if console.isInteractive, !options.json {
            try ask(in: workspace, framework: name, registry: registry, console: console)
        }
        let open = try workspace.undecided(in: name)
        let update = try workspace.waitingUpdate(of: name, history: history)
        let text = ConflictText(framework: name, console: console)
        if options.json {
            try text.print(json: open, registry: registry)
        } else if open.isEmpty {
            console.print("Nothing is undecided.")
            console.note(update?.note ?? "Next: \(update?.next ?? "entente check")")
        } else {
            console.print(
                open.allSatisfy { $0.kind == .breach }
                    ? "Both sides together break a rule:"
                    : open.count == 1
                        ? "1 term is undecided:" : "\(open.count) terms are undecided:")
            text.print(open, registry: registry)
            if let update {
                console.note(
                    update.note
                        ?? "Next: settle that, then entente update \(update.slug) --continue")
            }
        }
        if !open.isEmpty { throw Verdict.no }
    }

    private func choice(registry: Registry?) throws -> (MergeNames) throws -> MergeChoice {
        if let value { return { _ in .value(value) } }
        guard let take else {
            throw Problem(
                "missing-answer", .unable, "nothing says how to settle it",
                next: "Give --take with a party or base, or --value with another value")
        }
        return { try ConflictSides($0, registry: registry).choice(take) }
    }

    /// Asks about each term that is undecided. The last place of a text comes first, so that the
    /// numbers of the others stay.
    private func ask(
        in workspace: Workspace, framework: String, registry: Registry?, console: Console
    ) throws {
        for conflict in try workspace.undecided(in: framework).inOrderOfSettling {
            // What no answer settles is listed in the end.
            guard conflict.kind != .breach else { continue }
            ConflictText(framework: framework, console: console).print(
                [conflict], registry: registry)
            let sides = ConflictSides(conflict.names, registry: registry)
            let question =
                "Take \(sides.left), \(sides.right), base, or = and a value (Enter leaves it for later)?"
            while let words = console.ask(question) {
                do {
                    let choice: MergeChoice =
                        words.hasPrefix("=")
                        ? .value(words.dropFirst().trimmingPrefix(" ").description)
                        : try sides.choice(words)
                    _ = try workspace.resolve(conflict.path, of: framework) { _ in choice }
                    let same =
                        if case .value(let value) = choice {
                            "--value \(ShellWord.quoted(value))"
                        } else { "--take \(words)" }
                    console.note(
                        "(the same without a question: entente resolve \(conflict.path) \(same))")
                    break
                } catch let problem as Problem where problem.outcome == .unable {
                    console.note(TextRules.visible(problem.message + ". " + (problem.next ?? "")))
                }
            }
        }
    }
}
