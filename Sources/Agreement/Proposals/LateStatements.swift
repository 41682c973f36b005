internal import Git

extension NewCommits {
    /// The commits that these go on from, where nothing is proposed by them: each is a statement, or
    /// brings statements together. Nil where one has files that none of its parents has.
    func groundOfStatements(in repository: Repository) throws -> Set<ObjectID>? {
        var ground: Set<ObjectID> = []
        for (_, commit) in commits {
            let isSame = try commit.parents.contains { parent in
                try (commits[parent] ?? repository.commit(parent)).tree == commit.tree
            }
            guard isSame else { return nil }
            ground.formUnion(commit.parents.filter { commits[$0] == nil })
        }
        return ground
    }
}

extension Workspace {
    /// The version by which a proposal came into force on which nothing was done since: what was said
    /// of it without knowing that undoes nothing. Nil where it is not agreed, or goes on. `new` is what
    /// of it the agreed history does not hold.
    func version(
        of reference: ProposalReference, before new: NewCommits, history: History
    ) throws -> Version? {
        let ground =
            new.order.isEmpty ? [reference.tip] : try new.groundOfStatements(in: repository)
        let versions = try (ground ?? []).map { id in
            try store.termsTree(of: reference.framework, in: id).flatMap {
                try version(of: reference.at(id), tree: $0, history: history)
            }
        }
        guard versions.allSatisfy({ $0 != nil }) else { return nil }
        return versions.compactMap(\.self).max { $0.number < $1.number }
    }
}
