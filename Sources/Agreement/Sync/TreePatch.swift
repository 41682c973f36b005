internal import Git

/// What differs between two trees, file by file, to be changed in a third one.
struct TreePatch {
    private var files: [(path: String, old: TreeEntry?, new: TreeEntry?)] = []
    private let repository: Repository

    /// Compares two trees. Linear in what differs.
    init(from old: ObjectID?, to new: ObjectID, in repository: Repository) throws {
        self.repository = repository
        var pending = try TreeChange.between(old, new, in: repository).map { ("", $0) }
        while let (folder, change) = pending.popLast() {
            let path = folder + change.name
            let (before, after) = (change.old, change.new)
            let folders = [before, after].map { $0?.mode == .tree ? $0?.id : nil }
            if folders.contains(where: { $0 != nil }) {
                pending += try TreeChange.between(folders[0], folders[1], in: repository)
                    .map { (path + "/", $0) }
            }
            let (oldFile, newFile) = (
                before?.mode == .tree ? nil : before, after?.mode == .tree ? nil : after
            )
            if oldFile != nil || newFile != nil { files.append((path, oldFile, newFile)) }
        }
        files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Another tree with the same changes; nil where one of the files is another one there.
    func apply(to tree: ObjectID) throws -> ObjectID? {
        var tree = tree
        for (path, old, new) in files {
            let now = try repository.entry(in: tree, at: path)
            if now == new { continue }
            guard now == old else { return nil }
            tree = try repository.tree(
                tree, replacing: path, with: new.map { ($0.mode, $0.id) })
        }
        return tree
    }
}
