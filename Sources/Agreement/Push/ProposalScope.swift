internal import Git

/// What a proposal may change: the terms of its framework.
struct ProposalScope {
    let framework: String
    let repository: Repository

    /// What differs outside the terms from every one of these commits, by path; nil if one of
    /// them is the same there, or if there are none.
    func stray(in tree: ObjectID, beyond commits: [ObjectID]) throws -> String? {
        var first: String?
        for id in commits {
            guard let stray = try stray(from: try repository.commit(id).tree, to: tree) else {
                return nil
            }
            first = first ?? stray
        }
        return first
    }

    /// The first path that differs between two trees outside the terms; nil if there is none.
    ///
    /// Reads no more than the folders that differ, and nothing below the terms.
    ///
    /// - Throws: ``Violation`` where a folder is not as Git writes it; `GitError`.
    func stray(from old: ObjectID?, to new: ObjectID) throws -> String? {
        guard old != new else { return nil }
        var changes = try TreeChange.between(old, new, in: repository)
        var path = ""
        for name in ["frameworks", framework] {
            if let other = changes.first(where: { $0.name != name || !$0.isFolder }) {
                return path + other.shownName
            }
            path += name + "/"
            changes = try changes.flatMap { try $0.inner(in: repository) }
        }
        return changes.first { $0.name != "terms" }.map { path + $0.shownName }
    }
}
