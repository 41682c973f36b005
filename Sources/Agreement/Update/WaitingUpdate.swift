internal import Git

/// An update of a proposal that was begun, as far as people have to know of it.
public struct WaitingUpdate: Sendable {
    /// How far it is.
    public enum State: String, Sendable {
        /// People have to decide.
        case undecided
        /// Nothing is undecided any more.
        case decided
        /// Somebody gave the proposal another text since it began.
        case revised
        /// The proposal is agreed or closed, or has no name any more.
        case over
    }

    /// The framework.
    public let framework: String
    /// The slug of the proposal.
    public let slug: String
    /// How far it is.
    public let state: State
}

extension Workspace {
    /// The update that waits in the working files of a framework; nil where none does.
    ///
    /// - Throws: `GitError`; ``Problem``.
    public func waitingUpdate(
        of framework: String, history: History
    ) throws -> WaitingUpdate? {
        guard let (update, _) = try pendingUpdate(of: framework) else { return nil }
        return WaitingUpdate(
            framework: framework, slug: update.slug,
            state: try state(of: update, history: history))
    }

    /// The updates that wait in the working files, by framework.
    ///
    /// - Throws: `GitError`; ``Problem``.
    public func waitingUpdates(history: History) throws -> [WaitingUpdate] {
        try pendingUpdates().compactMap {
            try waitingUpdate(of: $0.update.framework, history: history)
        }
    }

    private func state(
        of update: PendingUpdate, history: History
    ) throws -> WaitingUpdate.State {
        let framework = update.framework
        guard let reference = try findProposal(update.slug, of: framework) else { return .over }
        guard
            try store.termsTree(of: framework, in: reference.tip)
                == store.termsTree(of: framework, in: update.tip)
        else { return .revised }
        guard try proposal(reference, history: history).isOpen else { return .over }
        do {
            return try undecided(in: framework).isEmpty ? .decided : .undecided
        } catch is Problem {
            // Marks that don't belong together are to be mended first.
            return .undecided
        }
    }
}
