public import Git

/// An agreed history that another copy showed and that goes another way than the one here: somebody
/// has to decide which of the two stays.
public struct OtherVersion: Sendable {
    /// The name under which it is kept here.
    public let kept: String
    /// Who took its newest step, as that says, and when.
    public let newest: Identity?
}

extension Workspace {
    /// The histories that were refused since they go another way, and that nobody has settled: what
    /// they agreed is neither part of the history here nor was it agreed anew. What breaks a rule, or is
    /// no commit, is no version.
    ///
    /// - Throws: `GitError`.
    public func otherVersions(beside history: History) throws -> [OtherVersion] {
        try repository.references(under: References.evidence).compactMap { reference in
            guard try repository.object(reference.target).kind == .commit,
                try !isSettled(reference.target, by: history),
                try History(replaying: reference.target, cache: cache, store: store).breach == nil
            else { return nil }
            return OtherVersion(
                kept: reference.name,
                newest: try repository.commit(reference.target).committerIdentity)
        }
    }

    /// Whether each step that another history took on its own is an agreement to what was agreed
    /// here, too.
    private func isSettled(_ tip: ObjectID, by history: History) throws -> Bool {
        var step = tip
        while try !history.contains(step) {
            let parents = try repository.commit(step).parents
            guard parents.count == 2, try history.contains(parents[1]) else { return false }
            step = parents[0]
        }
        return true
    }
}
