internal import Agreement
internal import ArgumentParser
internal import Git
internal import Terms

/// `proposals`: all proposals and how far they are.
struct Proposals: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals",
        abstract: "List proposals: who has signed, who is missing, what was said.",
        discussion: "Example: entente proposals --all")

    @Flag(help: "Also those that were closed; entente log lists what was agreed.")
    var all = false

    @OptionGroup var framework: FrameworkOption
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let session = Session(options)
        let workspace = try session.open()
        let history = try session.history(of: workspace)
        let (read, unreadable) = try workspace.proposals(history: history)
        let listed = read.filter { proposal in
            (all || proposal.isOpen)
                && framework.framework.map { $0 == proposal.framework } ?? true
        }
        if options.json {
            try session.console.print(json: listed.map { ProposalJSON($0) })
            return
        }
        if listed.isEmpty { session.console.print("No proposal is open.") }
        for proposal in listed {
            let text = ProposalText(proposal: proposal)
            for line in text.lines.fitted(to: session.console.style) { session.console.print(line) }
            let told = Set(
                proposal.objections.flatMap { [$0.signed.id, proposal.answer(to: $0)?.signed.id] })
            for (person, signed) in proposal.said
            where signed.statement.kind != .signOff && !told.contains(signed.id) {
                let words = signed.statement.text.split(separator: "\n").joined(separator: " ")
                session.console.print(
                    session.console.style.wrap(
                        TextRules.visible(
                            "\(Moments.day(signed.committer.seconds)) \(text.named(person, signed)), "
                                + "\(signed.statement.kind.rawValue.lowercased()): \(words)"),
                        indent: 4, hanging: 6))
            }
            session.console.print("")
        }
        for (reference, problem) in unreadable {
            session.console.note(
                TextRules.visible("\(reference.slug) can't be read: \(problem.message)"))
        }
    }
}
