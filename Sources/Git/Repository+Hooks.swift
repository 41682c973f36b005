internal import CGit2
internal import Glibc

/// What only hooks ask about a repository.
extension Repository {
    /// The name that a symbolic reference leads to; nil if there's no reference of that name, or if
    /// it leads to an object itself.
    ///
    /// Git also follows symbolic links, to the reference or to a folder above it; libgit2 reads
    /// through them as if they weren't there.
    ///
    /// - Throws: ``GitError``, also for a name that can't be one.
    public func symbolicTarget(of name: String) throws -> String? {
        var place = gitDirectory
        for part in name.split(separator: "/") {
            place += "/" + part
            var status = stat()
            guard lstat(place, &status) == 0 else {
                guard [ENOENT, ENOTDIR].contains(errno) else {
                    throw GitError(errno: errno, operation: "read \(place)")
                }
                break
            }
            guard status.st_mode & S_IFMT == S_IFLNK else { continue }
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(place, &buffer, buffer.count)
            guard length >= 0 else { throw GitError(errno: errno, operation: "read \(place)") }
            return String(
                decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        guard
            let found = try Handle(
                ifFound: "read \(name)", freedBy: git_reference_free,
                { git_reference_lookup(&$0, pointer, name) })
        else { return nil }
        return git_reference_symbolic_target(found.pointer).map { String(cString: $0) }
    }

    /// The tree that the index stands for, which is what a commit would hold. Its trees are
    /// written, as the commit itself does next.
    ///
    /// - Throws: ``GitError``, also where a merge left conflicts in the index.
    public func stagedTree() throws -> ObjectID {
        let operation = "read what is staged"
        let index = try Handle(operation, freedBy: git_index_free) {
            git_repository_index(&$0, pointer)
        }
        try call(operation) { git_index_read(index.pointer, 1) }
        var oid = git_oid()
        try call(operation) { git_index_write_tree(&oid, index.pointer) }
        return ObjectID(oid)
    }

    /// Whether a merge was begun and is not committed yet.
    public var isMerging: Bool { unfinishedCommand == "merge" }

    /// The command of Git's that was begun here and waits for people, such as `merge` or `rebase`; nil
    /// where none does.
    public var unfinishedCommand: String? {
        switch git_repository_state_t(UInt32(bitPattern: git_repository_state(pointer))) {
        case GIT_REPOSITORY_STATE_MERGE: "merge"
        case GIT_REPOSITORY_STATE_REVERT, GIT_REPOSITORY_STATE_REVERT_SEQUENCE: "revert"
        case GIT_REPOSITORY_STATE_CHERRYPICK, GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
            "cherry-pick"
        case GIT_REPOSITORY_STATE_REBASE, GIT_REPOSITORY_STATE_REBASE_INTERACTIVE,
            GIT_REPOSITORY_STATE_REBASE_MERGE:
            "rebase"
        case GIT_REPOSITORY_STATE_APPLY_MAILBOX, GIT_REPOSITORY_STATE_APPLY_MAILBOX_OR_REBASE:
            "am"
        default: nil
        }
    }
}
