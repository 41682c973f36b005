internal import Git
internal import Terms

/// What lies under `frameworks/` is terms or records of a framework, in folders as Git writes them,
/// and nothing elsewhere can be taken for it.
enum LayoutRule {
    /// The folder of everything that is agreed.
    static let folder = "frameworks"
    /// The folder of a framework's terms.
    static let terms = "terms"
    /// The folder of a framework's records.
    static let records = "records"

    /// What is wrong with a folder in which programs find different things.
    static let strangeFolder = Violation(
        .layout, "a folder lists its files twice, out of order or under names that Git never writes"
    )

    /// The change of `frameworks` among those of the root; nil if it does not change.
    ///
    /// - Throws: ``Violation`` where something changes that is `frameworks` on some computers: there,
    ///   it would lie over what is agreed.
    static func frameworks(among root: [TreeChange]) throws -> TreeChange? {
        if let twin = root.first(where: { $0.new != nil && isTwin($0.name) }) {
            throw Violation(
                .layout, "`\(twin.shownName)` is the same name as `\(folder)` on some computers",
                next: "Give it another name")
        }
        return root.first { $0.name == folder }
    }

    private static func isTwin(_ name: String) -> Bool {
        guard name != folder else { return false }
        let folded = FoldedName.of(name)
        // Windows also knows a file by the first six letters of its name.
        return folded == folder || folded.hasPrefix("\(folder.prefix(6))~")
    }

    /// The frameworks that change.
    ///
    /// - Throws: ``Violation`` where `frameworks` is no folder, or changes in nothing but its form;
    ///   `GitError`.
    static func frameworks(in folder: TreeChange, of repository: Repository) throws -> [TreeChange]
    {
        let changed = try folder.inner(in: repository)
        guard !changed.isEmpty else {
            throw Violation(.layout, "`\(self.folder)` is not a folder")
        }
        return changed
    }

    /// What changes in the folder of a framework.
    ///
    /// - Throws: ``Violation`` where it is no such folder, or holds something else than terms and
    ///   records; `GitError`.
    static func parts(of framework: TreeChange, in repository: Repository) throws -> [TreeChange] {
        guard Identifier.isValid(framework.name), framework.isFolder else {
            throw Violation(
                .layout, "`\(folder)/\(framework.shownName)` is not the folder of a framework")
        }
        let parts = try framework.inner(in: repository)
        if let stray = parts.first(where: { $0.name != terms && $0.name != records }) {
            throw Violation(
                .layout,
                "`\(folder)/\(framework.name)/\(stray.shownName)` is neither terms nor records")
        }
        return parts
    }

    /// - Throws: ``Violation`` where the terms or records of a framework are no folder.
    static func check(_ part: TreeChange, of framework: TreeChange) throws {
        let isFolder = part.name == records ? part.isFolder : part.new?.mode ?? .tree == .tree
        guard isFolder else {
            throw Violation(.layout, "`\(part.name)` of \(framework.name) is not a folder")
        }
    }
}
