import Glibc

/// The lock that all writers of a workspace take, one at a time.
///
/// The kernel releases it when its holder dies. What the holder's death may leave behind, such as
/// Git's own lock files, is noted in the lock's file, and the next holder removes exactly that.
///
/// ``Repository/withWorkspaceLock(timeout:_:)`` hands it out.
public final class WorkspaceLock {
    /// Something that a killed holder may leave behind.
    enum Leftover: Hashable {
        /// A lock of Git's, relative to the Git directory.
        case git(String)
        /// A temporary file, relative to the working directory.
        case work(String)
    }

    /// The file.
    public let path: String

    private let file: Descriptor
    private var notes: [Leftover] = []
    /// What the file is known to begin with.
    private var recorded: [UInt8] = []

    init(path: String, timeout: Duration) throws {
        self.path = path
        let operation = "lock \(path)"
        file = try Descriptor(
            open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o666), operation)
        let deadline = ContinuousClock.now + timeout
        while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else {
                throw GitError(errno: errno, operation: operation)
            }
            guard ContinuousClock.now < deadline else {
                throw GitError(
                    operation: operation, code: .locked,
                    message: "another program is writing here, and has held \(path) for too long")
            }
            usleep(20_000)
        }
    }

    /// Runs `body` with a note of what it may leave behind if it's killed.
    ///
    /// The note survives the death of the process. After a loss of power it may be missing, as a
    /// cost of not waiting for the disk here.
    func noting<Result>(_ leftovers: [Leftover], _ body: () throws -> Result) throws -> Result {
        let before = notes
        notes += leftovers
        try record()
        let result: Result
        do {
            result = try body()
        } catch {
            notes = before
            try? record()
            throw error
        }
        notes = before
        try record()
        return result
    }

    /// What the former holder noted and didn't get to clear: it was killed.
    func abandoned() throws -> [Leftover] {
        let text = String(decoding: try file.readAll("read \(path)"), as: UTF8.self)
        // A line that was cut off names nothing.
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .compactMap { Self.leftover(String($0)) }
    }

    func clear() throws {
        notes = []
        try record()
    }

    /// Lets the next one in, even if somebody has kept this object.
    func release() {
        flock(file.number, LOCK_UN)
    }

    /// Makes the file say what is noted. What it says already stays there all the while, so that
    /// a note is never missing when the process is killed.
    private func record() throws {
        var text: [UInt8] = []
        for note in notes {
            switch note {
            case .git(let path): text += Array("\(path)\n".utf8)
            case .work(let path): text += Array("work:\(path)\n".utf8)
            }
        }
        let kept = zip(text, recorded).prefix { $0 == $1 }.count
        let operation = "write \(path)"
        guard ftruncate(file.number, off_t(kept)) == 0,
            lseek(file.number, off_t(kept), SEEK_SET) == off_t(kept)
        else {
            throw GitError(errno: errno, operation: operation)
        }
        recorded = Array(text[..<kept])
        try file.writeAll(Array(text[kept...]), operation)
        recorded = text
    }

    private static func leftover(_ line: String) -> Leftover? {
        let isWork = line.hasPrefix("work:")
        let path = isWork ? String(line.dropFirst(5)) : line
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, name.hasSuffix(".lock"), !path.utf8.contains(0),
            !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }),
            !isWork || name.hasPrefix(WorkingDirectory.temporaryPrefix)
        else { return nil }
        return isWork ? .work(path) : .git(path)
    }
}

extension Repository {
    /// Runs `body` as the only writer of this workspace.
    ///
    /// The lock is advisory: it's an exclusive `flock` of `entente.lock` in ``gitDirectory``, for
    /// which this tries every 20 ms. Inside of `body`, ``setReference(_:to:expecting:reason:by:)``,
    /// ``deleteReference(_:expecting:)``, ``setHead(to:)``,
    /// ``updateWorkingFiles(under:from:to:)`` and ``writeWorkingFile(at:bytes:executable:)`` note
    /// the lock and temporary files that they're about to make, so that a process which is killed
    /// in one of them blocks nobody: the next to take the lock removes them. On the same
    /// `Repository`, the lock may be taken again while it's held.
    ///
    /// - Throws: ``GitError`` of code ``GitError/Code/locked`` after `timeout`; what `body` throws.
    @discardableResult
    public func withWorkspaceLock<Result>(
        timeout: Duration = .seconds(10), _ body: (WorkspaceLock) throws -> Result
    ) throws -> Result {
        if let heldLock { return try body(heldLock) }
        let lock = try takeWorkspaceLock(timeout: timeout)
        defer {
            heldLock = nil
            lock.release()
        }
        return try body(lock)
    }

    /// Runs an asynchronous `body` as the only writer of this workspace.
    ///
    /// As the synchronous one. Waiting for the lock blocks the thread.
    ///
    /// - Throws: ``GitError`` of code ``GitError/Code/locked`` after `timeout`; what `body` throws.
    @discardableResult
    public nonisolated(nonsending) func withWorkspaceLock<Result>(
        timeout: Duration = .seconds(10),
        _ body: nonisolated(nonsending) () async throws -> Result
    ) async throws -> Result {
        if heldLock != nil { return try await body() }
        let lock = try takeWorkspaceLock(timeout: timeout)
        defer {
            heldLock = nil
            lock.release()
        }
        return try await body()
    }

    /// Removes what a killed holder of the lock left behind, unless somebody holds it now.
    ///
    /// - Throws: ``GitError``.
    public func clearAbandoned() throws {
        var status = stat()
        guard stat("\(gitDirectory)/entente.lock", &status) == 0, status.st_size > 0 else { return }
        do {
            try withWorkspaceLock(timeout: .zero) { _ in }
        } catch let error as GitError where error.code == .locked {
            // It is at work.
        }
    }

    /// Takes the lock, and removes what a killed holder left behind.
    private func takeWorkspaceLock(timeout: Duration) throws -> WorkspaceLock {
        let lock = try WorkspaceLock(path: "\(gitDirectory)/entente.lock", timeout: timeout)
        for leftover in try lock.abandoned() {
            switch leftover {
            case .git(let path):
                let file = "\(gitDirectory)/\(path)"
                guard unlink(file) == 0 || errno == ENOENT || errno == ENOTDIR else {
                    throw GitError(errno: errno, operation: "remove \(file)")
                }
            case .work(let path):
                try workingFiles(for: "remove \(path)").removeTemporary(path)
            }
        }
        try lock.clear()
        heldLock = lock
        return lock
    }
}
