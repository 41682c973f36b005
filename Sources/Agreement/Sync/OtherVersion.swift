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
    /// they agreed is neither part of the history here nor was it agreed anew. What breaks a rule, is
    /// no commit or has another founding is no version.
    ///
    /// - Throws: `GitError`.
    public func otherVersions(beside history: History) throws -> [OtherVersion] {
        try repository.references(under: References.evidence).compactMap { reference in
            guard try repository.object(reference.target).kind == .commit,
                try !isSettled(reference.target, by: history),
                try isAnotherWay(History(replaying: reference.target, cache: cache, store: store))
            else { return nil }
            return OtherVersion(
                kept: reference.name,
                newest: try repository.commit(reference.target).committerIdentity)
        }
    }

    /// Whether a history keeps to the rules and begins as the one here does. With another founding it is
    /// another agreement, which only has the name of this one.
    private func isAnotherWay(_ other: History) throws -> Bool {
        try other.breach == nil
            && other.frameworks.values.allSatisfy { framework in
                try pinnedFounding(of: framework).map { $0 == framework.founding } ?? true
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
