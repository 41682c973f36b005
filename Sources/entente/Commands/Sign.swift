internal import Agreement
internal import ArgumentParser
internal import Redline
internal import Reports
internal import SSHSignature
internal import Terms

/// `sign`: signs exactly the text of a proposal.
struct Sign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Show what is being signed, ask, and sign it.",
        discussion: """
            Your key decides who you are. With --print, nothing is signed: the statement is \
            printed, and how to sign it with plain Git.

            A key that the proposal adds has to sign as well, which proves that you hold it. Name \
            both keys, and both sign.

            Examples: entente sign lower-fee
                      entente sign new-key --key ~/.ssh/id_ed25519 --key ~/.ssh/id_new
            """)

    @OptionGroup var proposal: ProposalArgument

    @Flag(help: "Sign without being asked.")
    var yes = false

    @Flag(name: .customLong("print"), help: "Print the statement instead of signing it.")
    var printOnly = false

    @Option(
        name: [.customLong("key"), .customShort("k")],
        help: ArgumentHelp(
            "Your key file, once for each key of yours that signs; else Git's user.signingKey, "
                + "else a key that the registry knows, of the agent or in ~/.ssh.",
            valueName: "file"))
    var keys: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let (workspace, found) = try proposal.find(in: session)
        let speaker = Speaker(session: session, workspace: workspace, key: nil)
        let drafts = try await drafts(on: found, session: session, workspace: workspace)
        if printOnly {
            let message = drafts[0].statement.message
            if options.json {
                try session.console.print(json: Printed(statement: message))
            } else {
                session.console.print(String(message.dropLast()))
                session.console.note(Self.plainGit(found))
            }
            return
        }
        let new = drafts.filter { !$0.isRepetition }
        let person = drafts[0].person
        guard let draft = new.first else {
            session.console.note(
                "\(person.name) has signed exactly this text already; nothing to do.")
            speaker.sayKeysToSign(of: person, on: found)
            if options.json { try session.console.print(json: ProposalJSON(found)) }
            return
        }
        try show(draft, session: session)
        try Prompt.confirmed(
            yes, question: "Sign this as \(person.name) for \(draft.party.name)?",
            console: session.console)
        try await speaker.say(
            new.map { draft in
                (
                    draft,
                    draft.hasUnprovenKey
                        ? "Signed with a key that this proposal adds for \(person.name)."
                        : "Signed by \(person.name) for \(draft.party.name)."
                )
            })
    }

    /// A sign-off for each key, all of one person. Nothing is signed before all are ready.
    private func drafts(
        on proposal: Proposal, session: Session, workspace: Workspace
    ) async throws -> [Workspace.Draft] {
        var drafts: [Workspace.Draft] = []
        for key in keys.isEmpty ? [nil] : keys.map(Optional.some) {
            let draft = try await Speaker(session: session, workspace: workspace, key: key)
                .draft(.signOff, on: proposal)
            if let first = drafts.first, first.person.id != draft.person.id {
                throw Problem(
                    "several-people", .no,
                    "these keys are of different people: \(first.person.id) and "
                        + draft.person.id,
                    next: "Each person signs with their own command")
            }
            if !drafts.contains(where: { $0.key.publicKey == draft.key.publicKey }) {
                drafts.append(draft)
            }
        }
        return drafts
    }

    /// How to sign without this program. Beside the workspace, since its files may be what Git would
    /// have to overwrite.
    private static func plainGit(_ proposal: Proposal) -> String {
        """

        Next: with this in a file, sign it with plain Git, beside your own files:
          git worktree add ../signing proposals/\(proposal.framework)/\(proposal.slug)
          git -C ../signing -c gpg.format=ssh commit -S --allow-empty -F <full path of the file>
          git worktree remove ../signing
        """
    }

    private struct Printed: Encodable {
        let statement: String
    }

    private func show(_ draft: Workspace.Draft, session: Session) throws {
        let console = session.console
        let comparing = try Comparing(draft.proposal).assured()
        if console.isInteractive, !yes {
            let isFounding = draft.proposal.candidate.inForce == nil
            console.note(
                isFounding
                    ? ShownTerms(draft.proposal).agreement.text(style: console.style)
                    : comparing.report.text(style: console.style))
        } else {
            console.note("What is signed: \(comparing.comparison.summary)")
        }
        let candidate = draft.proposal.candidate
        console.note(
            """
            Framework  \(candidate.framework), version \(candidate.version)
            Terms  \(candidate.proposed.digest)
            """)
    }
}
