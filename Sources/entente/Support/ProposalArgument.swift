internal import Agreement
internal import ArgumentParser

/// The proposal that a command is about.
struct ProposalArgument: ParsableArguments {
    @Argument(help: "The proposal.")
    var proposal: String

    @OptionGroup var framework: FrameworkOption

    /// Opens the workspace, where its shared history holds, and reads the proposal.
    func find(in session: Session) throws -> (workspace: Workspace, proposal: Proposal) {
        let workspace = try session.open()
        let history = try workspace.soundHistory()
        return (
            workspace,
            try workspace.proposal(named: proposal, of: framework.framework, history: history)
        )
    }
}
