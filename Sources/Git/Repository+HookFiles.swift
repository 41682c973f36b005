import Glibc

extension Repository {
    /// The directory in which Git looks for hooks: `core.hooksPath`, in which `~` stands for `home`,
    /// else `hooks`.
    ///
    /// - Throws: ``GitError``.
    public func hooksDirectory(home: String?) throws -> String {
        guard let path = try configuration("core.hooksPath") else { return gitDirectory + "/hooks" }
        if path.hasPrefix("/") { return path }
        if path == "~" || path.hasPrefix("~/"), let home { return home + path.dropFirst() }
        // Git runs hooks at the top of the files, or in a bare repository itself.
        return "\(workingDirectory ?? gitDirectory)/\(path)"
    }

    /// Whether a directory, which need not exist, lies in this repository or among its files, so
    /// that it concerns nothing else.
    public func isOwn(directory: String) -> Bool {
        var existing = directory
        while !existing.isEmpty, access(existing, F_OK) != 0 {
            existing = String(existing[..<(existing.lastIndex(of: "/") ?? existing.startIndex)])
        }
        guard let place = Self.resolved(existing), !directory.split(separator: "/").contains("..")
        else { return false }
        return [gitDirectory, workingDirectory].compactMap { $0.flatMap(Self.resolved) }.contains {
            place == $0 || place.hasPrefix($0 + "/")
        }
    }

    /// The bytes of a hook; nil if there's none. Of what is no file, there are none to read.
    ///
    /// - Throws: ``GitError``.
    public func hookFile(at path: String) throws -> [UInt8]? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw GitError(errno: errno, operation: "read \(path)")
        }
        let number = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if number < 0, errno == ENOENT { return [] }
        let file = try Descriptor(number, "read \(path)")
        guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return []
        }
        return try file.readAll("read \(path)")
    }

    /// Makes a hook whose bytes are these, in one step, unless there is anything of that name.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/exists`` if there is.
    public func makeHookFile(at path: String, bytes: [UInt8]) throws {
        try withTemporaryHook(for: path, bytes) { temporary, operation in
            guard link(temporary, path) == 0 else {
                throw GitError(errno: errno, operation: operation)
            }
        }
    }

    /// Makes a hook that is ours have other bytes, in one step.
    ///
    /// - Throws: ``GitError``.
    public func replaceHookFile(at path: String, bytes: [UInt8]) throws {
        try withTemporaryHook(for: path, bytes) { temporary, operation in
            guard rename(temporary, path) == 0 else {
                throw GitError(errno: errno, operation: operation)
            }
        }
    }

    /// Deletes a hook.
    ///
    /// - Throws: ``GitError``.
    public func deleteHookFile(at path: String) throws {
        guard unlink(path) == 0 else { throw GitError(errno: errno, operation: "delete \(path)") }
    }

    private func withTemporaryHook(
        for path: String, _ bytes: [UInt8], _ body: (String, String) throws -> Void
    ) throws {
        let operation = "write \(path)"
        let end = path.lastIndex(of: "/") ?? path.startIndex
        let directory = String(path[..<end])
        if mkdir(directory, 0o777) != 0, errno != EEXIST {
            throw GitError(errno: errno, operation: operation)
        }
        let temporary = "\(directory)/.entente-\(getpid())"
        defer { unlink(temporary) }
        do {
            let file = try Descriptor(
                Glibc.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o777),
                operation)
            try file.writeAll(bytes, operation)
            try file.synchronise(operation)
        }
        try body(temporary, operation)
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }
}
