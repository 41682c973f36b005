internal import Agreement
internal import ArgumentParser
internal import Git
internal import SSHSignature
internal import Terms

/// `status`: what waits on whom, on one screen.
struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What waits on you and on others, what is in force, what is due, what drifts.",
        discussion: "Example: entente status")

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try workspace.history()
        var names = try session.frameworks(in: workspace, history: history)
        if framework.framework != nil {
            names = [
                try session.framework(framework.framework, in: workspace, history: history)
            ]
        }
        let shown = Set(names)
        let (all, unreadable) = try workspace.listing(history: history, ListedProposal.init)
        let open = Dictionary(
            grouping: all.filter { $0.isOpen && shown.contains($0.framework) }, by: \.framework)
        let inForce = try TermsInForceText.of(names, in: workspace, history: history)
        let (me, unknown) = try await whoAmI(
            session, workspace, inForce: inForce, proposals: open.values.flatMap { $0 })
        let files = workspace.repository.isBare ? [:] : try workspace.workingDigests(of: names)
        let updates = Dictionary(
            uniqueKeysWithValues: try workspace.waitingUpdates(history: history)
                .map { ($0.framework, $0) })
        let overview = try names.map {
            try Overview(
                $0, history: history, inForce: inForce[$0], proposals: open[$0] ?? [],
                files: files[$0], update: updates[$0], me: me, workspace: workspace)
        }
        let others = try workspace.otherVersions(beside: history)
        Session.keepToTheEnd((all, inForce, overview))
        if options.json {
            try session.console.print(
                json: Answer(
                    frameworks: try overview.map { try $0.json },
                    otherVersions: others.map { OtherVersionText($0).json },
                    violation: history.breach.map { $0.violations[0].message }))
        } else {
            if names.isEmpty {
                session.console.print("There is no framework here yet.")
                session.console.note(try Self.firstStep(in: workspace))
            }
            let console = session.console
            let texts = overview.mapOnAllCores { item in Result { try item.text(on: console) } }
            for text in texts { console.print(try text.get()) }
            if let unknown, !names.isEmpty {
                session.console.note(
                    session.console.style.wrap(
                        TextRules.visible(
                            "Who you are is not known, nor what waits on you: \(unknown.sentence)"),
                        indent: 0))
                if let next = unknown.next { session.console.note("Next: \(next)") }
            }
            console.note(others)
            for (reference, problem) in unreadable {
                session.console.note(
                    TextRules.visible("\(reference.slug) can't be read: \(problem.message)"))
            }
        }
        if let breach = history.breach { throw try workspace.problem(with: breach) }
    }

    /// What to do where nothing is agreed, proposed or drafted.
    private static func firstStep(in workspace: Workspace) throws -> String {
        try workspace.repository.remoteNames().isEmpty
            ? "Next: entente new <framework> --template contract, or join partners who have begun: "
                + "entente sync <address or file>"
            : "Next: entente sync brings what your partners proposed, or begin: entente new "
                + "<framework> --template contract"
    }

    /// The key that would sign, where one can be found, and why it says nothing of who that is.
    private func whoAmI(
        _ session: Session, _ workspace: Workspace, inForce: [String: TermsInForceText],
        proposals: [ListedProposal]
    ) async throws -> (key: PublicKey?, unknown: Problem?) {
        func isKnown(_ key: PublicKey) -> Bool {
            inForce.values.contains { $0.holder(of: key) != nil }
                || proposals.contains { $0.holder(of: key) != nil }
        }
        // One that signs nothing any more is worth a word.
        func isRetired(_ key: PublicKey) -> Bool { inForce.values.contains { $0.isRetired(key) } }
        do {
            let found = try await SSHKeygen(session.environment).findKey(
                named: key.key, in: workspace, where: isKnown, orElse: isRetired
            ).publicKey
            let isSomebodys = isKnown(found) || isRetired(found)
            return (found, isSomebodys ? nil : Problem(nobodys: found))
        } catch let problem as Problem where key.key == nil {
            return (nil, problem)
        }
    }

    private struct Answer: Encodable {
        let frameworks: [Overview.JSON]
        let otherVersions: [OtherVersionText.JSON]
        let violation: String?
    }
}
