public import Git
internal import Terms

/// A step of a proposal that made or changed its text. Nobody signs steps, so they inform and
/// never decide.
public struct ProposalStep: Hashable, Sendable {
    /// The commit.
    public let commit: ObjectID
    /// Who made it, and when; nil where the commit does not say so in Git's form.
    public let author: Identity?
    /// The reason that was given; empty where none was.
    public let why: String

    init(_ id: ObjectID, _ commit: Commit, framework: String) {
        self.commit = id
        author = commit.authorIdentity
        why = Self.reason(in: commit, framework: framework)
    }

    /// The subject of a revision that `entente` makes; the reason stands below it.
    static func subject(revising framework: String, _ slug: String) -> String {
        "Revise \(framework) \(slug)"
    }

    /// What a commit gives as its reason: all of its message, but for what `entente` puts there by
    /// itself.
    private static func reason(in commit: Commit, framework: String) -> String {
        if let origin = ProposalOrigin(commit) { return origin.why }
        let lines = String(decoding: commit.message, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let isOurs = lines[0].hasPrefix(subject(revising: framework, ""))
        return (isOurs ? lines.dropFirst() : lines[...]).joined(separator: "\n")
            .trimmingNewlines()
    }
}

/// How the text of a proposal came to be what it is, from its base on.
struct ProposalPath {
    /// The terms that the first step was made on, nil where there were none, and those after each
    /// step.
    private(set) var trees: [ObjectID?]
    /// The steps, oldest first, one fewer than ``trees``.
    private(set) var steps: [ProposalStep] = []

    /// Follows a proposal back from its tip to what was agreed before it.
    ///
    /// Where a commit has several parents, the way is that of a parent with the same text, as Git's
    /// own simplification of history has it, or else that of the first. Linear in the number of
    /// new commits.
    init(of framework: String, from tip: ObjectID, in new: NewCommits, store: TermsStore) throws {
        var next: ObjectID? = tip
        var tree = try store.termsTree(of: framework, in: tip)
        trees = [tree]
        while let id = next, let commit = new.commits[id] {
            let texts = try commit.parents.map { try store.termsTree(of: framework, in: $0) }
            let same = commit.parents.indices.filter { texts[$0] == tree }
            if let kept = same.first(where: { new.commits[commit.parents[$0]] != nil })
                ?? same.first
            {
                next = commit.parents[kept]
                continue
            }
            next = commit.parents.first
            tree = texts.first ?? nil
            steps.append(ProposalStep(id, commit, framework: framework))
            trees.append(tree)
        }
        steps.reverse()
        trees.reverse()
    }
}
