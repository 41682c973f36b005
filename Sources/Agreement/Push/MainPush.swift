internal import Git

/// A push of `main`: it moves forward, by steps that the rules allow, and is never deleted.
struct MainPush {
    /// The agreed history with the push, as far as it holds.
    private(set) var history: History
    /// Why it is refused, if it is.
    private(set) var problem: Problem?

    init(_ reference: PushedReference, onto agreed: History, in workspace: Workspace) throws {
        history = agreed
        guard let new = reference.new else {
            problem = Problem(
                "deleted-history", .no, "the agreed history is never deleted",
                next: "Take it out of the push")
            return
        }
        if let breach = agreed.breach {
            problem = Self.existing(breach, last: agreed.tip)
            return
        }
        guard let tip = agreed.tip else {
            history = try History(replaying: new, store: workspace.store)
            problem = try Self.problem(history, in: workspace)
            return
        }
        if let steps = try Self.steps(from: tip, to: new, past: agreed, in: workspace.repository) {
            for step in steps where history.breach == nil {
                try history.advance(to: step, store: workspace.store)
            }
            problem = try Self.problem(history, in: workspace)
            return
        }
        guard try workspace.repository.isAncestor(tip, of: new) else {
            problem = Self.rollback(agreed)
            return
        }
        // Another way to the same agreements is as good; one that leaves some of them out is not.
        let other = try History(replaying: new, store: workspace.store)
        if try other.breach == nil && !other.continues(agreed, store: workspace.store) {
            problem = Self.rollback(agreed)
            return
        }
        problem = try Self.problem(other, in: workspace)
        if problem == nil { history = other }
    }

    /// The steps of `main` after `tip`, oldest first; nil where it went round it.
    private static func steps(
        from tip: ObjectID, to new: ObjectID, past agreed: History, in repository: Repository
    ) throws -> [ObjectID]? {
        var steps: [ObjectID] = []
        var next: ObjectID? = new
        while let id = next, id != tip {
            guard try !agreed.follows(id) else { return nil }
            steps.append(id)
            next = try repository.commit(id).parents.first
        }
        return next == nil ? nil : steps.reversed()
    }

    private static func problem(_ history: History, in workspace: Workspace) throws -> Problem? {
        guard let breach = history.breach else { return nil }
        let first = breach.violations[0]
        let isUnsigned = [.signOffs, .registryChange].contains(first.rule)
        var next = first.next
        if isUnsigned, next == nil {
            let slug = try slug(of: breach, history: history, in: workspace) ?? "<proposal>"
            next =
                "git reset --keep origin/main, then entente sign \(slug), by those who are missing"
        }
        return Problem(
            first.rule.rawValue, .no, breach.violations.map(\.message).joined(separator: "; "),
            at: "the change \"\(breach.subject)\" by \(breach.committer) (\(breach.commit.short))",
            next: next ?? "git reset --keep origin/main takes it back")
    }

    /// The proposal that was merged too early, by what it says of itself.
    private static func slug(
        of breach: History.Break, history: History, in workspace: Workspace
    ) throws -> String? {
        let commit = try workspace.repository.commit(breach.commit)
        guard commit.parents.count == 2 else { return nil }
        let new = try NewCommits(
            from: commit.parents[1], seen: history.contains, by: workspace.store.reader)
        let name = breach.framework.flatMap { AgreedName.slug(in: commit, framework: $0) }
        return ProposalOrigin(in: new, named: name)?.slug
    }

    private static func existing(_ breach: History.Break, last tip: ObjectID?) -> Problem {
        let good = tip.map { "git update-ref refs/heads/main \($0)" }
        return Problem(
            "does-not-verify", .no,
            "what the host holds breaks a rule already (\(breach.violations[0].rule.rawValue)), "
                + "and nothing can be agreed on top of it",
            at: "the change \"\(breach.subject)\" by \(breach.committer) (\(breach.commit.short))",
            next: "Its administrator takes it back"
                + (good.map { ": \($0)" } ?? ", all of it"))
    }

    private static func rollback(_ agreed: History) -> Problem {
        let lost = agreed.frameworks.values.sorted { $0.name < $1.name }
            .map { "\($0.name) v\($0.inForce.number)" }.joined(separator: ", ")
        return Problem(
            "rolled-back", .rolledBack,
            "it would leave out what the host holds" + (lost.isEmpty ? "" : ": \(lost)"),
            next: "git pull first; never push it with force")
    }
}
