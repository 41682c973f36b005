internal import Agreement
internal import ArgumentParser
internal import Terms

/// `agree`: puts a proposal's terms in force.
struct Agree: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree",
        abstract: "Put a proposal in force, if everybody has signed exactly its text.",
        discussion: "Example: entente agree lower-fee")

    @OptionGroup var proposal: ProposalArgument

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let (workspace, found) = try proposal.find(in: session)
        for (person, signed) in found.objections {
            session.console.note(
                TextRules.visible("Note: \(person.name) objected: \(signed.statement.text)"))
        }
        let agreed = try workspace.agree(found.reference)
        if options.json {
            try session.console.print(json: VersionJSON(agreed.version))
            return
        }
        session.console.print(
            "Agreed: version \(agreed.version.number) of \(agreed.framework) is in force.")
        session.console.print("  Terms  \(agreed.version.digest)")
        if agreed.version.number == 1 {
            session.console.print(
                session.console.style.wrap(
                    "This is the fingerprint of the framework. Read it to your partners over "
                        + "another channel, once: everybody verifies against it.", indent: 2))
        }
        let errors = TermsDocument(found.candidate.proposed.files).signingFindings()
            .count { $0.severity == .error }
        if errors > 0 {
            session.console.note(
                "Note: check finds \(errors) error\(errors == 1 ? "" : "s") in these terms; "
                    + "see entente check \(agreed.framework) --at in-force")
        }
        for file in agreed.leftAlone {
            session.console.note("Left alone, because you changed it: \(file)")
        }
        if let problem = agreed.unfinished {
            session.console.note(
                "Note: your copy could not follow: \(problem.message). The next command tries again."
            )
        }
        try sayWhatIsOutdated(by: agreed, in: workspace, console: session.console)
        session.console.note("Next: entente verify")
        try session.sayHowToSend(from: workspace)
    }

    /// Names the proposals of the framework that were written on the terms before.
    private func sayWhatIsOutdated(
        by agreed: Workspace.Agreed, in workspace: Workspace, console: Console
    ) throws {
        let history = try workspace.history()
        let others = try workspace.proposalReferences()
            .filter { $0.framework == agreed.framework }
            .compactMap { try? workspace.proposal($0, history: history) }
            .filter { $0.isOpen && $0.writtenOn != nil }
        guard let first = others.first else { return }
        let names = others.map(\.slug).joined(separator: ", ")
        console.note(
            console.style.wrap(
                TextRules.visible(
                    "Written on the terms before, so to be carried over and signed again: \(names) "
                        + "(entente update \(first.slug))"), indent: 0, hanging: 2))
    }
}
