internal import CGit2
import Glibc

/// Settings that a repository has for itself: its own `config` and `info/attributes`, which belong
/// to nobody else and are never part of what others push.
extension Repository {
    /// The value of a key in the repository's own configuration alone; nil if it's not there.
    ///
    /// - Throws: ``GitError``.
    public func ownConfiguration(_ key: String) throws -> String? {
        let operation = "read configuration \(key)"
        guard
            let file = try Handle(
                ifFound: operation, freedBy: git_config_free,
                { git_config_open_ondisk(&$0, gitDirectory + "/config") })
        else { return nil }
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        let found = try callIfFound(operation) {
            git_config_get_string_buf(&buffer, file.pointer, key)
        }
        return found == nil ? nil : buffer.ptr.map { String(cString: $0) } ?? ""
    }

    /// Replaces a file of the repository's own settings in one step, under the lock that Git uses
    /// for it. What `change` returns is written; nothing is written where that is what was there,
    /// and an empty file is taken away.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/exists`` where somebody else is writing it.
    public func changeOwnFile(_ name: String, _ change: ([UInt8]) throws -> [UInt8]) throws {
        var path = "\(gitDirectory)/\(name)"
        let operation = "write \(path)"
        if let real = realpath(path, nil) {
            path = String(cString: real)
            free(real)
        }
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        if mkdir(folder, 0o777) != 0, errno != EEXIST {
            throw GitError(errno: errno, operation: operation)
        }
        let lock = path + ".lock"
        let file = try Descriptor(
            Glibc.open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666),
            operation)
        defer { unlink(lock) }
        var status = stat()
        let isThere = stat(path, &status) == 0
        let old =
            isThere
            ? try Descriptor(Glibc.open(path, O_RDONLY | O_CLOEXEC), operation).readAll(operation)
            : []
        let new = try change(old)
        guard new != old else { return }
        if new.isEmpty {
            guard unlink(path) == 0 else { throw GitError(errno: errno, operation: operation) }
            return
        }
        if isThere, fchmod(file.number, status.st_mode & 0o7777) != 0 {
            throw GitError(errno: errno, operation: operation)
        }
        try file.writeAll(new, operation)
        try file.synchronise(operation)
        guard rename(lock, path) == 0 else { throw GitError(errno: errno, operation: operation) }
    }
}
