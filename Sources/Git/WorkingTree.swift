import Glibc

extension Repository {
    /// What is on disk below a directory, sorted by the bytes of the paths; directories aren't
    /// listed themselves. One that's missing has nothing in it.
    ///
    /// Symbolic links are listed and never followed. Files of at most `limit` bytes are read, so
    /// the cost is at most theirs.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/invalidName`` for a name that isn't UTF-8, or if a
    ///   component of `path` isn't a directory; ``GitError/Code/bareRepository``.
    public func workingFiles(
        under path: String, readingUpTo limit: Int = .max
    ) throws -> [WorkingFile] {
        let operation = "list \(path)"
        return try workingFiles(for: operation)
            .list(try PathRules.components(of: path, for: operation), limit: limit)
    }

    /// Whether there is anything but directories below one; false where it's missing.
    ///
    /// - Throws: ``GitError``, as ``workingFiles(under:readingUpTo:)`` does.
    public func holdsWorkingFiles(under path: String) throws -> Bool {
        let operation = "list \(path)"
        return try workingFiles(for: operation)
            .holdsFiles(try PathRules.components(of: path, for: operation))
    }

    /// What the file system says about what is on disk, asked for by any number of threads.
    ///
    /// - Throws: ``GitError/Code/bareRepository``.
    public func workingStamps() throws -> WorkingStamps {
        WorkingStamps(files: try workingFiles(for: "look at working files"))
    }

    /// The names of the directories that are on disk directly in one, sorted by their bytes. One
    /// that's missing has none in it.
    ///
    /// - Throws: ``GitError``, as ``workingFiles(under:readingUpTo:)`` does.
    public func workingDirectories(in path: String) throws -> [String] {
        let operation = "list \(path)"
        return try workingFiles(for: operation)
            .directories(in: try PathRules.components(of: path, for: operation))
            .sorted { $0.lexicographicallyPrecedes($1) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// What is on disk at a path, read if it's a file of at most `limit` bytes; nil if there's
    /// nothing or a directory.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/invalidName`` if the path leads through something
    ///   that isn't a directory; ``GitError/Code/bareRepository``.
    public func workingFile(at path: String, readingUpTo limit: Int = .max) throws -> WorkingFile? {
        let operation = "read \(path)"
        let parts = try PathRules.components(of: path, for: operation)
        switch try workingFiles(for: operation).walk(parts.dropLast()) {
        case .missing: return nil
        case .blocked(let place):
            throw WorkingDirectory.blocked(place, operation)
        case .found(let directory):
            do {
                return try WorkingDirectory.look(at: parts, in: directory, limit: limit)
            } catch let error as GitError where error.code == .notFound {
                return nil
            }
        }
    }

    /// Writes a file in one step, and makes its directories.
    ///
    /// The bytes are on the disk when this returns; after a crash, the file is the old or the new
    /// one. While the workspace lock is held, the temporary file is noted in it.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/exists`` if the path is or leads through a symbolic
    ///   link or something else that isn't a file; ``GitError/Code/bareRepository``.
    public func writeWorkingFile(
        at path: String, bytes: [UInt8], executable: Bool = false
    ) throws {
        let operation = "write \(path)"
        let parts = try PathRules.components(of: path, for: operation)
        _ = try workingFiles(for: operation)
            .replace(parts, bytes: bytes, executable: executable, lock: heldLock)
    }

    /// Removes a file; one that is not there is no error.
    ///
    /// - Throws: ``GitError``.
    public func deleteWorkingFile(at path: String) throws {
        let operation = "remove \(path)"
        let parts = try PathRules.components(of: path, for: operation)
        try workingFiles(for: operation).remove(parts, keeping: parts.count - 1)
    }

    /// Brings the files below `path` from the tree `baseline` to the tree `target`, both of them
    /// trees of that directory and nil if absent, and the index with them. An empty path is the
    /// whole working tree.
    ///
    /// File by file: one that is on disk as in the baseline, absent included, is replaced in one
    /// step, or removed; one that is as in the target already is left; any other was changed by
    /// somebody, is left untouched, and is in the result, by its path. So are symbolic links and
    /// submodules that would have to be made. After a crash, the same call carries on.
    ///
    /// Bytes are compared and written as they are: no line endings are converted, no filters run.
    /// Directories that removals leave empty are removed, `path` included. In the index, the
    /// entries below `path` become those of the target, or of the tree `index` where it is given;
    /// all others stay. Nothing outside of `path` is touched. While the workspace lock is held, lock
    /// and temporary files are noted in it.
    ///
    /// - Returns: The paths of files left untouched, sorted by their bytes.
    /// - Throws: ``GitError``: ``GitError/Code/bareRepository``; ``GitError/Code/locked``, before
    ///   anything is touched, if another program is writing the index.
    public func updateWorkingFiles(
        under path: String, from baseline: ObjectID?, to target: ObjectID?,
        index: ObjectID?? = .none
    ) throws -> [String] {
        let operation = "update \(path)"
        let update = WorkingTreeUpdate(
            repository: self, disk: try workingFiles(for: operation),
            place: path.isEmpty ? [] : try PathRules.components(of: path, for: operation),
            baseline: try files(in: baseline), target: try files(in: target),
            minds: try modesMatter())
        var status = stat()
        if lstat("\(gitDirectory)/\(worktreePrefix)index.lock", &status) == 0 {
            throw GitError(
                operation: operation, code: .locked,
                message: "another program holds \(gitDirectory)/\(worktreePrefix)index.lock")
        }
        let (untouched, written) = try update.run()
        try noting(["\(worktreePrefix)index.lock"], for: operation) {
            let shown = try index.map { try files(in: $0) } ?? update.target
            let statuses = written.filter { shown[$0.key]?.id == update.target[$0.key]?.id }
            try setIndex(under: update.place, to: shown, statuses: statuses)
        }
        return untouched.map { String(decoding: $0, as: UTF8.self) }
    }

    func workingFiles(for operation: String) throws -> WorkingDirectory {
        guard let workingDirectory else {
            throw GitError(
                operation: operation, code: .bareRepository,
                message: "the repository is bare: it has no files")
        }
        return WorkingDirectory(root: workingDirectory)
    }

    private func modesMatter() throws -> Bool {
        let text = try configuration("core.filemode")?.lowercased()
        return !["false", "no", "off", "0"].contains(text)
    }
}

/// One run of ``Repository/updateWorkingFiles(under:from:to:)`` over the files.
private struct WorkingTreeUpdate {
    let repository: Repository
    let disk: WorkingDirectory
    let place: [[UInt8]]
    let baseline: [[UInt8]: TreeEntry]
    let target: [[UInt8]: TreeEntry]
    /// Whether the executable bit on disk means anything.
    let minds: Bool

    /// Returns the full paths left untouched, and the status on disk of each file that is as in the
    /// target, by its path in the tree.
    func run() throws -> (untouched: [[UInt8]], statuses: [[UInt8]: stat]) {
        for name in Set(baseline.keys).union(target.keys) {
            guard full(name).allSatisfy(PathRules.isComponent) else {
                throw GitError(
                    operation: "update working files", code: .invalidName,
                    message: "\(String(decoding: name, as: UTF8.self)) can't be a file's path")
            }
        }
        var untouched: [[UInt8]] = []
        var statuses: [[UInt8]: stat] = [:]
        func leave(_ name: [UInt8]) {
            untouched.append(Array(full(name).joined(separator: [47])))
        }
        // First what goes, to make room for what comes in its place.
        for (name, old) in baseline.sorted(by: precedes) where target[name] == nil {
            let parts = full(name)
            if case .absent = try disk.state(parts) { continue }
            if try status(of: parts, ifAsIn: old) != nil {
                try disk.remove(parts, keeping: place.count - 1)
            } else if try !isBelowFile(parts) {
                leave(name)
            }
        }
        for (name, new) in target.sorted(by: precedes) {
            let parts = full(name)
            if let status = try status(of: parts, ifAsIn: new) {
                statuses[name] = status
                continue
            }
            let old = baseline[name]
            let isUnchanged: Bool
            switch try disk.state(parts) {
            case .absent: isUnchanged = old == nil
            case .file:
                isUnchanged = try old.map { try status(of: parts, ifAsIn: $0) != nil } ?? false
            case .other:
                // A link or submodule that the target has as the baseline had it isn't ours.
                if let old, !isFile(old), old.mode == new.mode, old.id == new.id { continue }
                isUnchanged = false
            }
            guard isUnchanged, isFile(new) else {
                leave(name)
                continue
            }
            statuses[name] = try disk.replace(
                parts, bytes: try repository.blob(new.id), executable: new.mode == .executable,
                lock: repository.heldLock)
        }
        return (untouched.sorted { $0.lexicographicallyPrecedes($1) }, statuses)
    }

    /// The status of the regular file at a path, if its bytes and mode are the entry's.
    private func status(of parts: [[UInt8]], ifAsIn entry: TreeEntry) throws -> stat? {
        guard isFile(entry), case .file(let seen) = try disk.state(parts),
            Int(seen.st_size) == (try repository.blobSize(entry.id)),
            let contents = try disk.contents(parts),
            !minds || contents.isExecutable == (entry.mode == .executable),
            try repository.id(ofBlob: contents.bytes) == entry.id
        else { return nil }
        return contents.status
    }

    /// Whether a file is where one of the path's directories was, so that nothing is at the path.
    private func isBelowFile(_ parts: [[UInt8]]) throws -> Bool {
        if case .blocked = try disk.walk(parts.dropLast()) { return true }
        return false
    }

    /// Git's older modes of files count as files.
    private func isFile(_ entry: TreeEntry) -> Bool {
        entry.mode.rawValue & 0o170000 == 0o100000
    }

    private func full(_ name: [UInt8]) -> [[UInt8]] {
        place
            + name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map(Array.init)
    }

    private func precedes(
        _ left: (key: [UInt8], value: TreeEntry), _ right: (key: [UInt8], value: TreeEntry)
    ) -> Bool {
        left.key.lexicographicallyPrecedes(right.key)
    }
}
