internal import CGit2
internal import Foundation
internal import Synchronization

/// The objects of a repository, which any number of threads may read and write at once.
///
/// Of what libgit2 opens, its object database guards itself (libgit2, docs/threading.md); nothing
/// else of a ``Repository`` may be shared. It lets one thread at a time into each, also while that
/// inflates what it reads or deflates what it writes, so there is one for each thread that asks.
public final class ObjectDatabase: @unchecked Sendable {
    // SAFETY: the pointer never changes, and libgit2 locks what is behind it; of the others, each
    // is in one thread's hands at a time.
    let pointer: OpaquePointer
    private let owned: Handle
    /// Where others are opened; nil where the repository's own is the only one.
    private let folder: String?
    private let idle = Mutex(Idle())

    /// Another database of the same objects.
    private final class Other: @unchecked Sendable {
        // SAFETY: it never changes, and libgit2 locks what is behind it.
        let handle: Handle

        init(in folder: String) throws {
            handle = try Handle("open object database", freedBy: git_odb_free) {
                git_odb_open(&$0, folder)
            }
        }
    }

    /// Which databases nobody asks at the moment.
    private struct Idle {
        var isOwnIdle = true
        var others: [Other] = []
        /// How many others there may be yet; nil where nobody has asked.
        var mayOpen: Int?
    }

    /// The objects of a repository. Others are opened in a folder, but where that is nil, since more
    /// than one counts: in a hook, what is pushed lies elsewhere.
    ///
    /// - Throws: ``GitError``.
    init(of repository: OpaquePointer, in folder: String?) throws {
        owned = try Handle("open object database", freedBy: git_odb_free) {
            git_repository_odb(&$0, repository)
        }
        pointer = owned.pointer
        self.folder = folder
    }

    /// Asks a database that no other thread asks meanwhile, as far as there are enough.
    private func withPointer<Result>(
        _ body: (OpaquePointer) throws -> Result
    ) rethrows -> Result {
        let (isOwn, idle, mayOpen) = idle.withLock { idle -> (Bool, Other?, Bool) in
            if idle.isOwnIdle {
                idle.isOwnIdle = false
                return (true, nil, false)
            }
            if let other = idle.others.popLast() { return (false, other, false) }
            let left = idle.mayOpen ?? ProcessInfo.processInfo.activeProcessorCount - 1
            let mayOpen = folder != nil && left > 0
            idle.mayOpen = mayOpen ? left - 1 : left
            return (false, nil, mayOpen)
        }
        // Where none can be opened, one has to do.
        let other = mayOpen ? folder.flatMap { try? Other(in: $0) } : idle
        defer {
            self.idle.withLock { idle in
                if isOwn { idle.isOwnIdle = true }
                if let other { idle.others.append(other) }
            }
        }
        return try body(other?.handle.pointer ?? pointer)
    }

    /// The bytes of an object, checked against its id; they're copied.
    ///
    /// `refs/replace` and grafts have no effect.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/notFound`` if it's missing.
    public func object(_ id: ObjectID) throws -> RawObject {
        try withObject(id) { RawObject(kind: $0, bytes: Array($1)) }
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a blob.
    public func blob(_ id: ObjectID) throws -> [UInt8] { try bytes(of: id, kind: .blob) }

    /// The number of bytes of a file, for which only the object's header is read.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a blob.
    public func blobSize(_ id: ObjectID) throws -> Int {
        let (kind, size) = try header(id)
        guard kind == .blob else { throw wrongKind(id, .blob) }
        return size
    }

    /// The commit of that id, and the bytes that it was read from.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a commit, and
    ///   ``GitError/Code/invalid`` if its bytes aren't.
    public func commitWithBytes(_ id: ObjectID) throws -> (commit: Commit, bytes: [UInt8]) {
        do {
            let bytes = try bytes(of: id, kind: .commit)
            return (try Commit(parsing: bytes), bytes)
        } catch let error as Commit.FormatError {
            throw GitError(
                operation: "read commit \(id)", code: .invalid, message: error.description)
        }
    }

    /// Writes a file's bytes, unless the database has them.
    ///
    /// - Throws: ``GitError``.
    public func write(blob bytes: [UInt8]) throws -> ObjectID {
        try write(bytes, GIT_OBJECT_BLOB, "write blob")
    }

    func write(_ bytes: [UInt8], _ type: git_object_t, _ operation: String) throws -> ObjectID {
        var oid = git_oid()
        try bytes.withUnsafeBytes { buffer in
            try withPointer { pointer in
                _ = try call(operation) {
                    git_odb_write(&oid, pointer, buffer.baseAddress, buffer.count, type)
                }
            }
        }
        return ObjectID(oid)
    }

    func withObject<Result>(
        _ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        var oid = id.oid
        return try withPointer { pointer in
            let object = try Handle("read object \(id)", freedBy: git_odb_object_free) {
                git_odb_read(&$0, pointer, &oid)
            }
            let kind = try self.kind(git_odb_object_type(object.pointer), id)
            let bytes = UnsafeRawBufferPointer(
                start: git_odb_object_data(object.pointer),
                count: git_odb_object_size(object.pointer))
            return try body(kind, bytes)
        }
    }

    func bytes(of id: ObjectID, kind wanted: ObjectKind) throws -> [UInt8] {
        try withObject(id) { kind, bytes in
            guard kind == wanted else { throw wrongKind(id, wanted) }
            return Array(bytes)
        }
    }

    func header(_ id: ObjectID) throws -> (kind: ObjectKind, size: Int) {
        var oid = id.oid
        var size = 0
        var type = GIT_OBJECT_INVALID
        try withPointer { pointer in
            _ = try call("read object \(id)") {
                git_odb_read_header(&size, &type, pointer, &oid)
            }
        }
        return (try kind(type, id), size)
    }

    func require(_ id: ObjectID, _ wanted: ObjectKind) throws {
        guard try header(id).kind == wanted else { throw wrongKind(id, wanted) }
    }

    private func kind(_ type: git_object_t, _ id: ObjectID) throws -> ObjectKind {
        switch type {
        case GIT_OBJECT_COMMIT: return .commit
        case GIT_OBJECT_TREE: return .tree
        case GIT_OBJECT_BLOB: return .blob
        case GIT_OBJECT_TAG: return .tag
        default:
            throw GitError(
                operation: "read object \(id)", code: .generic, message: "its type is unknown")
        }
    }

    func wrongKind(_ id: ObjectID, _ wanted: ObjectKind) -> GitError {
        GitError(
            operation: "read object \(id)", code: .wrongKind, message: "it is not a \(wanted)")
    }
}
