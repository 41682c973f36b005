internal import Git
internal import Terms

/// What one step of `main` changes under `frameworks/`.
enum MainChange: Equatable {
    /// Nothing there.
    case unrelated
    /// The terms of exactly one framework, and nothing else anywhere.
    case terms(framework: String, tree: ObjectID)
    /// The records of exactly one framework, and nothing else anywhere.
    case records(framework: String, before: ObjectID?, after: ObjectID?)
    /// Something that is never right.
    case wrong(Violation)

    /// Compares the trees of two commits. Reads no more than the trees that differ.
    init(from old: ObjectID?, to new: ObjectID, in repository: Repository) throws {
        do {
            try self.init(comparing: old, with: new, in: repository)
        } catch let violation as Violation {
            self = .wrong(violation)
        }
    }

    private init(
        comparing old: ObjectID?, with new: ObjectID, in repository: Repository
    ) throws {
        let root = try TreeChange.between(old, new, in: repository)
        guard let frameworks = root.first(where: { $0.name == "frameworks" }) else {
            self = .unrelated
            return
        }
        let changed = try frameworks.inner(in: repository)
        guard let framework = changed.first else {
            self = .wrong(Violation(.layout, "`frameworks` is not a folder"))
            return
        }
        if changed.count > 1 {
            let names = changed.map(\.shownName).joined(separator: ", ")
            self = .wrong(Violation(.onlyThat, "several frameworks change at once: \(names)"))
            return
        }
        guard Identifier.isValid(framework.name), framework.isFolder else {
            self = .wrong(
                Violation(
                    .layout, "`frameworks/\(framework.shownName)` is not the folder of a framework"
                ))
            return
        }
        let parts = try framework.inner(in: repository)
        if let stray = parts.first(where: { $0.name != "terms" && $0.name != "records" }) {
            self = .wrong(
                Violation(
                    .layout,
                    "`frameworks/\(framework.name)/\(stray.shownName)` is neither terms nor records"
                ))
        } else if let other = root.first(where: { $0.name != "frameworks" }) {
            self = .wrong(
                Violation(
                    .onlyThat, "`\(other.shownName)` changes together with \(framework.name)"))
        } else if parts.count != 1 {
            self = .wrong(
                Violation(
                    .onlyThat, "terms and records of \(framework.name) change in one step"))
        } else if parts[0].name == "records" {
            self =
                parts[0].isFolder
                ? .records(
                    framework: framework.name, before: parts[0].old?.id, after: parts[0].new?.id)
                : .wrong(Violation(.layout, "`records` of \(framework.name) is not a folder"))
        } else if let terms = parts[0].new {
            self =
                terms.mode == .tree
                ? .terms(framework: framework.name, tree: terms.id)
                : .wrong(Violation(.layout, "`terms` of \(framework.name) is not a folder"))
        } else {
            self = .wrong(
                Violation(
                    .removal, "the terms of \(framework.name) are removed",
                    next: "An agreement ends by notice and exit, not by deletion"))
        }
    }
}

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
    /// - Throws: ``Violation`` where a tree lists a name twice or out of order, since not all
    ///   programs find the same in it; `GitError`.
    static func between(
        _ old: ObjectID?, _ new: ObjectID?, in repository: Repository
    ) throws -> [TreeChange] {
        let entries = try [old, new].map { try $0.map { try repository.tree($0) } ?? [] }
        guard entries.allSatisfy(TreeEntry.areCanonical) else {
            throw Violation(.layout, "a folder lists its files twice or out of order")
        }
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
