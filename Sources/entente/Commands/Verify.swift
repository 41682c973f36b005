internal import Agreement
internal import ArgumentParser
internal import Git
internal import Reports
internal import Terms

/// `verify`: replays the whole history under the rules.
struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the whole history: every version, every signature, every rule.",
        discussion: """
            Needs no network and trusts nobody in the middle. Compare the fingerprint with your \
            partners over another channel, once: entente verify --founding sha256:...

            Exit code 0 where everything holds, 1 where a rule is broken, 3 where the history \
            was rolled back or forked.

            Example: entente verify northwind-contoso
            """)

    @Argument(help: "The framework; all of them if left out.")
    var framework: String?

    @Option(
        help: ArgumentHelp(
            "The fingerprint that your partners told you.", valueName: "digest"))
    var founding: String?

    @Option(
        help: ArgumentHelp(
            "Check this file that entente receipt has made, and no workspace.",
            valueName: "file"))
    var receipt: String?

    @Flag(help: "Check everything again, whatever was verified here before.")
    var full = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        if let receipt {
            try await ReceiptCheck(receipt, session: session).run(founding: founding)
            return
        }
        let workspace = try session.open()
        let history = try workspace.history(full: full)
        let told = try founding.map(Digest.init(told:))
        var names = history.frameworks.keys.sorted()
        let meant = names.filter { history.frameworks[$0]?.founding == told }
        if framework == nil, meant.count == 1 {
            names = meant
        } else if framework != nil || told != nil {
            names = [
                try session.framework(
                    framework, firstOf: Self.configuration.commandName, in: workspace,
                    history: history)
            ]
        }
        let results = try names.compactMap { name in
            try history.frameworks[name].map {
                Result(
                    $0, pinned: try pin($0, told: told, in: workspace), wasTold: told != nil)
            }
        }
        if history.breach == nil { remember(history, results, workspace, session) }
        if options.json {
            try session.console.print(
                json: Answer(history, frameworks: results, workspace: workspace))
        } else {
            try history.together {
                try print(history, results, workspace, console: session.console)
            }
        }
        if history.breach != nil { throw Verdict.no }
        if let framework, history.frameworks[framework] == nil {
            throw Problem(
                "nothing-agreed", .no, "nothing of \(framework) is agreed yet",
                next: "entente status")
        }
    }

    /// The founding that was kept here, after comparing it with the one that is there.
    private func pin(
        _ history: FrameworkHistory, told: Digest?, in workspace: Workspace
    ) throws -> Digest? {
        let pinned = try workspace.pinnedFounding(of: history)
        if let pinned, pinned != history.founding {
            throw Problem(
                "other-founding", .no,
                "\(history.name) has another founding than the one that was first seen here",
                next: "Ask your partners for the fingerprint over another channel",
                detail: "kept \(pinned), found \(history.founding)")
        }
        guard let told else { return pinned }
        guard told == history.founding else {
            throw Problem(
                "other-founding", .no,
                "this is not the framework that your partners mean: its "
                    + "fingerprint is \(history.founding)",
                next: "Get the workspace from a partner whom you trust")
        }
        return told
    }

    /// Keeps what was established, where this copy can be written to.
    private func remember(
        _ history: History, _ results: [Result], _ workspace: Workspace, _ session: Session
    ) {
        do {
            try workspace.pinFoundings(of: results.map(\.history))
            if let tip = history.tip { try workspace.rememberVerified(tip) }
        } catch {
            session.console.note(
                "Note: this copy can't be written to, so the result was not remembered here.")
        }
    }

    /// From how many frameworks on each is told in few words.
    private static let many = 11

    private func print(
        _ history: History, _ results: [Result], _ workspace: Workspace, console: Console
    ) throws {
        let style = console.style
        let areMany = results.count >= Self.many
        // How many versions of each are listed, newest last; ``Log`` lists all.
        let shown = areMany ? 1 : 10
        for result in results {
            let framework = result.history
            console.print(
                style.bold(framework.name) + "  "
                    + (history.breach == nil
                        ? style.green("verified")
                        : style.yellow("verified up to version \(framework.inForce.number)")))
            let count = framework.inForce.number
            let first = max(1, count - shown + 1)
            if first > 1 {
                let before = first == 2 ? "v1" : "v1 to v\(first - 1)"
                console.print("  \(before): verified as well; entente log \(framework.name)")
            }
            for version in try framework.versions(.from(first)) {
                let signers = Set(version.signatures.map(\.name)).sorted()
                let title = version.origin?.title ?? ""
                let line =
                    "v\(version.number)  \(Moments.day(version.seconds))  \(title), signed by "
                    + signers.joined(separator: ", ")
                console.print(style.wrap(TextRules.visible(line), indent: 2, hanging: 6))
            }
            console.print(label: "  fingerprint  ", digest: framework.founding)
            console.print(label: "  in force     ", digest: framework.inForce.digest)
            if result.wasTold {
                console.print("  The fingerprint is the one that you were told.")
            } else if result.pinned == nil, !areMany {
                console.note(
                    "  The fingerprint was not known here before. Compare it with your partners "
                        + "over another channel.")
            }
        }
        let unknown = results.count { $0.pinned == nil }
        if areMany, unknown > 0 {
            console.note(
                style.wrap(
                    unknown == 1
                        ? "One of these fingerprints was not known here before. Compare it with "
                            + "your partners over another channel."
                        : "\(unknown) of these fingerprints were not known here before. Compare "
                            + "them with your partners over another channel.", indent: 0))
        }
        if let breach = history.breach {
            try printBreach(breach, history: history, workspace, console: console)
            return
        }
        guard !results.isEmpty else {
            console.print("Nothing is agreed yet, and nothing is wrong.")
            return
        }
        console.print(
            style.wrap(
                "Established: every version was signed as the rules in force asked, and nothing "
                    + "was changed since. \(history.length) "
                    + "\(history.length == 1 ? "step" : "steps"), \(history.unrelated) of them "
                    + "outside of frameworks.", indent: 0))
        console.print(
            style.wrap(
                "Not established: that this is the newest state, and that no key was stolen.",
                indent: 0))
        console.note(try workspace.otherVersions(beside: history))
    }

    private func printBreach(
        _ breach: History.Break, history: History, _ workspace: Workspace, console: Console
    ) throws {
        let style = console.style
        let isOnlyHere = try workspace.isOnlyHere(breach.commit)
        console.print(
            style.red(
                isOnlyHere
                    ? "A change that only this copy has breaks a rule."
                    : "The shared history breaks a rule."))
        console.print(
            style.wrap(
                TextRules.visible(
                    "A change called \"\(breach.subject)\" by \(breach.committer):"),
                indent: 2))
        for violation in breach.violations {
            console.print(
                style.wrap(
                    TextRules.visible("\(violation.rule.rawValue): \(violation.message)"),
                    indent: 4, hanging: 6))
            if let next = violation.next {
                console.print(style.wrap(TextRules.visible(next), indent: 6))
            }
        }
        console.print("  commit \(breach.commit)")
        let good = history.frameworks.values.sorted { $0.name < $1.name }
            .map { "\($0.name) v\($0.inForce.number)" }
        console.print(
            "  Last that holds: "
                + (good.isEmpty ? "nothing was agreed before" : good.joined(separator: ", ")))
        if isOnlyHere, let tip = history.tip {
            let isOnMain = try workspace.repository.head() == .branch("refs/heads/main")
            console.note(
                style.wrap(
                    "Next: take it back. As far as is known here, nobody else has it. It stays in "
                        + "the branch kept" + (isOnMain ? " and in your files:" : ":"), indent: 0))
            console.note("  git branch kept main")
            console.note("  git \(isOnMain ? "reset --soft" : "branch -f main") \(tip)")
            return
        }
        console.note(
            "Next: ask whoever hosts the shared history to take this change back, and agree "
                + "nothing on top of it.")
    }

    /// One framework and its pin.
    struct Result {
        let history: FrameworkHistory
        let pinned: Digest?
        /// Whether it is the fingerprint that was given.
        let wasTold: Bool

        init(_ history: FrameworkHistory, pinned: Digest?, wasTold: Bool) {
            self.history = history
            self.pinned = pinned
            self.wasTold = wasTold
        }
    }

    private struct Answer: Encodable {
        struct Framework: Encodable {
            let fingerprint: String
            let framework: String
            let knownBefore: Bool
            let matchesTold: Bool
            let records: Int
            let versions: [VersionJSON]
        }
        struct Broken: Encodable {
            struct Rule: Encodable {
                let message: String
                let next: String?
                let party: String?
                let rule: String
            }
            let commit: String
            let committer: String
            let framework: String?
            /// Whether nobody else was given it, as far as is known here.
            let onlyHere: Bool
            let subject: String
            let violations: [Rule]
        }

        let frameworks: [Framework]
        let notEstablished: [String]
        let otherVersions: [OtherVersionText.JSON]
        let steps: Int
        let tip: String?
        let unrelated: Int
        let verified: Bool
        let violation: Broken?

        init(_ history: History, frameworks: [Result], workspace: Workspace) throws {
            self.frameworks = try frameworks.map {
                Framework(
                    fingerprint: $0.history.founding.description, framework: $0.history.name,
                    knownBefore: $0.pinned != nil, matchesTold: $0.wasTold,
                    records: $0.history.records,
                    versions: try $0.history.versions().map(VersionJSON.init))
            }
            notEstablished = ["newest-state", "no-stolen-key"]
            otherVersions = try workspace.otherVersions(beside: history)
                .map { OtherVersionText($0).json }
            steps = history.length
            tip = history.tip?.description
            unrelated = history.unrelated
            verified = history.breach == nil
            violation = try history.breach.map { breach in
                try Broken(
                    commit: breach.commit.description, committer: breach.committer,
                    framework: breach.framework,
                    onlyHere: workspace.isOnlyHere(breach.commit), subject: breach.subject,
                    violations: breach.violations.map {
                        Broken.Rule(
                            message: $0.message, next: $0.next, party: $0.party,
                            rule: $0.rule.rawValue)
                    })
            }
        }
    }
}
