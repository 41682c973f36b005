internal import Git
internal import Merging
internal import Terms

/// Brings together what was said about one proposal on two copies.
///
/// Statements count wherever they are reachable from the tip, so a commit with both tips as its
/// parents has all of them. It follows from the two alone: whoever joins them makes the same, but where
/// each goes on from steps that the other doesn't have.
struct Join {
    /// What came of it.
    struct Made {
        let commit: ObjectID
        /// Whether its text is neither the one nor the other.
        let isNewText: Bool
    }

    private let ours: ProposalReference
    private let theirs: ProposalReference
    private let history: History
    private let workspace: Workspace

    init(
        _ ours: ProposalReference, _ theirs: ProposalReference, history: History,
        workspace: Workspace
    ) {
        (self.ours, self.theirs, self.history) = (ours, theirs, history)
        self.workspace = workspace
    }

    /// The commit; nil where these are two proposals that happen to have one name, or where their
    /// texts contradict each other.
    func made() throws -> Made? {
        let repository = workspace.repository
        let tips = [ours.tip, theirs.tip].sorted()
        guard let terms = try terms(of: tips) else { return nil }
        let commits = try tips.map { try repository.commit($0) }
        let root = try newest(of: tips)
        let place = TermsStore.path(of: ours.framework)
        let tree = try repository.tree(
            try repository.commit(root).tree, replacing: place, with: (.tree, terms))
        let who = Identity.housekeeper(after: commits)
        let draft = CommitDraft(
            tree: tree, parents: tips, author: who, committer: who,
            message: "Bring together what was said about \(ours.slug)\n")
        let commit = try repository.write(commit: try draft.bytes())
        let known = try tips.map { try workspace.store.termsTree(of: ours.framework, in: $0) }
        return Made(commit: commit, isNewText: !known.contains(terms))
    }

    /// The terms: those that changed since both were one, or both changes together.
    private func terms(of tips: [ObjectID]) throws -> ObjectID? {
        let store = workspace.store
        let trees = try tips.map { try store.termsTree(of: ours.framework, in: $0) }
        guard let left = trees[0], let right = trees[1] else { return nil }
        if left == right { return left }
        guard let base = try workspace.repository.mergeBase(tips[0], tips[1]),
            try !history.contains(base),
            let before = try store.termsTree(of: ours.framework, in: base)
        else { return nil }
        if before == left { return right }
        if before == right { return left }
        let merge = MergeResult(
            base: try store.terms(before).files, left: try store.terms(left).files,
            right: try store.terms(right).files, names: MergeNames(left: "One", right: "The other"))
        return try merge.terms.map { try workspace.write($0, of: ours.framework) }
    }

    /// The tip that left the agreed history last: what is outside of the terms is as there. Where each
    /// left it at a step that the other doesn't have, it is ours: theirs was judged with what they have.
    private func newest(of tips: [ObjectID]) throws -> ObjectID {
        let repository = workspace.repository
        guard let main = history.tip, let one = try repository.mergeBase(main, tips[0]),
            let two = try repository.mergeBase(main, tips[1])
        else { return tips[0] }
        if try repository.isAncestor(one, of: two) { return tips[1] }
        return try repository.isAncestor(two, of: one) ? tips[0] : ours.tip
    }
}
