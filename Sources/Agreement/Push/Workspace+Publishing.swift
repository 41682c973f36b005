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
        return try PushJudgement(of: references, onto: try agreed(before: main), in: self)
    }

    /// The agreed history that a push is judged against: what is pushed with `main` follows the
    /// host's; all else is judged by what is agreed here.
    private func agreed(before main: PushedReference?) throws -> History {
        guard let main else { return try history() }
        // What leads from the host's `main` to ours was verified here with ours.
        if let old = main.old, try main.new == repository.reference(References.main) {
            let here = try History(replaying: main.new, cache: cache, store: store)
            if try here.breach == nil && here.follows(old) { return here }
        }
        return try History(replaying: main.old, store: store)
    }
}
