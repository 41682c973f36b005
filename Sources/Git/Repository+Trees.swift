internal import CGit2

extension Repository {
    /// The entries of a tree, in stored order, names and modes as they are.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a tree, and
    ///   ``GitError/Code/invalid`` if its bytes aren't.
    public func tree(_ id: ObjectID) throws -> [TreeEntry] { try treeAndForm(id).entries }

    /// The same, and whether the tree lists its entries as Git writes them; programs disagree about
    /// what any other tree holds.
    ///
    /// - Throws: as ``tree(_:)``.
    public func treeAndForm(
        _ id: ObjectID
    ) throws -> (entries: [TreeEntry], isCanonical: Bool) {
        try withTree(id) { tree in
            var tree = tree
            var entries: [TreeEntry] = []
            var order = CanonicalOrder()
            while let entry = try tree.next() {
                order.see(entry)
                entries.append(try entry.copy())
            }
            return (entries, order.holds)
        }
    }

    /// Reads a tree where its bytes lie.
    ///
    /// - Throws: as ``tree(_:)``.
    func withTree<Result>(
        _ id: ObjectID, _ body: (TreeBytes) throws -> Result
    ) throws -> Result {
        do {
            return try objects.withObject(id) { kind, bytes in
                guard kind == .tree else { throw objects.wrongKind(id, .tree) }
                return try body(TreeBytes(bytes))
            }
        } catch is TreeBytes.FormatError {
            throw GitError(
                operation: "read tree \(id)", code: .invalid, message: "its bytes are not a tree")
        }
    }

    /// The entry at a path like "frameworks/x/terms"; nil if there's none.
    ///
    /// Reads one tree per component.
    ///
    /// - Throws: ``GitError``, also for a path with an empty component or "..".
    public func entry(in tree: ObjectID, at path: String) throws -> TreeEntry? {
        var found = TreeEntry(name: [], mode: .tree, id: tree)
        for name in try PathRules.components(of: path, for: "read path") {
            guard found.mode == .tree,
                let next = try entry(of: found.id, named: name)
            else { return nil }
            found = next
        }
        return found
    }

    /// The first entry of a name; nil if there's none. Of large trees most are asked for one.
    private func entry(of id: ObjectID, named name: [UInt8]) throws -> TreeEntry? {
        try withTree(id) { tree in
            var tree = tree
            var found: TreeEntry?
            while let entry = try tree.next() {
                if found == nil, entry.name.elementsEqual(name) { found = try entry.copy() }
            }
            return found
        }
    }

    /// Writes a tree of these entries, in Git's order whatever theirs.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/invalidName`` for a name that `git fsck --strict`
    ///   refuses or that occurs twice, ``GitError/Code/notFound`` for an object that isn't here.
    public func write(tree entries: [TreeEntry]) throws -> ObjectID {
        for entry in entries where entry.mode != .submodule {
            try objects.require(entry.id, entry.mode == .tree ? .tree : .blob)
        }
        return try writeUnchecked(entries)
    }

    /// Writes the trees that differ from `root` by one entry, and returns the new root.
    ///
    /// Reads and writes one tree per component. With nil, the entry goes, and so do directories
    /// that it leaves empty; the root may become the empty tree. A file in the way of a directory
    /// gives way.
    ///
    /// - Throws: ``GitError``, as ``write(tree:)`` does.
    public func tree(
        _ root: ObjectID?, replacing path: String, with entry: (mode: TreeEntry.Mode, id: ObjectID)?
    ) throws -> ObjectID {
        let names = try PathRules.components(of: path, for: "write path")
        var levels: [[TreeEntry]] = []
        var next = root
        for name in names {
            let entries = try next.map { try tree($0) } ?? []
            levels.append(entries)
            next = entries.first { $0.name == name && $0.mode == .tree }?.id
        }
        if let entry, entry.mode != .submodule {
            try objects.require(entry.id, entry.mode == .tree ? .tree : .blob)
        }
        var replacement = entry.map { ($0.mode, $0.id) }
        if replacement == nil, levels.last?.contains(where: { $0.name == names.last }) != true {
            // Nothing to remove, so nothing to rewrite.
            return try root ?? writeUnchecked([])
        }
        for (depth, name) in names.enumerated().reversed() {
            var entries = levels[depth]
            entries.removeAll { $0.name == name }
            if let (mode, id) = replacement {
                entries.append(TreeEntry(name: name, mode: mode, id: id))
            }
            let isGone = entries.isEmpty && depth > 0
            replacement = isGone ? nil : (.tree, try writeUnchecked(entries))
        }
        return try replacement?.1 ?? writeUnchecked([])
    }

    /// Writes the trees that hold these files by their paths, and returns the root.
    ///
    /// Writes each tree once.
    ///
    /// - Throws: ``GitError``, as ``write(tree:)`` does, also for a path with an empty component or
    ///   "..".
    public func writeTree(
        of files: [(path: String, mode: TreeEntry.Mode, id: ObjectID)]
    ) throws -> ObjectID {
        try writeTree(
            files.map {
                (
                    try PathRules.components(of: $0.path, for: "write path")[...],
                    mode: $0.mode, id: $0.id
                )
            })
    }

    private func writeTree(
        _ files: [(names: ArraySlice<[UInt8]>, mode: TreeEntry.Mode, id: ObjectID)]
    ) throws -> ObjectID {
        var entries: [TreeEntry] = []
        var folders: [[UInt8]: [(names: ArraySlice<[UInt8]>, mode: TreeEntry.Mode, id: ObjectID)]] =
            [:]
        for file in files {
            guard let name = file.names.first else { continue }
            if file.names.count == 1 {
                entries.append(TreeEntry(name: name, mode: file.mode, id: file.id))
            } else {
                folders[name, default: []].append((file.names.dropFirst(), file.mode, file.id))
            }
        }
        for (name, files) in folders {
            entries.append(TreeEntry(name: name, mode: .tree, id: try writeTree(files)))
        }
        return try write(tree: entries)
    }

    /// All files of a tree by path; none where there is no tree.
    ///
    /// - Throws: as ``tree(_:)``.
    public func files(in tree: ObjectID?) throws -> [[UInt8]: TreeEntry] {
        var result: [[UInt8]: TreeEntry] = [:]
        var pending: [(prefix: [UInt8], tree: ObjectID)] = tree.map { [([], $0)] } ?? []
        while let (prefix, tree) = pending.popLast() {
            for entry in try self.tree(tree) {
                let path = prefix + entry.name
                if entry.mode == .tree {
                    pending.append((path + [UInt8(ascii: "/")], entry.id))
                } else {
                    result[path] = entry
                }
            }
        }
        return result
    }

    private func writeUnchecked(_ entries: [TreeEntry]) throws -> ObjectID {
        try write(try TreeEntry.serialise(entries), GIT_OBJECT_TREE, "write tree")
    }
}
