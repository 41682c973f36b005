internal import Git

extension Workspace {
    /// Judges what is about to be pushed to a host, as the host itself would.
    ///
    /// - Throws: ``Problem`` where nothing of it can be judged; `GitError`.
    public func judge(publishing references: [PushedReference]) throws -> PushJudgement {
        let main = references.first { $0.name == References.main }
        for reference in references {
            guard let old = reference.old, !repository.contains(old) else { continue }
            throw Problem(
                "unknown-history", .rolledBack,
                "on the host, \(reference.shortName) holds what is not here, and would lose it",
                next: "git fetch, then git pull; never push with force")
        }
        guard try main != nil || hasMain() else {
            return try PushJudgement(of: [], onto: History(replaying: nil, store: store), in: self)
        }
        // What is pushed with `main` follows the host's; all else is judged by what is agreed here.
        let agreed =
            try main.map { try History(replaying: $0.old, store: store) } ?? history()
        return try PushJudgement(of: references, onto: agreed, in: self)
    }
}
