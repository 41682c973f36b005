internal import Git
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
            try refusePendingUpdate(of: framework)
            guard let outdated = before.outdatedBase else { return .upToDate(before) }
            var merge = MergeResult(
                base: outdated.files, left: before.candidate.proposed.files,
                right: before.candidate.inForce?.files, names: .unknown)
            if !merge.conflicts.isEmpty {
                merge = merge.naming(
                    try sides(
                        of: before, about: merge.conflicts.map(\.path), history: history))
            }
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
                tip: before.reference.tip, main: try main(), result: nil,
                before: try snapshot(of: framework),
                target: try writeTree(merge.halfMerged))
            let id = try keep(update, replacing: nil)
            if let changed = try carryOn(update, keptAs: id).first {
                throw Problem(
                    "changed-meanwhile", .no, "somebody changed a file while the update began",
                    at: changed, next: "entente update \(reference.slug) once more")
            }
            return .undecided(merge.conflicts)
        }
    }

    /// Makes what the working files hold the new text of the proposal that is being updated.
    ///
    /// - Throws: ``Problem`` where something is undecided, or nothing is being updated; `GitError`.
    public func continueUpdate(of reference: ProposalReference, why: String) throws -> Proposed {
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
            guard let files = try workingTerms(of: framework) else {
                throw Problem(
                    "no-working-files", .unable,
                    "there are no working files in \(TermsStore.path(of: framework))",
                    next: "entente update \(reference.slug) --abandon")
            }
            guard
                try store.termsTree(of: framework, in: update.tip)
                    == store.termsTree(of: framework, in: before.reference.tip)
            else {
                throw Problem(
                    "changed-meanwhile", .no,
                    "somebody revised the proposal \(reference.slug) since the update began",
                    next: "entente update \(reference.slug) --abandon, then entente update "
                        + reference.slug)
            }
            let isLoaded =
                try update.before.map {
                    try store.termsTree(of: framework, in: update.tip) == $0
                } ?? false
            return try revise(
                before, saying: TermsDocument(files), on: try basis(of: update, in: history),
                why: why, takesUp: false,
                flags: begun.flags, history: history
            ) { tip in
                update.phase = .ending
                update.result = tip
                update.target =
                    isLoaded ? try store.termsTree(of: framework, in: tip) : update.before
                id = try keep(update, replacing: id)
            } afterwards: {
                try carryOn(update, keptAs: id)
            }
        }
    }

    /// The step of the agreed history that an update leads to: `main` as it was when it began, or
    /// else, where steps that nobody else had seen were made again since, one with the same terms.
    private func basis(of update: PendingUpdate, in history: History) throws -> ObjectID {
        if try history.contains(update.main) { return update.main }
        let framework = history.frameworks[update.framework]
        let terms = try store.termsTree(of: update.framework, in: update.main)
        if framework?.inForce.tree == terms { return try main() }
        guard let same = try framework?.versions().last(where: { $0.tree == terms }) else {
            throw Problem(
                "changed-meanwhile", .no,
                "the terms that the proposal \(update.slug) is carried over to are not agreed any "
                    + "more",
                next: "entente update \(update.slug) --abandon, then entente update "
                    + update.slug)
        }
        return same.commit
    }

    /// Gives an update up: the working files become what they were before it, byte for byte.
    ///
    /// - Throws: ``Problem`` where nothing is being updated; `GitError`.
    public func abandonUpdate(of reference: ProposalReference) throws {
        try repository.withWorkspaceLock { _ in
            var (update, id) = try requiredUpdate(of: reference)
            update.phase = .ending
            update.target = update.before
            id = try keep(update, replacing: id)
            try carryOn(update, keptAs: id)
        }
    }

    private func requiredUpdate(
        of reference: ProposalReference
    ) throws -> (update: PendingUpdate, id: ObjectID) {
        if let found = try pendingUpdate(of: reference.framework),
            found.update.slug == reference.slug
        {
            return found
        }
        throw Problem(
            "no-update", .no, "no update of the proposal \(reference.slug) waits for decisions",
            next: "entente update \(reference.slug)")
    }

    /// Whether the working files hold the text of a proposal and nothing else.
    private func holdsText(of proposal: Proposal) throws -> Bool {
        guard !repository.isBare else { return false }
        return try workingTerms(of: proposal.framework)?.digest
            == proposal.candidate.proposed.digest
    }
}
