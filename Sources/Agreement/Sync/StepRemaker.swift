internal import Git
public import SSHSignature
internal import Terms

/// Makes steps of `main` again, after those of others, that were taken here at the same time.
///
/// An agreement is fully determined by what was signed, so it is the same agreement again, if the
/// rules still allow it. A record is signed again by whoever recorded it. What is outside of
/// frameworks is changed again where it is still as it was.
public struct StepRemaker {
    /// Finds the key of records that have to be signed again; nil where it isn't at hand.
    public let key: @Sendable (Workspace, _ wanted: PublicKey) async throws -> SigningKey?
    /// Makes signatures.
    public let signer: any Signer
    /// Whether agreements give way that others were given, as the partners have settled.
    public let givesWay: Bool

    /// Remakes with these.
    public init(
        signer: any Signer, givesWay: Bool = false,
        key: @escaping @Sendable (Workspace, PublicKey) async throws -> SigningKey?
    ) {
        self.signer = signer
        self.givesWay = givesWay
        self.key = key
    }

    /// What came of it.
    struct Remade {
        var history: History
        var fork: ObjectID?
        /// The agreements that are none any more, oldest first.
        var reopened: [GivenWay.Agreement] = []
        /// What gave way with them.
        var gaveWay: GivenWay?
        /// What can't be done again, where it need not be.
        var leftOut: [SyncReport.LeftOut] = []
    }

    /// Takes the steps that lead to `local` and not to `theirs`, after `theirs`. No reference moves.
    ///
    /// - Parameters:
    ///   - theirs: What they are taken after.
    ///   - local: What they lead to now.
    ///   - workspace: Where it is.
    ///   - mayGiveWay: Throws where agreements may not give way; asked before anything is made again
    ///     after one that has to.
    /// - Returns: What came of it.
    /// - Throws: ``Problem`` where a step can't be taken again, or what `mayGiveWay` throws; `GitError`.
    func remake(
        after theirs: History, from local: ObjectID, in workspace: Workspace,
        mayGiveWay: () throws -> Void
    ) async throws -> Remade {
        let repository = workspace.repository
        var steps: [ObjectID] = []
        var next: ObjectID? = local
        while let id = next, try !theirs.follows(id) {
            steps.append(id)
            next = try repository.commit(id).parents.first
        }
        var remade = Remade(history: theirs, fork: next)
        var kept: ObjectID?
        for id in steps.reversed() {
            defer { if remade.reopened.isEmpty { kept = id } }
            let commit = try repository.commit(id)
            let parent = try commit.parents.first.map { try repository.commit($0).tree }
            switch try MainChange(from: parent, to: commit.tree, in: repository) {
            case .terms(let framework, let tree):
                try agree(id, commit, framework, tree: tree, to: &remade, in: workspace)
                if !remade.reopened.isEmpty { try mayGiveWay() }
            case .records, .unrelated:
                try await redo(
                    id, commit, parent: parent, of: local, to: &remade, in: workspace)
            case .wrong(let violation):
                throw Problem(violation.rule.rawValue, .no, violation.message, next: violation.next)
            }
        }
        if let kept, let first = steps.last { try keep(kept, since: first, in: workspace, &remade) }
        if let last = remade.reopened.first.flatMap({ steps.firstIndex(of: $0.step) }) {
            remade.gaveWay = GivenWay(
                steps: Array(steps[...last]), ground: steps[(last + 1)...].first ?? remade.fork,
                agreements: remade.reopened)
        }
        return remade
    }

    /// Makes the steps as they were taken first part of what the agreed history leads to, where
    /// proposals start from them: else each of these would seem to change what they changed. What
    /// stood on agreements that gave way starts from them now. It changes nothing, and agrees nothing.
    private func keep(
        _ last: ObjectID, since first: ObjectID, in workspace: Workspace, _ remade: inout Remade
    ) throws {
        let repository = workspace.repository
        guard let tip = remade.history.tip, try !remade.history.contains(first),
            try !remade.reopened.isEmpty
                || workspace.proposalReferences().contains(where: {
                    try repository.isAncestor(first, of: $0.tip)
                })
        else { return }
        let commits = try [tip, last].map { try repository.commit($0) }
        let who = Identity.housekeeper(after: commits)
        let draft = CommitDraft(
            tree: commits[0].tree, parents: [tip, last], author: who, committer: who,
            message: "Keep what proposals start from\n")
        try remade.history.advance(
            to: try repository.write(commit: try draft.bytes()), store: workspace.store)
    }

    private func agree(
        _ id: ObjectID, _ commit: Commit, _ framework: String, tree: ObjectID,
        to remade: inout Remade, in workspace: Workspace
    ) throws {
        let repository = workspace.repository
        guard let tip = remade.history.tip, commit.parents.count == 2 else { return }
        // Others may have agreed the same.
        let known = try remade.history.frameworks[framework]?
            .versions(.proposal(commit.parents[1]))
        guard known?.isEmpty ?? true else { return }
        let root = try repository.tree(
            try repository.commit(tip).tree, replacing: TermsStore.path(of: framework),
            with: (.tree, tree))
        let made = try write(commit, tree: root, parents: [tip, commit.parents[1]], in: repository)
        // One that stands on an agreement that gave way would make that one's proposal, and all that
        // was said of it, part of what is agreed.
        let stands = try remade.reopened.first.map {
            try repository.isAncestor($0.step, of: commit.parents[1])
        }
        var history = remade.history
        try history.advance(to: made, store: workspace.store)
        if history.breach == nil, stands != true {
            remade.history = history
            return
        }
        let new = try NewCommits(
            from: commit.parents[1], seen: remade.history.contains, by: workspace.store.reader)
        let name = AgreedName.slug(in: commit, framework: framework)
        let origin = ProposalOrigin(in: new, named: name)
        // What it was proposed as may be part of what others agreed, and this be another's origin.
        let slug = origin.flatMap { name.map($0.hasName) ?? true ? $0.slug : nil }
        remade.reopened.append(
            GivenWay.Agreement(
                step: id,
                proposal: ProposalReference(
                    framework: framework,
                    slug: slug ?? name ?? "reopened",
                    tip: commit.parents[1])))
    }

    /// Does again what is no agreement. What only others can do again is left out where agreements
    /// give way that they were given: each does their own then.
    private func redo(
        _ id: ObjectID, _ commit: Commit, parent: ObjectID?, of local: ObjectID,
        to remade: inout Remade, in workspace: Workspace
    ) async throws {
        func leftOut(_ reason: String?) -> SyncReport.LeftOut {
            SyncReport.LeftOut(
                subject: commit.subject, name: commit.committerIdentity?.name ?? "somebody",
                reason: reason, kept: References.left(local))
        }
        let repository = workspace.repository
        guard let tip = remade.history.tip else { return }
        let now = try repository.commit(tip).tree
        guard
            let tree = try TreePatch(from: parent, to: commit.tree, in: repository).apply(to: now)
        else {
            if givesWay { return remade.leftOut.append(leftOut(nil)) }
            throw Problem(
                "conflict", .no,
                "\"\(commit.subject)\" was done here, and others changed the same files meanwhile",
                next: "git pull --no-rebase brings both together; then entente sync again")
        }
        // What others did the same way need not be done again.
        if tree == now { return }
        let parents = [tip] + commit.parents.dropFirst()
        let made: ObjectID
        // What is not signed in this form is made again as it is.
        let bytes = try repository.object(id).bytes
        let wanted = (try? SignedCommit(parsing: bytes))?.signature.publicKey
        let own = if let wanted { try await key(workspace, wanted) } else { SigningKey?.none }
        if let own {
            let draft = try draft(commit, tree: tree, parents: parents)
            let signature = try await signer.sign(try draft.bytes(), with: own)
            made = try repository.write(commit: try draft.bytes(signature: signature))
        } else {
            made = try write(commit, tree: tree, parents: parents, in: repository)
        }
        var history = remade.history
        try history.advance(to: made, store: workspace.store)
        guard let breach = history.breach else { return remade.history = history }
        if givesWay {
            return remade.leftOut.append(
                leftOut(
                    wanted != nil && own == nil
                        ? "it has to be signed again" : breach.violations[0].message))
        }
        throw Problem(
            breach.violations[0].rule.rawValue, .no,
            "\"\(commit.subject)\" was done here while others went on, and can't be done again "
                + "after theirs: \(breach.violations[0].message)",
            next: "Let whoever did it run entente sync, with the key that it was signed with")
    }

    private func write(
        _ commit: Commit, tree: ObjectID, parents: [ObjectID], in repository: Repository
    ) throws -> ObjectID {
        try repository.write(commit: try draft(commit, tree: tree, parents: parents).bytes())
    }

    /// The same commit in another place.
    private func draft(
        _ commit: Commit, tree: ObjectID, parents: [ObjectID]
    ) throws -> CommitDraft {
        guard let author = commit.authorIdentity, let committer = commit.committerIdentity,
            let message = commit.messageText
        else {
            throw Problem(
                "unreadable-commit", .unable,
                "\"\(commit.subject)\" is not in a form that could be done again",
                next: "git pull --no-rebase brings both together; then entente sync again")
        }
        return CommitDraft(
            tree: tree, parents: parents, author: author, committer: committer, message: message)
    }
}
