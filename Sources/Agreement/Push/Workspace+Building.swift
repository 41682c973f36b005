public import Git

extension Workspace {
    /// Judges `main` and one reference that is being built, where a host runs no hooks.
    ///
    /// - Parameters:
    ///   - name: The full name of the reference.
    ///   - commit: What it is now.
    ///   - before: What it was before, where the host says so.
    /// - Returns: The judgement; the history in it is that of `main`.
    /// - Throws: ``Problem`` where it can't be judged; `GitError`.
    public func judge(
        building name: String, at commit: ObjectID, before: ObjectID?
    ) throws -> PushJudgement {
        var references = [PushedReference(name: name, old: before, new: commit)]
        if let before {
            func movedBack(_ code: String, _ reason: String) -> Problem {
                Problem(
                    code, .rolledBack, "\(references[0].shortName) was moved back: \(reason)",
                    next: "Put it back on the host; every partner's copy still holds it",
                    detail: "it was \(before)")
            }
            guard repository.contains(before) else {
                throw movedBack("unknown-history", "what it held before is gone")
            }
            guard try name != References.main || repository.isAncestor(before, of: commit) else {
                throw movedBack("rolled-back", "it leaves out what it held before")
            }
        }
        if name != References.main {
            // The copies that automatic builds work in have only what was built as a branch.
            let main =
                try repository.reference("refs/remotes/origin/main")
                ?? repository.reference(References.main)
            guard let main else {
                throw Problem(
                    "not-a-workspace", .unable, "there is no main in this copy",
                    next: "Have the build fetch all branches: git fetch origin "
                        + "'+refs/heads/*:refs/remotes/origin/*'")
            }
            references.append(PushedReference(name: References.main, old: nil, new: main))
        }
        let old = name == References.main ? before : nil
        return try PushJudgement(
            of: references, onto: try History(replaying: old, store: store), in: self)
    }
}
