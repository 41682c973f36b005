internal import Git

/// An update of a proposal that was begun, as far as people have to know of it.
public struct WaitingUpdate: Sendable {
    /// How far it is.
    public enum State: String, Sendable {
        /// People have to decide.
        case undecided
        /// Nothing is undecided any more.
        case decided
        /// Somebody gave the proposal another text since it began, which is not on the terms in
        /// force either.
        case revised
        /// Somebody gave the proposal another text since it began, on the terms in force.
        case replaced
        /// The proposal is agreed or closed, or has no name any more.
        case over
    }

    /// The framework.
    public let framework: String
    /// The slug of the proposal.
    public let slug: String
    /// How far it is.
    public let state: State
    /// Whether the working files held a draft, which is put aside until it ends.
    public let putsDraftAside: Bool

    init(_ update: PendingUpdate, state: State, putsDraftAside: Bool) {
        (framework, slug, self.state) = (update.framework, update.slug, state)
        self.putsDraftAside = putsDraftAside
    }

    /// The command that is next.
    public var next: String {
        let abandon = "entente update \(slug) --abandon"
        return switch state {
        case .undecided: "entente resolve"
        case .decided: "entente update \(slug) --continue"
        case .revised: "\(abandon), then entente update \(slug)"
        case .replaced: "\(abandon), then read it with entente diff \(slug) and sign"
        case .over: abandon
        }
    }

    /// Why it can't go on; nil where it can.
    public var obstacle: String? {
        switch state {
        case .undecided, .decided: nil
        case .revised, .replaced: "\(slug) was revised since it began"
        case .over: "\(slug) is no longer open"
        }
    }
}

extension WaitingUpdate? {
    /// The command that is next for a proposal of the framework that was written on terms no longer in
    /// force: none is carried over while another one waits in the working files.
    public func next(carryingOver proposal: String) -> String {
        guard let self else { return "entente update \(proposal)" }
        return self.slug == proposal
            ? self.next : "\(self.next) (the update of \(self.slug) comes first)"
    }
}

extension Workspace {
    /// The update that waits in the working files of a framework; nil where none does.
    ///
    /// - Throws: `GitError`; ``Problem``.
    public func waitingUpdate(
        of framework: String, history: History
    ) throws -> WaitingUpdate? {
        try pendingUpdate(of: framework).map { try waiting($0.update, history: history) }
    }

    /// The updates that wait in the working files, by framework.
    ///
    /// - Throws: `GitError`; ``Problem``.
    public func waitingUpdates(history: History) throws -> [WaitingUpdate] {
        try pendingUpdates().map { try waiting($0.update, history: history) }
    }

    private func waiting(_ update: PendingUpdate, history: History) throws -> WaitingUpdate {
        let framework = update.framework
        let taken = try [update.tip, update.main, basis(of: framework)].map { commit in
            try commit.flatMap { try store.termsTree(of: framework, in: $0) }
        }
        return WaitingUpdate(
            update, state: try state(of: update, history: history),
            putsDraftAside: update.before != nil && !taken.contains(update.before))
    }

    /// Refuses a proposal that was written on terms that are no longer in force. The advice to
    /// update it ends with `purpose`.
    ///
    /// - Throws: ``Problem``; `GitError`.
    func refuseOutdated(_ proposal: Proposal, purpose: String) throws {
        guard proposal.outdatedBase != nil else { return }
        let (framework, slug) = (proposal.framework, proposal.slug)
        let waiting = try waitingUpdate(of: framework, history: soundHistory())
        throw Problem(
            "outdated", .no,
            "the proposal \(slug) was written on terms that are no longer in force, and would undo "
                + "what was agreed since",
            next: waiting.next(carryingOver: slug)
                + (waiting == nil ? " carries it over\(purpose)" : ""))
    }

    private func state(
        of update: PendingUpdate, history: History
    ) throws -> WaitingUpdate.State {
        let framework = update.framework
        guard let reference = try findProposal(update.slug, of: framework) else { return .over }
        guard
            try store.termsTree(of: framework, in: reference.tip)
                == store.termsTree(of: framework, in: update.tip)
        else {
            // What somebody pushed must not keep everybody from reading the rest.
            guard let revised = try? proposal(reference, history: history) else { return .revised }
            guard revised.isOpen else { return .over }
            return revised.outdatedBase == nil ? .replaced : .revised
        }
        guard try proposal(reference, history: history).isOpen else { return .over }
        do {
            return try undecided(in: framework).isEmpty ? .decided : .undecided
        } catch is Problem {
            // Marks that don't belong together are to be mended first.
            return .undecided
        }
    }
}
