internal import Agreement
internal import ArgumentParser
internal import Git
internal import Merging
internal import Terms

/// `update`: carries a proposal over to the terms in force.
struct Update: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Carry a proposal over to the terms in force, term by term.",
        discussion: """
            What only the proposal or only an agreement changed is taken. Where both changed one \
            term, the working files get the text with marks around what is undecided, and entente \
            resolve settles it. You can leave that and go on later with --continue, which carries \
            what you decided over to terms that came into force meanwhile as well; or give it up \
            with --abandon, which restores what was there.

            Exit code 1 while something is undecided.

            Example: entente update lower-fee
            """)

    @OptionGroup var proposal: ProposalArgument

    @Option(help: "Why, in a sentence or two.")
    var why: String = ""

    @Flag(name: .customLong("continue"), help: "Make what is decided now the proposal's text.")
    var goesOn = false

    @Flag(help: "Give it up; the files that it touched become what they were.")
    var abandon = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if goesOn, abandon { throw ValidationError("Use one of --continue and --abandon.") }
    }

    func run() async throws {
        let session = Session(options)
        let console = session.console
        if abandon { return try giveUp(in: session) }
        let (workspace, found) = try proposal.find(in: session)
        let slug = found.slug
        let updated =
            goesOn
            ? try workspace.continueUpdate(of: found.reference, why: why)
            : try workspace.update(found.reference, why: why)
        switch updated {
        case .upToDate(let proposal):
            if options.json { return try console.print(json: ProposalJSON(proposal)) }
            console.print("\(slug) is up to date: it was written on the terms in force.")
        case .done(let made):
            try ProposalOutcome(made).print(
                "\(slug) is carried over to the terms in force (version "
                    + "\(made.proposal.candidate.version - 1)).", to: console)
            if goesOn { try sayDraft(of: made.proposal, in: workspace, console: console) }
        case .undecided(let conflicts):
            let text = ConflictText(framework: found.framework, console: console)
            if options.json {
                try text.print(json: conflicts, registry: found.candidate.inForce?.registry)
            } else {
                console.print(
                    goesOn
                        ? console.style.wrap(
                            "Other terms came into force since the update began (version "
                                + "\(found.candidate.version - 1)). What you decided is kept, and "
                                + "this of it contradicts them:", indent: 0, hanging: 0)
                        : "\(slug) can't be carried over before you decide:")
                text.print(conflicts, registry: found.candidate.inForce?.registry)
                console.note(
                    "Next: settle these, then entente update \(slug) --continue; --abandon gives "
                        + "it up")
            }
            throw Verdict.no
        }
    }

    /// Says that a draft that was put aside is back, which is not what was decided.
    private func sayDraft(
        of proposal: Proposal, in workspace: Workspace, console: Console
    ) throws {
        let known = [proposal.candidate.proposed.digest, proposal.candidate.inForce?.digest]
        guard let files = try workspace.workingTerms(of: proposal.framework),
            !known.contains(files.digest)
        else { return }
        let history = try workspace.history()
        let isItsOwn =
            try workspace.proposal(underDraftOf: proposal.framework, history: history)?.slug
            == proposal.slug
        console.note(
            console.style.wrap(
                "Your working files hold the draft again that they held before, and not this text; "
                    + "entente diff shows it"
                    + (isItsOwn ? ", and entente revise \(proposal.slug) adds it." : "."), indent: 0
            ))
    }

    /// Gives the update up. The proposal may be over by now.
    private func giveUp(in session: Session) throws {
        let workspace = try session.open()
        let (word, framework) = (proposal.proposal, proposal.framework.framework)
        let dropped = try workspace.abandonUpdate(of: word, in: framework)
        for (path, id) in dropped {
            session.console.note(
                TextRules.visible(
                    "Dropped with it: what you changed in \(path) since; git show \(id.short) has it"
                ))
        }
        guard options.json else {
            return session.console.print(
                "The update of \(word) is given up; the files that it touched are what they were.")
        }
        let history = try workspace.history()
        let reference = try workspace.findProposal(word, of: framework)
        try session.console.print(
            json: try reference.map {
                ProposalJSON(try workspace.proposal($0, history: history))
            })
    }
}
