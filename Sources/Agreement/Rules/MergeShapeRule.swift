internal import Git

/// Rules 1 and 2: an agreement is a merge of exactly the agreed history and the proposal's tip,
/// and the terms that it puts in force are the tip's.
enum MergeShapeRule {
    static func violation(
        of commit: Commit, framework: String, tree: ObjectID, store: TermsStore
    ) throws -> Violation? {
        guard commit.parents.count == 2, commit.parents[0] != commit.parents[1] else {
            let found = commit.parents.count
            return Violation(
                .shape,
                found < 2
                    ? "the terms of \(framework) change without a proposal behind them"
                    : "the terms of \(framework) change in a merge of \(found)",
                next: "Squashing, rebasing and direct changes void all signatures; "
                    + "use `entente agree`, or a plain merge")
        }
        guard try store.termsTree(of: framework, in: commit.parents[1]) == tree else {
            return Violation(
                .onlyThat,
                "the terms of \(framework) that were merged are not those of the proposal")
        }
        return nil
    }
}
