internal import Git

/// A push of a proposal: it moves forward, touches only the terms of its framework, and is
/// deleted only when it is agreed or closed.
struct ProposalPush {
    let reference: PushedReference
    let framework: String
    let slug: String
    /// The agreed history with the push.
    let history: History
    let workspace: Workspace

    /// Why it is refused; nil if it is not.
    func problem() throws -> Problem? {
        guard let new = reference.new else { return try problemOfDeletion() }
        guard history.tip != nil else {
            return Problem(
                "no-history", .no, "there is no agreed history for it to start from",
                next: "Push main with it: git push origin main \(reference.shortName)")
        }
        if let old = reference.old, try !workspace.repository.isAncestor(old, of: new) {
            return Problem(
                "not-forward", .no,
                "it would leave out what others said on it",
                next: "git fetch, build on what is there, and push without force")
        }
        guard try workspace.store.termsTree(of: framework, in: new) != nil else {
            return Problem(
                "no-terms", .no, "it has no terms of \(framework)",
                next: "entente propose makes proposals that have")
        }
        do {
            return try problemOfScope(new)
        } catch let violation as Violation {
            return Problem(
                violation.rule.rawValue, .no, violation.message, next: violation.next)
        }
    }

    private func problemOfDeletion() throws -> Problem? {
        guard let old = reference.old else { return nil }
        let agreed = try history.frameworks[framework]?.versions(.proposal(old)) ?? []
        // Where there are no terms, there is nothing to agree or to close.
        guard agreed.isEmpty,
            try workspace.store.termsTree(of: framework, in: old) != nil,
            try workspace.proposal(
                ProposalReference(framework: framework, slug: slug, tip: old), history: history
            ).isOpen
        else { return nil }
        return Problem(
            "still-open", .no, "it is open; only what is agreed or closed is deleted",
            next: "entente close \(slug) --reason \"...\", push that, then delete it")
    }

    private func problemOfScope(_ new: ObjectID) throws -> Problem? {
        let repository = workspace.repository
        // What was pushed before was judged before, and can't be taken back any more.
        let known = try reference.old.map {
            Set(try NewCommits(from: $0, seen: history.contains, by: workspace.store.reader).order)
        }
        let added = try NewCommits(
            from: new, seen: { try known?.contains($0) == true || history.contains($0) },
            by: workspace.store.reader)
        let scope = ProposalScope(framework: framework, repository: repository)
        var left: Set<ObjectID> = []
        for id in added.order {
            guard let commit = added.commits[id] else { continue }
            guard !commit.parents.isEmpty else { return unrelated() }
            if let stray = try scope.stray(in: commit.tree, beyond: commit.parents) {
                return outside(stray, commit: commit, id: id)
            }
            left.formUnion(try commit.parents.filter(history.contains))
        }
        guard !added.order.isEmpty else { return nil }
        let tree = try repository.commit(new).tree
        let newest = try newest(of: left)
        guard
            let stray = try scope.stray(
                in: tree, beyond: newest.isEmpty ? reference.old.map { [$0] } ?? [] : newest)
        else { return nil }
        return outside(stray, commit: try repository.commit(new), id: new)
    }

    /// Where the proposal left `main` last: commits of the agreed history that none of the others
    /// and not its earlier state lead back to.
    private func newest(of left: Set<ObjectID>) throws -> [ObjectID] {
        let repository = workspace.repository
        var newest: [ObjectID] = []
        for id in left.sorted() {
            if let old = reference.old, try repository.isAncestor(id, of: old) { continue }
            if try newest.contains(where: { try repository.isAncestor(id, of: $0) }) { continue }
            newest = try newest.filter { try !repository.isAncestor($0, of: id) } + [id]
        }
        return newest
    }

    private func outside(_ stray: String, commit: Commit, id: ObjectID) -> Problem {
        Problem(
            "outside-terms", .no,
            "it changes \(stray), and a proposal changes the terms of its framework only",
            at: "the change \"\(commit.subject)\" (\(id.short))",
            next: "entente propose puts terms of \(framework) alone on a new proposal; other "
                + "files go to main without one")
    }

    private func unrelated() -> Problem {
        Problem(
            "unrelated-history", .no, "it does not start from the agreed history",
            next: "git fetch, then entente propose makes one that does")
    }
}
