internal import Git
internal import Terms

extension Workspace {
    /// Moves `main`, with a note of what the working files were taken from, so that a move that is
    /// interrupted before they follow is made up for. ``finishCheckout(history:)`` brings them along.
    /// Call it under the workspace lock.
    func beginCheckout(
        from old: ObjectID, before: History, to new: History, moving: () throws -> Void
    ) throws {
        guard try followsMain, try repository.reference(References.checkout) == nil else {
            return try moving()
        }
        for framework in new.frameworks.values
        where before.frameworks[framework.name]?.inForce.tree != framework.inForce.tree {
            guard try basis(of: framework.name) == nil else { continue }
            // Where nobody said otherwise, they were taken from what is in force.
            let terms = try store.termsTree(of: framework.name, in: old)
            guard terms != nil, terms != framework.inForce.tree else { continue }
            try setBasis(of: framework.name, to: old)
        }
        try repository.setReference(
            References.checkout, to: old, expecting: nil, reason: "sync", by: housekeeper)
        do {
            try moving()
        } catch {
            try? repository.deleteReference(References.checkout, expecting: old)
            throw error
        }
    }

    /// Brings the working files along that a move of `main` left behind; those that somebody
    /// changed stay as they are.
    ///
    /// - Returns: The files that were left alone.
    /// - Throws: `GitError`.
    @discardableResult
    func finishCheckout(history: History) throws -> [String] {
        guard let old = try repository.reference(References.checkout), let tip = history.tip
        else { return [] }
        return try repository.withWorkspaceLock { _ in
            var left: Set<String> = []
            if try followsMain {
                let changed = try store.changedFrameworks(from: old, to: tip)
                for framework in history.frameworks.values.sorted(by: { $0.name < $1.name })
                where try changed.contains(framework.name)
                    && store.termsTree(of: framework.name, in: old) != framework.inForce.tree
                {
                    left.formUnion(try refreshWorkingFiles(of: framework, history: history))
                }
                left.formUnion(
                    try updateOutside(of: history, changed, from: old, to: tip))
            }
            try repository.deleteReference(References.checkout, expecting: old)
            return left.sorted()
        }
    }

    /// Everything but the terms, which know better where their working files come from. Looks at
    /// the folders that differ, or at all files where one differs that lies in none.
    private func updateOutside(
        of history: History, _ changed: Set<String>, from old: ObjectID, to new: ObjectID
    ) throws -> [String] {
        let target = try repository.commit(new).tree
        var baseline = try repository.commit(old).tree
        var terms: Set<String> = []
        for name in history.frameworks.keys {
            let folder = TermsStore.path(of: name)
            terms.insert(folder)
            guard changed.contains(name) else { continue }
            let (before, after) = (
                try store.termsTree(of: name, in: old), try store.termsTree(of: name, in: new)
            )
            guard before != after else { continue }
            baseline = try repository.tree(
                baseline, replacing: folder, with: after.map { (.tree, $0) })
        }
        var left: [String] = []
        var pending: [(path: String, from: ObjectID?, to: ObjectID?)] = [("", baseline, target)]
        while let (path, from, to) = pending.popLast() {
            guard from != to, !terms.contains(path) else { continue }
            let changes = try TreeChange.between(from, to, in: repository)
            let depth = path.isEmpty ? 0 : path.split(separator: "/").count
            if depth < 4, changes.allSatisfy(\.isFolder) {
                pending += changes.map {
                    (path.isEmpty ? $0.name : "\(path)/\($0.name)", $0.old?.id, $0.new?.id)
                }
            } else {
                left += try repository.updateWorkingFiles(under: path, from: from, to: to)
            }
        }
        return left.filter { path in !terms.contains { path.hasPrefix($0 + "/") } }
    }
}
