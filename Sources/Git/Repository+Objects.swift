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
        try objects.object(id)
    }

    /// Whether the object is here.
    ///
    /// A missing one costs a look at the directory of packs.
    public func contains(_ id: ObjectID) -> Bool {
        var oid = id.oid
        return git_odb_exists(objects.pointer, &oid) == 1
    }

    /// The bytes of a file.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a blob.
    public func blob(_ id: ObjectID) throws -> [UInt8] { try objects.blob(id) }

    /// The bytes of a file; nil if they're more than `limit`, which is found without reading them.
    ///
    /// - Throws: as ``blob(_:)``.
    public func blob(_ id: ObjectID, upTo limit: Int) throws -> [UInt8]? {
        try blobSize(id) <= limit ? try blob(id) : nil
    }

    /// The number of bytes of a file, for which only the object's header is read.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a blob.
    public func blobSize(_ id: ObjectID) throws -> Int { try objects.blobSize(id) }

    /// The commit of that id.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/wrongKind`` if the object isn't a commit, and
    ///   ``GitError/Code/invalid`` if its bytes aren't.
    public func commit(_ id: ObjectID) throws -> Commit { try objects.commitWithBytes(id).commit }

    /// Writes a file's bytes, unless the database has them.
    ///
    /// - Throws: ``GitError``.
    public func write(blob bytes: [UInt8]) throws -> ObjectID { try objects.write(blob: bytes) }

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
        try objects.require(commit.tree, .tree)
        for parent in commit.parents { try objects.require(parent, .commit) }
        return try write(bytes, GIT_OBJECT_COMMIT, "write commit")
    }

    func write(_ bytes: [UInt8], _ type: git_object_t, _ operation: String) throws -> ObjectID {
        try objects.write(bytes, type, operation)
    }
}
