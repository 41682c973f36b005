internal import Git
internal import Terms

/// Takes proposals off agreements that gave way: each becomes what it changes itself, on the ground
/// that all share, in one step. It follows from the proposal and from what gave way alone, so that
/// whoever does it again makes the same.
///
/// What was said before was said of another text, and stands where the agreement is an ancestor. So
/// it stays behind, under a name of its own. No reference moves here.
struct Regrounding {
    /// What came of one proposal.
    struct Made {
        let old: ProposalReference
        /// What it becomes; nil where it is as it was, since it would break a rule.
        let new: ObjectID?
        let told: SyncReport.Regrounded
    }

    /// What gave way, with the names that its proposals get.
    var way: GivenWay
    private let history: History
    private let workspace: Workspace
    /// What the other copy has of what stands on the steps that gave way: its proposals are not ours
    /// to move.
    private let theirs: [ObjectID]
    private var repository: Repository { workspace.repository }

    init(of way: GivenWay, history: History, other: OtherCopy, workspace: Workspace) throws {
        (self.way, self.history, self.workspace) = (way, history, workspace)
        theirs = try other.proposals.map(\.tip).filter {
            try way.leads(to: $0, in: workspace.repository)
        }
    }

    /// What becomes of a proposal; nil where it stays, as it stands on other ground, is over, or is
    /// known to others.
    func made(of proposal: ProposalReference) throws -> Made? {
        guard let ground = way.ground, try !history.contains(proposal.tip),
            let step = try way.step(under: proposal.tip, in: repository),
            try isOpen(proposal)
        else { return nil }
        let own = try repository.commits(reachableFrom: [proposal.tip], excluding: [step])
            .filter { try !history.contains($0) }
        let standing = Set(try own.filter { try way.leads(to: $0, in: repository) })
        // Who has any of it has what it began with.
        let isKnown = try theirs.contains { tip in
            try standing.contains { try repository.isAncestor($0, of: tip) }
        }
        let new = try NewCommits(
            from: proposal.tip, seen: { !standing.contains($0) }, by: workspace.store.reader)
        guard !isKnown, let source = source(of: proposal, in: new) else { return nil }
        let text = try FreedText(
            of: proposal.framework,
            saying: try workspace.store.termsTree(of: proposal.framework, in: proposal.tip),
            from: step, to: ground, in: workspace)
        let tip = try text.tree.map { tree in
            // What doesn't stand on what gave way, it goes on from.
            let sound = own.filter { id in
                !standing.contains(id) && new.commits.values.contains { $0.parents.contains(id) }
            }
            return try write(source, saying: tree, of: proposal, after: sound, ground: ground)
        }
        return Made(
            old: proposal, new: tip,
            told: SyncReport.Regrounded(
                framework: proposal.framework, slug: proposal.slug,
                agreements: try way.open(under: step, in: repository), isFree: tip != nil,
                shared: text.shared, kept: tip.map { _ in References.kept(proposal) },
                words: tip == nil ? [] : try words(of: new, framework: proposal.framework)))
    }

    private func isOpen(_ reference: ProposalReference) throws -> Bool {
        guard try workspace.store.termsTree(of: reference.framework, in: reference.tip) != nil
        else { return false }
        return try workspace.proposal(reference, history: history).isOpen
    }

    /// The commit that proposed it, or else the first that gave it a text.
    private func source(of proposal: ProposalReference, in new: NewCommits) -> Commit? {
        let texts = new.order.reversed().compactMap { new.commits[$0] }
            .filter { !Statement.isLikely($0.message) }
        return texts.first { ProposalOrigin($0)?.slug == proposal.slug }
            ?? texts.first { ProposalOrigin($0) != nil } ?? texts.first
    }

    private func write(
        _ source: Commit, saying terms: ObjectID, of proposal: ProposalReference,
        after sound: [ObjectID], ground: ObjectID
    ) throws -> ObjectID {
        var parents = try sound.filter { id in
            try !sound.contains { try $0 != id && repository.isAncestor(id, of: $0) }
        }
        if try !parents.contains(where: { try repository.isAncestor(ground, of: $0) }) {
            parents.append(ground)
        }
        let root = try repository.tree(
            try repository.commit(ground).tree, replacing: TermsStore.path(of: proposal.framework),
            with: (.tree, terms))
        let housekeeper = Identity.housekeeper(
            after: try [proposal.tip, ground].map { try repository.commit($0) })
        let draft = CommitDraft(
            tree: root, parents: parents, author: source.authorIdentity ?? housekeeper,
            committer: housekeeper, message: source.messageText ?? "\(proposal.slug)\n")
        return try repository.write(commit: try draft.bytes())
    }

    /// What was said of a proposal, oldest first.
    private func words(
        of new: NewCommits, framework: String
    ) throws -> [SyncReport.Regrounded.Word] {
        let registries = [try history.frameworks[framework]?.terms.registry]
        return try new.statements(in: repository, by: workspace.store.reader).signed.reversed().map
        { signed in
            SyncReport.Regrounded.Word(
                said: SyncReport.Said(
                    kind: signed.statement.kind,
                    name: signed.person(among: registries)?.name ?? signed.committer.name,
                    reason: nil),
                text: signed.statement.text)
        }
    }
}
