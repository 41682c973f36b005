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
        let entries = try [old, new].map { try $0.map { try repository.tree($0) } ?? [] }
        guard entries.allSatisfy(TreeEntry.areCanonical) else { throw LayoutRule.strangeFolder }
        var before: [[UInt8]: TreeEntry] = [:]
        for entry in entries[0] { before[entry.name] = entry }
        var changes: [TreeChange] = []
        for entry in entries[1] {
            let previous = before.removeValue(forKey: entry.name)
            if previous != entry { changes.append(TreeChange(old: previous, new: entry)) }
        }
        changes += before.values.map { TreeChange(old: $0, new: nil) }
        return changes.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The entries that differ below this one; empty where a side is no folder.
    func inner(in repository: Repository) throws -> [TreeChange] {
        guard isFolder else { return [] }
        return try Self.between(old?.id, new?.id, in: repository)
    }

    private init(old: TreeEntry?, new: TreeEntry?) {
        self.old = old
        self.new = new
        name = String(decoding: (new ?? old)?.name ?? [], as: UTF8.self)
    }
}
