internal import Agreement
internal import ArgumentParser
internal import Redline
internal import Reports
internal import Terms

/// `sign`: signs exactly the text of a proposal.
struct Sign: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what is being signed, ask, and sign it.",
        discussion: """
            Your key decides who you are. With --print, nothing is signed: the statement is \
            printed, for plain Git: git switch to the proposal, then git commit -S --allow-empty \
            -F <file> with gpg.format=ssh.

            Example: entente sign lower-fee
            """)

    @OptionGroup var proposal: ProposalArgument

    @Flag(help: "Sign without being asked.")
    var yes = false

    @Flag(name: .customLong("print"), help: "Print the statement instead of signing it.")
    var printOnly = false

    @OptionGroup var key: KeyOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let (workspace, found) = try proposal.find(in: session)
        let speaker = Speaker(session: session, workspace: workspace, key: key.key)
        let draft = try await speaker.draft(.signOff, on: found)
        if printOnly {
            let message = draft.statement.message
            if options.json {
                try session.console.print(json: Printed(statement: message))
            } else {
                session.console.print(String(message.dropLast()))
            }
            return
        }
        if draft.isRepetition {
            session.console.note(
                "\(draft.person.name) has signed exactly this text already; nothing to do.")
            if options.json { try session.console.print(json: ProposalJSON(found)) }
            return
        }
        show(draft, session: session)
        try Prompt.confirmed(
            yes, question: "Sign this as \(draft.person.name) for \(draft.party.name)?",
            console: session.console)
        try await speaker.say(
            draft,
            sentence: draft.hasUnprovenKey
                ? "Signed with a key that this proposal adds for \(draft.person.name)."
                : "Signed by \(draft.person.name) for \(draft.party.name).")
    }

    private struct Printed: Encodable {
        let statement: String
    }

    private func show(_ draft: Workspace.Draft, session: Session) {
        let console = session.console
        let comparing = Comparing(draft.proposal)
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
