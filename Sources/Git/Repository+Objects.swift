internal import CGit2

/// The four kinds of object.
public enum ObjectKind: Sendable, Hashable {
    /// A commit.
    case commit
    /// A tree.
    case tree
    /// A file's bytes.
    case blob
    /// An annotated tag.
    case tag
}

/// An object as the database has it.
public struct RawObject: Sendable, Hashable {
    /// The kind.
    public var kind: ObjectKind
    /// The bytes, without Git's own header.
    public var bytes: [UInt8]

    /// An object from its parts.
    public init(kind: ObjectKind, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }
}

extension Repository {
    /// The bytes of an object, checked against its id; they're copied.
    ///
    /// `refs/replace` and grafts have no effect.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/notFound`` if it's missing.
    public func object(_ id: ObjectID) throws -> RawObject {
        try withObject(id) { RawObject(kind: $0, bytes: Array($1)) }
    }

    /// Whether the object is here.
    ///
    /// A missing one costs a look at the directory of packs.
    public func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return git_odb_exists(odb, &oid) == 1
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a blob.
    public func blob(_ id: ObjectID) throws -> [UInt8] {
        try bytes(of: id, kind: .blob)
    }

    /// The number of bytes of a file, for which only the object's header is read.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a blob.
    public func blobSize(_ id: ObjectID) throws -> Int {
        let (kind, size) = try header(id)
        guard kind == .blob else { throw wrongKind(id, .blob) }
        return size
    }

    /// The commit of that id.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a commit, and
    ///   ``GitError/Code/invalid`` if its bytes aren't.
    public func commit(_ id: ObjectID) throws -> Commit { try commitWithBytes(id).commit }

    /// The commit of that id, and the bytes that it was read from.
    ///
    /// - Throws: as ``commit(_:)``.
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

    /// Writes a commit whose bytes are exactly these, unless the database has it; no branch moves.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/invalid`` if the bytes aren't a commit,
    ///   ``GitError/Code/notFound`` or ``GitError/Code/wrongKind`` if its tree or a parent isn't
    ///   here.
    public func write(commit bytes: [UInt8]) throws -> ObjectID {
        let commit: Commit
        do {
            commit = try Commit(parsing: bytes)
        } catch {
            throw GitError(
                operation: "write commit", code: .invalid, message: error.description)
        }
        try require(commit.tree, .tree)
        for parent in commit.parents { try require(parent, .commit) }
        return try write(bytes, GIT_OBJECT_COMMIT, "write commit")
    }

    func withObject<Result>(
        _ id: ObjectID, _ body: (ObjectKind, UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        var oid = id.oid
        let object = try Handle("read object \(id)", freedBy: git_odb_object_free) {
            git_odb_read(&$0, odb, &oid)
        }
        let kind = try self.kind(git_odb_object_type(object.pointer), id)
        let bytes = UnsafeRawBufferPointer(
            start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer))
        return try body(kind, bytes)
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
        try call("read object \(id)") { git_odb_read_header(&size, &type, odb, &oid) }
        return (try kind(type, id), size)
    }

    func require(_ id: ObjectID, _ wanted: ObjectKind) throws {
        guard try header(id).kind == wanted else { throw wrongKind(id, wanted) }
    }

    func write(_ bytes: [UInt8], _ type: git_object_t, _ operation: String) throws -> ObjectID {
        var oid = git_oid()
        try bytes.withUnsafeBytes { buffer in
            _ = try call(operation) {
                git_odb_write(&oid, odb, buffer.baseAddress, buffer.count, type)
            }
        }
        return ObjectID(oid)
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
