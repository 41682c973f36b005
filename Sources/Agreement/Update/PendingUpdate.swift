internal import Git
internal import Merging
internal import Terms

/// An update of a proposal that waits for decisions: kept as a commit under a reference of this
/// machine alone, so that nothing of it is lost, and each step of it happens or does not.
struct PendingUpdate {
    /// How far it is.
    enum Phase: String {
        /// The working files are about to get the half-merged text.
        case opening
        /// They have it, and people decide.
        case open
        /// It is over, and they are about to become what they are to be then.
        case ending
    }

    /// A text on which people decided before other terms came into force.
    struct Decided {
        /// The agreed history that it was carried over to.
        let main: ObjectID
        let terms: ObjectID
    }

    let framework: String
    let slug: String
    var phase: Phase
    /// The tip of the proposal that is being carried over.
    let tip: ObjectID
    /// The agreed history that it is carried over to.
    var main: ObjectID
    /// What is carried over there in place of the proposal's own text, where that was carried over
    /// to earlier terms already.
    var decided: Decided?
    /// The new tip of the proposal; nil before it ends, and where it is given up.
    var result: ObjectID?
    /// The terms that were among the working files before.
    let before: ObjectID?
    /// The terms that the working files get.
    var target: ObjectID?
    /// What the working files held when it ended; nil before.
    var held: ObjectID?
}

extension Workspace {
    /// The update of a framework that waits for decisions, with the commit that keeps it.
    func pendingUpdate(of framework: String) throws -> (update: PendingUpdate, id: ObjectID)? {
        guard let id = try repository.reference(References.update(framework)) else { return nil }
        let commit = try repository.commit(id)
        let lines = commit.messageText?.split(separator: "\n").map(String.init) ?? []
        func trailer(_ key: String) -> String? {
            lines.first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
        }
        guard commit.parents.count >= 2, let slug = trailer("Proposal"),
            let phase = trailer("Phase").flatMap(PendingUpdate.Phase.init)
        else {
            throw Problem(
                "bad-update", .unable, "what is known of an update of \(framework) can't be read",
                next: "git update-ref -d \(References.update(framework))")
        }
        func tree(_ name: String) throws -> ObjectID? {
            try repository.entry(in: commit.tree, at: name)?.id
        }
        var others = commit.parents.dropFirst(2)
        let decided = try tree("decided").flatMap { terms in
            others.popFirst().map { PendingUpdate.Decided(main: $0, terms: terms) }
        }
        return (
            PendingUpdate(
                framework: framework, slug: slug, phase: phase, tip: commit.parents[0],
                main: commit.parents[1], decided: decided, result: others.first,
                before: try tree("before"), target: try tree("target"), held: try tree("held")), id
        )
    }

    /// The updates that wait for decisions, or those of one framework.
    func pendingUpdates(
        of framework: String? = nil
    ) throws -> [(update: PendingUpdate, id: ObjectID)] {
        let names = try repository.referenceNames(under: References.updates)
            .map { String($0.dropFirst(References.updates.count)) }
        return try names.filter { framework == nil || $0 == framework }
            .compactMap(pendingUpdate(of:))
    }

    /// Keeps an update in place of what was kept of it.
    @discardableResult
    func keep(_ update: PendingUpdate, replacing known: ObjectID?) throws -> ObjectID {
        let entries = [
            ("before", update.before), ("decided", update.decided?.terms), ("held", update.held),
            ("target", update.target),
        ].compactMap { name, tree in tree.map { TreeEntry(name, mode: .tree, id: $0) } }
        let draft = CommitDraft(
            tree: try repository.write(tree: entries),
            parents: [update.tip, update.main]
                + [update.decided?.main, update.result].compactMap(\.self),
            author: housekeeper, committer: housekeeper,
            message: "Update \(update.framework) \(update.slug)\n\n"
                + "Proposal: \(update.slug)\nPhase: \(update.phase.rawValue)\n")
        let id = try repository.write(commit: try draft.bytes())
        try repository.setReference(
            References.update(update.framework), to: id, expecting: known, reason: "update",
            by: housekeeper)
        return id
    }

    /// Takes the step that an update is about to take. After a crash, the same call carries on.
    /// Call it under the workspace lock.
    ///
    /// - Returns: The files that somebody changed while it began, which would hold neither side's
    ///   marks: then it is as if it had not begun, or not begun again, and they are left as they
    ///   are.
    @discardableResult
    func carryOn(_ update: PendingUpdate, keptAs id: ObjectID) throws -> [String] {
        var update = update
        let framework = update.framework
        switch update.phase {
        case .open: break
        case .opening:
            let held = update.decided?.terms ?? update.before
            let untouched = try replaceWorkingTerms(of: framework, from: held, to: update.target)
            guard untouched.isEmpty else {
                try replaceWorkingTerms(of: framework, from: update.target, to: held)
                if let decided = update.decided {
                    (update.phase, update.main, update.decided) = (.open, decided.main, nil)
                    try keep(update, replacing: id)
                } else {
                    try repository.deleteReference(References.update(framework), expecting: id)
                }
                return untouched
            }
            update.phase = .open
            try keep(update, replacing: id)
        case .ending:
            if let result = update.result {
                let tip = try findProposal(update.slug, of: framework)?.tip
                guard try tip.map({ try repository.isAncestor(result, of: $0) }) ?? true else {
                    // The proposal was not moved, so nothing has ended.
                    (update.phase, update.result, update.held) = (.open, nil, nil)
                    try keep(update, replacing: id)
                    return []
                }
            }
            // What somebody changed since stays as it is.
            try replaceWorkingTerms(of: framework, from: update.held, to: update.target)
            if let result = update.result, let target = update.target,
                try store.termsTree(of: framework, in: result) == target
            {
                try setBasis(of: framework, to: result)
            }
            try repository.deleteReference(References.update(framework), expecting: id)
        }
        return []
    }

    /// Carries on with updates that were interrupted.
    func settleUpdates() throws {
        guard !repository.isBare else { return }
        for (update, _) in try pendingUpdates() where update.phase != .open {
            try repository.withWorkspaceLock { _ in
                guard let (update, id) = try pendingUpdate(of: update.framework) else { return }
                try carryOn(update, keptAs: id)
            }
        }
    }

    /// Refuses to touch working files in which an update waits for decisions.
    func refusePendingUpdate(of framework: String, history: History) throws {
        guard let update = try waitingUpdate(of: framework, history: history) else { return }
        let slug = update.slug
        throw Problem(
            "update-under-way", .no,
            "the working files hold the update of the proposal \(slug), which "
                + (update.obstacle.map { "can't go on: \($0)" } ?? "waits for decisions"),
            at: TermsStore.path(of: framework),
            next: update.obstacle == nil
                ? "entente resolve, then entente update \(slug) --continue; --abandon gives it up"
                : "entente update \(slug) --abandon")
    }

    /// The merge that an update began with, or began again with, of sides without names.
    func merge(of update: PendingUpdate) throws -> MergeResult {
        func files(_ commit: ObjectID) throws -> TermsFiles? {
            try store.termsTree(of: update.framework, in: commit).map { try store.terms($0).files }
        }
        let inForce = try files(update.main)
        if let decided = update.decided {
            return MergeResult(
                base: try files(decided.main), left: try store.terms(decided.terms).files,
                right: inForce, names: .unknown)
        }
        let base = try agreedTerms(of: update.framework, under: update.tip, main: update.main)
        return MergeResult(
            base: base?.files ?? inForce, left: try files(update.tip), right: inForce,
            names: .unknown)
    }

    // MARK: Working files

    /// Writes the files on disk below the terms of a framework into the object database, byte for
    /// byte and whatever they hold; nil where there are none.
    func snapshot(of framework: String) throws -> ObjectID? {
        let folder = TermsStore.path(of: framework)
        let files = try repository.workingFiles(under: folder).compactMap { file in
            guard case .file(let isExecutable) = file.kind, let bytes = file.bytes else {
                return nil as (path: String, mode: TreeEntry.Mode, id: ObjectID)?
            }
            return (
                String(file.path.dropFirst(folder.count + 1)),
                isExecutable ? .executable : .file, try repository.write(blob: bytes)
            )
        }
        return files.isEmpty ? nil : try repository.writeTree(of: files)
    }

    @discardableResult
    private func replaceWorkingTerms(
        of framework: String, from old: ObjectID?, to new: ObjectID?
    ) throws -> [String] {
        let branch = try headCommit().flatMap { try store.termsTree(of: framework, in: $0) }
        return try repository.updateWorkingFiles(
            under: TermsStore.path(of: framework), from: old, to: new, index: branch)
    }
}
