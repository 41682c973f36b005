internal import Git

/// Rule 1: an agreement is a merge of exactly the agreed history and the proposal's tip. What it
/// merges, rule 2 says.
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
        return try OnlyThatRule.violation(
            of: framework, tree: tree, proposal: commit.parents[1], store: store)
    }
}
