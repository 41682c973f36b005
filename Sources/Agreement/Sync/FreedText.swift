internal import Git
internal import Merging
internal import Terms

/// A text without what changed between two commits. Where it changed the same itself, it says what it
/// says.
struct FreedText {
    /// The terms; nil where they would break a rule.
    let tree: ObjectID?
    /// What both changed, by path.
    let shared: [String]

    /// Takes what changed between `ground` and `step` out of a text that goes on from `step`.
    init(
        of framework: String, saying tree: ObjectID?, from step: ObjectID, to ground: ObjectID,
        in workspace: Workspace
    ) throws {
        let store = workspace.store
        guard let tree, let base = try store.termsTree(of: framework, in: step),
            let right = try store.termsTree(of: framework, in: ground), base != right
        else {
            (self.tree, shared) = (tree, [])
            return
        }
        var merge = MergeResult(
            base: try store.terms(base).files, left: try store.terms(tree).files,
            right: try store.terms(right).files, names: .unknown)
        let paths = merge.conflicts.filter { $0.kind != .breach }.map(\.path)
        for path in paths {
            guard merge.conflicts.contains(where: { $0.path == path }),
                let next = try? merge.resolving(path, with: .left)
            else { continue }
            merge = next
        }
        do {
            self.tree = try merge.terms.map { try workspace.write($0, of: framework) }
        } catch is Problem {
            self.tree = nil
        }
        shared = paths.map(\.description)
    }
}
