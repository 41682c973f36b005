internal import Git

extension Workspace {
    /// Judges what a host is about to receive, against what it holds.
    ///
    /// - Throws: ``Problem`` where nothing of the push can be judged; `GitError`, for instance
    ///   where objects are missing. Either way, nothing is to be taken.
    public func judge(receiving references: [PushedReference]) throws -> PushJudgement {
        if environment.variables["GIT_NAMESPACE"]?.isEmpty == false {
            throw Problem(
                "namespace", .unable, "the host keeps several histories in one repository",
                next: "Its administrator gives this one a repository of its own")
        }
        for reference in [References.main] + references.map(\.name) {
            guard let target = try repository.symbolicTarget(of: reference) else { continue }
            throw Problem(
                "alias", .unable,
                "on the host, \(reference) is another name of \(target), so that a push to one "
                    + "moves the other",
                next: "Its administrator removes it: git symbolic-ref --delete \(reference)")
        }
        for reference in references
        where try repository.reference(reference.name) != reference.old {
            throw Problem(
                "changed-meanwhile", .no,
                "somebody else pushed \(reference.shortName) at the same moment",
                next: "git fetch, then try again")
        }
        let agreed = try History(
            replaying: try repository.reference(References.main), cache: cache, store: store)
        // What is pushed now may yet be refused by somebody else; what is there is there.
        cache?.save(agreed)
        return try PushJudgement(of: references, onto: agreed, in: self)
    }
}
