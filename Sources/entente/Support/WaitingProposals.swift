internal import Agreement

/// The open proposals on which whoever runs a command can do the next step, with the command.
struct WaitingProposals {
    /// One of them.
    struct Item: Encodable {
        let framework: String
        let next: String
        let proposal: String
    }

    let items: [Item]
    /// The updates that were begun here.
    let updates: [WaitingUpdate]

    init(_ session: Session, _ workspace: Workspace, key: String?) async throws {
        let history = try workspace.history()
        let updates = try workspace.waitingUpdates(history: history)
        self.updates = updates
        let open = try workspace.listing(history: history, ListedProposal.init).read
            .filter(\.isOpen)
        guard !open.isEmpty else {
            items = []
            return
        }
        let me = try? await SSHKeygen(session.environment)
            .findKey(named: key, in: workspace) { key in
                open.contains { $0.holder(of: key) != nil }
            }.publicKey
        items = open.compactMap { proposal in
            // What has to be mended first waits on nobody in particular.
            guard let me, let holder = proposal.holder(of: me), !proposal.needsMending,
                let next = proposal.next(
                    for: holder.person,
                    during: updates.first { $0.framework == proposal.framework })
            else { return nil }
            return Item(framework: proposal.framework, next: next, proposal: proposal.slug)
        }
    }
}
