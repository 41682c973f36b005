internal import Git
internal import Terms

/// An entry that differs between two trees.
struct TreeChange {
    let name: String
    let old: TreeEntry?
    let new: TreeEntry?

    /// The name for people.
    var shownName: String { TextRules.visible(name) }

    /// Whether what is there on either side is a folder.
    var isFolder: Bool {
        [old, new].compactMap { $0 }.allSatisfy { $0.mode == .tree }
    }

    /// The entries that differ, in the order of their names.
    ///
    /// - Throws: ``Violation`` where a tree is not as Git writes it, since not all programs find the
    ///   same in it; `GitError`.
    static func between(
        _ old: ObjectID?, _ new: ObjectID?, in repository: Repository
    ) throws -> [TreeChange] {
        guard let changes = try repository.differences(from: old, to: new) else {
            throw LayoutRule.strangeFolder
        }
        return changes.map(TreeChange.init)
    }

    /// The entries that differ below this one; empty where a side is no folder.
    func inner(in repository: Repository) throws -> [TreeChange] {
        guard isFolder else { return [] }
        return try Self.between(old?.id, new?.id, in: repository)
    }

    private init(_ difference: TreeDifference) {
        old = difference.old
        new = difference.new
        name = String(decoding: difference.name, as: UTF8.self)
    }
}
