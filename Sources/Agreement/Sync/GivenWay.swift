internal import Git

/// The steps of `main` that were taken here only, from the first agreement on that can't be one any
/// more since others agreed something else.
struct GivenWay {
    /// An agreement that is a proposal again.
    struct Agreement {
        /// The step by which it was one.
        let step: ObjectID
        /// The proposal.
        var proposal: ProposalReference
    }

    /// The steps, newest first.
    let steps: [ObjectID]
    /// The step before them, which the agreed history goes on leading to; nil where there is none.
    let ground: ObjectID?
    /// The agreements among them that are none any more, oldest first; never empty.
    var agreements: [Agreement]

    /// The step that a commit stands on: the newest of these that leads to it.
    func step(under commit: ObjectID, in repository: Repository) throws -> ObjectID? {
        guard try leads(to: commit, in: repository) else { return nil }
        return try steps.first { try repository.isAncestor($0, of: commit) }
    }

    /// Whether any of these steps leads to a commit.
    func leads(to commit: ObjectID, in repository: Repository) throws -> Bool {
        try steps.last.map { try repository.isAncestor($0, of: commit) } ?? false
    }

    /// The names of the proposals that a step was agreed on, and that are open again.
    func open(under step: ObjectID, in repository: Repository) throws -> [String] {
        try agreements.filter { try repository.isAncestor($0.step, of: step) }
            .map(\.proposal.slug)
    }
}
