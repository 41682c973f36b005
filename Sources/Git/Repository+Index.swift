internal import CGit2
import Glibc

extension Repository {
    /// Makes the index entries below a directory those of a tree's files, and writes the index once.
    ///
    /// `statuses` has the status of the files that are on disk as in the tree; about the others,
    /// the index claims nothing, so that Git looks at them: whatever it knew of them may fit the new
    /// file by chance, with the same size, second and inode.
    func setIndex(
        under place: [[UInt8]], to target: [[UInt8]: TreeEntry], statuses: [[UInt8]: stat]
    ) throws {
        let operation = "update the index"
        let index = try Handle(operation, freedBy: git_index_free) {
            git_repository_index(&$0, pointer)
        }
        try call(operation) { git_index_read(index.pointer, 1) }
        let prefix = place.isEmpty ? [] : Array(place.joined(separator: [47])) + [47]
        let existing = try entries(of: index.pointer, below: prefix)
        for (name, stage, _) in existing where target[name] == nil || stage != 0 {
            try call(operation) { git_index_remove(index.pointer, cString(prefix + name), stage) }
        }
        let kept = Dictionary(
            existing.lazy.filter { $0.stage == 0 }.map { ($0.name, $0.entry) },
            uniquingKeysWith: { first, _ in first })
        for (name, file) in target {
            var entry = git_index_entry()
            let same = kept[name].map {
                $0.mode == file.mode.rawValue && ObjectID($0.id) == file.id
            }
            if let old = kept[name], same == true { entry.flags_extended = old.flags_extended }
            entry.mode = file.mode.rawValue
            entry.id = file.id.oid
            if let status = statuses[name] { entry.fill(from: status) }
            try cString(prefix + name).withUnsafeBufferPointer { path in
                entry.path = path.baseAddress
                _ = try call(operation) { git_index_add(index.pointer, &entry) }
            }
        }
        try call(operation) { git_index_write(index.pointer) }
    }

    /// Whether nothing is staged, or nothing but a tree.
    ///
    /// - Throws: ``GitError``.
    public func stagesNothing(but tree: ObjectID) throws -> Bool {
        let operation = "read the index"
        let index = try Handle(operation, freedBy: git_index_free) {
            git_repository_index(&$0, pointer)
        }
        guard git_index_entrycount(index.pointer) > 0 else { return true }
        var oid = git_oid()
        return git_index_write_tree(&oid, index.pointer) == 0 && ObjectID(oid) == tree
    }

    /// Takes a file of the working directory into the index as it is, and writes the index.
    ///
    /// While the workspace lock is held, the file that Git locks with is noted in it.
    ///
    /// - Throws: ``GitError``.
    public func stage(_ path: String) throws {
        let operation = "stage \(path)"
        let index = try Handle(operation, freedBy: git_index_free) {
            git_repository_index(&$0, pointer)
        }
        try noting(["\(worktreePrefix)index.lock"], for: operation) {
            try call(operation) { git_index_add_bypath(index.pointer, path) }
            try call(operation) { git_index_write(index.pointer) }
        }
    }

    /// The id that a blob of these bytes has; nothing is written.
    func id(ofBlob bytes: [UInt8]) throws -> ObjectID {
        var oid = git_oid()
        try bytes.withUnsafeBytes { buffer in
            _ = try call("hash a file") {
                git_odb_hash(&oid, buffer.baseAddress, buffer.count, GIT_OBJECT_BLOB)
            }
        }
        return ObjectID(oid)
    }

    /// The entries below a prefix, without it.
    private func entries(
        of index: OpaquePointer, below prefix: [UInt8]
    ) throws -> [(name: [UInt8], stage: Int32, entry: git_index_entry)] {
        var position = 0
        guard
            try callIfFound(
                "read the index", { git_index_find_prefix(&position, index, cString(prefix)) })
                != nil
        else { return [] }
        var result: [(name: [UInt8], stage: Int32, entry: git_index_entry)] = []
        while let found = git_index_get_byindex(index, position), let text = found.pointee.path {
            let path = UnsafeBufferPointer(start: text, count: strlen(text)).map {
                UInt8(bitPattern: $0)
            }
            guard path.starts(with: prefix) else { break }
            var entry = found.pointee
            entry.path = nil
            result.append(
                (Array(path.dropFirst(prefix.count)), git_index_entry_stage(found), entry))
            position += 1
        }
        return result
    }

    private func cString(_ bytes: [UInt8]) -> [CChar] {
        bytes.map { CChar(bitPattern: $0) } + [0]
    }
}

extension git_index_entry {
    /// Takes over what Git compares to see that a file hasn't changed.
    fileprivate mutating func fill(from status: stat) {
        ctime.seconds = Int32(truncatingIfNeeded: status.st_ctim.tv_sec)
        ctime.nanoseconds = UInt32(truncatingIfNeeded: status.st_ctim.tv_nsec)
        mtime.seconds = Int32(truncatingIfNeeded: status.st_mtim.tv_sec)
        mtime.nanoseconds = UInt32(truncatingIfNeeded: status.st_mtim.tv_nsec)
        dev = UInt32(truncatingIfNeeded: status.st_dev)
        ino = UInt32(truncatingIfNeeded: status.st_ino)
        uid = status.st_uid
        gid = status.st_gid
        file_size = UInt32(truncatingIfNeeded: status.st_size)
    }
}
