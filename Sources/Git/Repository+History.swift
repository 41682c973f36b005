internal import CGit2

extension Repository {
    /// The commits that lead to `tips` and not to `excluded`, children before parents.
    ///
    /// The cost is that of the commits walked; nothing recurses.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/notFound`` if a commit on the way is missing.
    public func commits(
        reachableFrom tips: [ObjectID], excluding excluded: [ObjectID] = []
    ) throws -> [ObjectID] {
        guard !tips.isEmpty else { return [] }
        let walk = try Handle("walk history", freedBy: git_revwalk_free) {
            git_revwalk_new(&$0, pointer)
        }
        try call("walk history") {
            git_revwalk_sorting(walk.pointer, GIT_SORT_TOPOLOGICAL.rawValue)
        }
        for tip in tips {
            var oid = tip.oid
            try call("walk history from \(tip)") { git_revwalk_push(walk.pointer, &oid) }
        }
        for tip in excluded {
            var oid = tip.oid
            try call("walk history up to \(tip)") { git_revwalk_hide(walk.pointer, &oid) }
        }
        var result: [ObjectID] = []
        var oid = git_oid()
        while try callUnlessOver("walk history", { git_revwalk_next(&oid, walk.pointer) }) {
            result.append(ObjectID(oid))
        }
        return result
    }

    /// Whether `ancestor` is `descendant`, or one of the commits that lead to it.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/notFound`` if a commit is missing.
    public func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws -> Bool {
        try objects.require(ancestor, .commit)
        if ancestor == descendant { return true }
        try objects.require(descendant, .commit)
        var (child, parent) = (descendant.oid, ancestor.oid)
        let status = try call("compare \(ancestor) with \(descendant)") {
            git_graph_descendant_of(pointer, &child, &parent)
        }
        return status == 1
    }

    /// The best common ancestor; nil if the histories have none.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/notFound`` if a commit is missing.
    public func mergeBase(_ first: ObjectID, _ second: ObjectID) throws -> ObjectID? {
        try objects.require(first, .commit)
        try objects.require(second, .commit)
        var (one, two, base) = (first.oid, second.oid, git_oid())
        do {
            try call("find the merge base of \(first) and \(second)") {
                git_merge_base(&base, pointer, &one, &two)
            }
        } catch let error as GitError
            where error.code == .notFound && error.category == Int32(GIT_ERROR_MERGE.rawValue)
        {
            return nil
        }
        return ObjectID(base)
    }
}
