internal import Agreement
internal import ArgumentParser
internal import Redline
internal import Reports
internal import Terms

/// `diff`: what changes between two states.
struct Diff: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changes between two states of the terms.",
        discussion: """
            A state is v3, a proposal's name, in-force, working (the files on disk), @2027-01-31 \
            or a Git revision. Without any, what the working files change in the terms in force; \
            with one proposal, what it changes in them.

            docx is the new text with all changes tracked for Word, and needs pandoc, zip and \
            unzip. patch is for what show --json prints.

            Examples: entente diff
                      entente diff lower-fee
                      entente diff lower-fee --output changes.docx
                      entente diff northwind-contoso v1 v2
            """)

    @OptionGroup var states: ComparedStates
    @OptionGroup var output: ReportOutput

    @Flag(help: "List the files that change, with how much changes in each.")
    var stat = false

    @Flag(help: "List only the names of the files that change.")
    var nameOnly = false

    @Flag(help: "End with exit code 1 where something changes.")
    var exitCode = false

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let found = try states.find(
            session, in: workspace, history: history, framework: framework.framework)
        let comparing = try found.comparing.assured()
        noteMarks(in: comparing.documents.new, session.console)
        if case .proposal(let proposal) = found {
            try noteGround(of: proposal, in: workspace, history, session.console)
        }
        if stat || nameOnly {
            try list(ChangeCount.all(comparing), comparing, session.console)
        } else if output.namesAuthors {
            let origins = try found.origins(
                of: comparing.comparison.changes, in: workspace, history: history)
            try await output.write(comparing.with(Review(origins: origins)), session)
        } else {
            try await output.write(comparing, session)
        }
        if exitCode, !comparing.comparison.isEmpty { throw Verdict.no }
    }

    func validate() throws {
        if stat, nameOnly { throw ValidationError("--stat and --name-only exclude each other") }
        if stat || nameOnly, output.isUsed {
            throw ValidationError("--stat and --name-only have one form, and write to no file")
        }
    }

    /// Says that a proposal is not about the terms in force.
    private func noteGround(
        of proposal: Proposal, in workspace: Workspace, _ history: History, _ console: Console
    ) throws {
        guard proposal.writtenOn != nil else { return }
        let update = try workspace.waitingUpdate(of: proposal.framework, history: history)
        console.note(
            console.style.wrap(
                "Note: \(proposal.slug) was written on terms that are no longer in force. Next: "
                    + update.next(carryingOver: proposal.slug), indent: 0))
    }

    /// Says where marks stand around what nobody has decided: they are no text to read.
    private func noteMarks(in document: TermsDocument?, _ console: Console) {
        let marks = document?.findings.filter { $0.rule == ConflictMarks.rule } ?? []
        guard !marks.isEmpty else { return }
        let places = marks.map(\.place).joined(separator: ", ")
        console.note(
            console.style.wrap(
                TextRules.visible(
                    "Note: nobody has decided yet at \(places), and what stands there between "
                        + "marks is compared with them. Next: entente resolve"), indent: 0))
    }

    /// The files that change, one on each line.
    private func list(
        _ counts: [ChangeCount], _ comparing: Comparing, _ console: Console
    ) throws {
        if console.wantsJSON { return try console.print(json: ["files": counts]) }
        if nameOnly {
            for count in counts { console.print(TextRules.visible(count.file)) }
            return
        }
        let widest = counts.map { DisplayWidth.of($0.file) }.max() ?? 0
        for count in counts {
            let space = String(repeating: " ", count: widest - DisplayWidth.of(count.file))
            console.print(
                line: StyledText(count.file + space, .together) + StyledText("  \(count.changes)"),
                indent: 0, hanging: 2)
        }
        console.print(console.style.wrap(comparing.comparison.summary, indent: 0))
    }
}
