internal import Git
internal import Terms

/// Working files that were taken from an agreement that gave way, or from a proposal on it.
struct FreedDraft {
    private let framework: String
    /// What they hold, and what they are to hold; nil where they stay.
    private let move: (from: ObjectID, to: ObjectID)?
    /// What they were taken from then.
    private let basis: ObjectID
    /// What is to be told; nil where nobody changed anything in them.
    let told: SyncReport.Regrounded?
}

extension Workspace {
    /// What becomes of the working files when agreements give way: what somebody changed in them
    /// stays, without what these changed.
    ///
    /// - Throws: `GitError`.
    func freedDrafts(by main: MainPlan, _ plan: ProposalPlan) throws -> [FreedDraft] {
        guard let way = plan.gaveWay, try followsMain else { return [] }
        let frameworks = Set(way.agreements.map(\.proposal.framework))
            .union(plan.regrounded.map(\.old.framework))
        return try frameworks.sorted().compactMap { framework in
            // Where nobody said otherwise, they were taken from what was in force.
            let basis = try basis(of: framework) ?? main.local
            guard let target = try target(of: framework, takenFrom: basis, by: main, plan, way)
            else { return nil }
            return try FreedDraft(
                of: framework, takenFrom: basis, to: target, way: way, in: self)
        }
    }

    /// What working files go on from that were taken from a commit; nil where that holds on.
    private func target(
        of framework: String, takenFrom basis: ObjectID, by main: MainPlan, _ plan: ProposalPlan,
        _ way: GivenWay
    ) throws -> ObjectID? {
        guard try !main.history.contains(basis) else { return nil }
        let proposals = plan.regrounded.filter { $0.old.framework == framework && $0.new != nil }
        if let same = proposals.first(where: { $0.old.tip == basis }) { return same.new }
        if try main.before.contains(basis) {
            return way.agreements.contains { $0.proposal.framework == framework }
                ? way.ground : nil
        }
        guard try way.leads(to: basis, in: repository) else { return nil }
        return try proposals.first { try repository.isAncestor(basis, of: $0.old.tip) }?.new
    }
}

extension FreedDraft {
    fileprivate init(
        of framework: String, takenFrom basis: ObjectID, to target: ObjectID, way: GivenWay,
        in workspace: Workspace
    ) throws {
        let (store, repository) = (workspace.store, workspace.repository)
        self.framework = framework
        let base = try store.termsTree(of: framework, in: basis)
        let agreements = try way.agreements.filter {
            try repository.isAncestor($0.step, of: basis)
        }
        // What can't do without goes on with the proposal that it is again.
        let isOfMain = try way.steps.first.map { try repository.isAncestor(basis, of: $0) }
        let open = agreements.last { isOfMain == true && $0.proposal.framework == framework }?
            .proposal.tip
        guard try workspace.pendingUpdate(of: framework) == nil else {
            // The files that it began with come back.
            (move, told) = (nil, nil)
            self.basis = open ?? basis
            return
        }
        let now = try workspace.snapshot(of: framework)
        let text = try FreedText(
            of: framework, saying: now, from: basis, to: target, in: workspace)
        if let now {
            move = text.tree.map { (now, $0) }
        } else {
            move = nil
        }
        let isLeft = now != nil && text.tree == nil
        self.basis = isLeft ? open ?? basis : target
        let isChanged =
            try now != nil && now != base && base != store.termsTree(of: framework, in: target)
        told =
            isChanged
            ? SyncReport.Regrounded(
                framework: framework, slug: nil, agreements: agreements.map(\.proposal.slug),
                isFree: !isLeft, shared: text.shared, kept: nil, words: []) : nil
    }

    /// Brings the working files where they are to be. Doing it again changes nothing more. Call it under
    /// the workspace lock, before `main` moves.
    func apply(in workspace: Workspace, main: ObjectID) throws {
        if let move, move.from != move.to {
            // Git's own index goes on showing the text of its branch.
            _ = try workspace.repository.updateWorkingFiles(
                under: TermsStore.path(of: framework), from: move.from, to: move.to,
                index: try workspace.store.termsTree(of: framework, in: main))
        }
        try workspace.setBasis(of: framework, to: basis)
    }
}
