public import Git

/// What another copy of the workspace holds, as it says: nothing here is verified.
struct OtherCopy {
    /// `main` and what has the name of a proposal, as they came.
    let references: [Reference]
    /// The name under which it is remembered here.
    let key: String
    /// Its agreed history; nil where it has none.
    let main: ObjectID?
    /// Its proposals.
    let proposals: [ProposalReference]
    /// What is there under the name of a proposal and can't be one.
    let misnamed: [String]

    /// Picks out of all references what matters.
    init(key: String, _ references: [Reference]) {
        self.key = key
        self.references = references.filter {
            $0.name == References.main || $0.name.utf8.starts(with: References.proposals.utf8)
        }
        main = self.references.first { $0.name == References.main }?.target
        var proposals: [ProposalReference] = []
        var misnamed: [String] = []
        for reference in self.references where reference.name != References.main {
            if let proposal = ProposalReference(reference) {
                proposals.append(proposal)
            } else {
                misnamed.append(reference.name)
            }
        }
        (self.proposals, self.misnamed) = (proposals, misnamed)
    }

    /// The names of all branches that matter.
    var names: [String] {
        (main == nil ? [] : [References.main]) + proposals.map(\.branch)
    }

    /// All commits that they lead to.
    var tips: [ObjectID] { (main.map { [$0] } ?? []) + proposals.map(\.tip) }
}

extension ProposalReference {
    /// The full name of the branch.
    var branch: String { References.proposal(framework, slug) }

    /// The same proposal at another commit.
    func at(_ tip: ObjectID) -> ProposalReference {
        ProposalReference(framework: framework, slug: slug, tip: tip)
    }
}

/// What was last seen of another copy.
struct LastSeen {
    let main: ObjectID?
    let proposals: [String: ObjectID]

    init(of key: String, in repository: Repository) throws {
        let prefix = References.seen(key)
        var main: ObjectID?
        var proposals: [String: ObjectID] = [:]
        for reference in try repository.references(under: prefix) {
            let name = String(reference.name.dropFirst(prefix.count))
            if name == "main" {
                main = reference.target
            } else {
                proposals[References.branches + name] = reference.target
            }
        }
        (self.main, self.proposals) = (main, proposals)
    }
}

extension Workspace {
    /// Remembers what another copy holds: what verified, and what was sent there.
    func rememberSeen(
        _ key: String, main: ObjectID?, proposals: [String: ObjectID]
    ) throws {
        try repository.withWorkspaceLock { _ in
            let known = try LastSeen(of: key, in: repository)
            let prefix = References.seen(key)
            if let main { try remember(prefix + "main", as: main, was: known.main) }
            for name in Set(known.proposals.keys).union(proposals.keys).sorted() {
                try remember(
                    prefix + name.dropFirst(References.branches.count), as: proposals[name],
                    was: known.proposals[name])
            }
        }
    }

    /// Tells Git what `main` is at a remote of its configuration, as `git fetch` and `git push` do,
    /// so that `git status` knows what is there.
    func showTracked(_ place: SyncPlace, main: ObjectID?) throws {
        guard case .remote(let name) = place, let main, place.key == name,
            try repository.fetchRules(of: name).contains(
                "+refs/heads/*:refs/remotes/\(name)/*")
        else { return }
        let tracked = "refs/remotes/\(name)/main"
        try repository.withWorkspaceLock { _ in
            try remember(tracked, as: main, was: try repository.reference(tracked))
        }
    }

    private func remember(_ name: String, as new: ObjectID?, was old: ObjectID?) throws {
        guard old != new else { return }
        if let new {
            try repository.setReference(
                name, to: new, expecting: old, reason: "sync", by: housekeeper)
        } else if let old {
            try repository.deleteReference(name, expecting: old)
        }
    }

    /// Whether nobody else was given a commit of `main`, as far as this machine knows. Where it knows
    /// of no other copy, this one may be what all share, and it is not said.
    ///
    /// - Throws: `GitError`.
    public func isOnlyHere(_ commit: ObjectID) throws -> Bool {
        // What came last from an address without a name is known to Git alone.
        let published =
            try publishedTips() + [repository.reference("FETCH_HEAD")].compactMap(\.self)
        return try !published.isEmpty
            && !published.contains { try $0 == commit || repository.isAncestor(commit, of: $0) }
    }

    /// The tips of `main` that others were given or had, as far as this machine knows.
    func publishedTips() throws -> [ObjectID] {
        let seen = try repository.references(under: References.seen)
            .filter { $0.name.hasSuffix("/main") && $0.name.split(separator: "/").count == 5 }
        let tracked = try repository.references(under: "refs/remotes/")
            .filter { $0.name.hasSuffix("/main") && $0.name.split(separator: "/").count == 4 }
        return Array(Set((seen + tracked).map(\.target))).sorted()
    }
}
