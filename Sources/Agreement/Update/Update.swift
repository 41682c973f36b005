public import Git
public import Merging
internal import Terms

extension Workspace {
    /// What carrying a proposal over came to.
    public enum Updated: Sendable {
        /// It was written on the terms in force already.
        case upToDate(Proposal)
        /// It has a new text, in which some clauses hold what both sides changed.
        case done(Proposed)
        /// The working files hold what is merged, with marks around what people have to decide.
        case undecided([MergeConflict])
    }

    /// Carries a proposal over to the terms in force, term by term, as a revision of it. Where both
    /// changed one term differently, nothing is revised: the working files get the half-merged text,
    /// until ``continueUpdate(of:why:)`` or ``abandonUpdate(of:)``.
    ///
    /// - Throws: ``Problem`` where the proposal is not open or the result has errors; `GitError`.
    public func update(_ reference: ProposalReference, why: String) throws -> Updated {
        try checkText(why, what: "reason")
        return try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            let before = try open(reference, history: history)
            let framework = reference.framework
            try refusePendingUpdate(of: framework, history: history)
            try refuseUnfinishedGit()
            guard let outdated = before.outdatedBase else { return .upToDate(before) }
            let merge = try naming(
                MergeResult(
                    base: outdated.files, left: before.candidate.proposed.files,
                    right: before.candidate.inForce?.files, names: .unknown),
                by: before, history: history)
            if let files = merge.terms {
                let isLoaded = try holdsText(of: before)
                return .done(
                    try revise(
                        before, saying: merge.document ?? TermsDocument(files), on: try main(),
                        why: why, takesUp: isLoaded, flags: merge.flags, history: history))
            }
            guard !repository.isBare else {
                throw Problem(
                    "conflict", .no,
                    merge.conflicts.map(\.sentence).joined(separator: " "),
                    next: "Run entente update \(reference.slug) in a clone, to decide there")
            }
            let update = PendingUpdate(
                framework: framework, slug: reference.slug, phase: .opening,
                tip: before.reference.tip, main: try main(), decided: nil, result: nil,
                before: try snapshot(of: framework),
                target: try writeTree(merge.halfMerged))
            try begin(
                update, replacing: nil, again: "entente update \(reference.slug) once more")
            return .undecided(merge.conflicts)
        }
    }

    /// Makes what the working files hold the new text of the proposal that is being updated. Where
    /// other terms came into force since, it is carried over to these as well, and what contradicts
    /// them is what people have to decide next.
    ///
    /// - Throws: ``Problem`` where something is undecided, or nothing is being updated; `GitError`.
    public func continueUpdate(of reference: ProposalReference, why: String) throws -> Updated {
        try checkText(why, what: "reason")
        return try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            let before = try open(reference, history: history)
            let framework = reference.framework
            var (update, id) = try requiredUpdate(of: reference)
            let begun = try merge(of: update)
            let left = try undecided(in: framework) { begun }
            guard left.isEmpty else {
                throw Problem(
                    "undecided", .no,
                    left.count == 1
                        ? "one term is undecided" : "\(left.count) terms are undecided",
                    at: TermsStore.path(of: framework), next: "entente resolve")
            }
            guard var files = try workingTerms(of: framework) else {
                throw Problem(
                    "no-working-files", .unable,
                    "there are no working files in \(TermsStore.path(of: framework))",
                    next: "entente update \(reference.slug) --abandon")
            }
            // Whoever takes what a side says gets it as it is written there.
            files = files.written(
                like: [begun.inputs.right, begun.inputs.left].compactMap(\.self),
                in: Set(begun.conflicts.map(\.path.file)))
            guard
                try store.termsTree(of: framework, in: update.tip)
                    == store.termsTree(of: framework, in: before.reference.tip)
            else {
                throw Problem(
                    "changed-meanwhile", .no,
                    "somebody revised the proposal \(reference.slug) since the update began",
                    next: try waitingUpdate(of: framework, history: history)?.next)
            }
            var document = TermsDocument(files)
            var merges = [begun]
            let main = try main()
            let earlier = try store.termsTree(of: framework, in: update.main)
            if earlier != history.frameworks[framework]?.inForce.tree {
                try refuseErrors(
                    in: document, of: framework,
                    inForce: try earlier.map { try store.terms($0).files })
                var later = update
                later.decided = .init(main: update.main, terms: try write(files, of: framework))
                later.main = main
                let merge = try naming(self.merge(of: later), by: before, history: history)
                guard let merged = merge.terms else {
                    later.phase = .opening
                    later.target = try writeTree(merge.halfMerged)
                    try begin(
                        later, replacing: id,
                        again: "entente update \(reference.slug) --continue once more")
                    return .undecided(merge.conflicts)
                }
                document = merge.document ?? TermsDocument(merged)
                merges.append(merge)
            }
            if update.decided != nil {
                var whole = update
                (whole.main, whole.decided) = (main, nil)
                merges.append(try self.merge(of: whole))
            }
            let isLoaded =
                try update.before.map {
                    try store.termsTree(of: framework, in: update.tip) == $0
                } ?? false
            return .done(
                try revise(
                    before, saying: document, on: main, why: why, takesUp: false,
                    flags: merges.flatMap(\.flags).uniqued(), history: history
                ) { tip in
                    update.phase = .ending
                    update.held = try snapshot(of: framework)
                    update.result = tip
                    update.target =
                        isLoaded ? try store.termsTree(of: framework, in: tip) : update.before
                    id = try keep(update, replacing: id)
                } afterwards: {
                    try carryOn(update, keptAs: id)
                })
        }
    }

    /// A merge with the names of its sides, where something is undecided.
    private func naming(
        _ merge: MergeResult, by proposal: Proposal, history: History
    ) throws -> MergeResult {
        guard !merge.conflicts.isEmpty else { return merge }
        return merge.naming(
            try sides(of: proposal, about: merge.conflicts.map(\.path), history: history))
    }

    /// Puts what is undecided into the working files.
    private func begin(
        _ update: PendingUpdate, replacing known: ObjectID?, again: String
    ) throws {
        let id = try keep(update, replacing: known)
        if let changed = try carryOn(update, keptAs: id).first {
            throw Problem(
                "changed-meanwhile", .no, "somebody changed a file while the update began",
                at: changed, next: again)
        }
    }

    /// Gives an update up: the files that it touched become what they were before it, byte for byte.
    ///
    /// - Parameters:
    ///   - word: The proposal's slug, or `<framework>/<slug>`; it may be over by now.
    ///   - framework: The framework, where it is known.
    /// - Returns: The files without anything to decide in which something that somebody changed since
    ///   is dropped by that, with the objects that hold it.
    /// - Throws: ``Problem`` where nothing is being updated; `GitError`.
    @discardableResult
    public func abandonUpdate(
        of word: String, in framework: String? = nil
    ) throws -> [(path: String, id: ObjectID)] {
        try repository.withWorkspaceLock { _ in
            let updates = try pendingUpdates(of: framework).filter { update, _ in
                [update.slug, "\(update.framework)/\(update.slug)"].contains(word)
            }
            guard var (update, id) = updates.first else { throw Self.noUpdate(of: word) }
            guard updates.count == 1 else {
                throw Problem(
                    "ambiguous-proposal", .unable, "several proposals are called `\(word)`",
                    next: "Name the framework with --framework")
            }
            let dropped: [(path: String, id: ObjectID)]
            (update.held, dropped) = try givenUp(update)
            update.phase = .ending
            update.target = update.before
            id = try keep(update, replacing: id)
            try carryOn(update, keptAs: id)
            return dropped
        }
    }

    /// What the working files hold of an update that is given up, and what of it is nobody's decision
    /// and dropped. A file that the update left as it was is none of it, whatever somebody does there.
    private func givenUp(
        _ update: PendingUpdate
    ) throws -> (held: ObjectID?, dropped: [(path: String, id: ObjectID)]) {
        let folder = TermsStore.path(of: update.framework)
        let before = try repository.files(in: update.before)
        let begun = try repository.files(in: update.target)
        var held = try repository.files(in: snapshot(of: update.framework))
        let undecided = Set(try merge(of: update).conflicts.map { Array($0.path.file.utf8) })
        var dropped: [(path: String, id: ObjectID)] = []
        for path in Set(before.keys).union(begun.keys).union(held.keys) {
            if before[path] == begun[path] {
                held[path] = before[path]
            } else if let entry = held[path], entry != begun[path], !undecided.contains(path) {
                dropped.append(("\(folder)/\(String(decoding: path, as: UTF8.self))", entry.id))
            }
        }
        let files = held.map {
            (String(decoding: $0.key, as: UTF8.self), $0.value.mode, $0.value.id)
        }
        return (
            files.isEmpty ? nil : try repository.writeTree(of: files),
            dropped.sorted { $0.path < $1.path }
        )
    }

    private func requiredUpdate(
        of reference: ProposalReference
    ) throws -> (update: PendingUpdate, id: ObjectID) {
        if let found = try pendingUpdate(of: reference.framework),
            found.update.slug == reference.slug
        {
            return found
        }
        throw Self.noUpdate(of: reference.slug)
    }

    private static func noUpdate(of word: String) -> Problem {
        Problem(
            "no-update", .no,
            "no update of the proposal \(TextRules.visible(word)) waits for decisions",
            next: "entente status")
    }

    /// Whether the working files hold the text of a proposal and nothing else.
    private func holdsText(of proposal: Proposal) throws -> Bool {
        guard !repository.isBare else { return false }
        return try workingTerms(of: proposal.framework)?.digest
            == proposal.candidate.proposed.digest
    }
}

extension [MergeFlag] {
    /// Each once, in their order.
    fileprivate func uniqued() -> [MergeFlag] {
        var seen: Set<MergeFlag> = []
        return filter { seen.insert($0).inserted }
    }
}
