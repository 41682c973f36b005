internal import CGit2
import Glibc

/// A reference and the object that it leads to.
public struct Reference: Hashable, Sendable {
    /// The full name: "refs/heads/main".
    public var name: String
    /// The object; symbolic references are followed.
    public var target: ObjectID

    /// A reference from its parts.
    public init(name: String, target: ObjectID) {
        self.name = name
        self.target = target
    }
}

/// What HEAD is.
public enum Head: Hashable, Sendable {
    /// A branch by its full name, which may have no commit yet.
    case branch(String)
    /// A commit.
    case detached(ObjectID)
}

extension Repository {
    /// What a reference leads to; nil if there's none of that name.
    ///
    /// - Throws: ``GitError``, also for a name that can't be one.
    public func reference(_ name: String) throws -> ObjectID? {
        var oid = git_oid()
        let status = try callIfFound("read \(name)") {
            git_reference_name_to_id(&oid, pointer, name)
        }
        return status.map { _ in ObjectID(oid) }
    }

    /// The references whose full names begin with `prefix`, sorted by the bytes of their names.
    ///
    /// Symbolic references that lead nowhere are left out.
    ///
    /// - Throws: ``GitError``, also for a name that isn't UTF-8.
    public func references(under prefix: String) throws -> [Reference] {
        try referenceNames(under: prefix).compactMap { name in
            try reference(name).map { Reference(name: name, target: $0) }
        }
    }

    /// The full names of references that begin with `prefix`, sorted by their bytes: quicker than to
    /// look at where they lead, if anywhere.
    ///
    /// - Throws: ``GitError``, also for a name that isn't UTF-8.
    public func referenceNames(under prefix: String) throws -> [String] {
        let operation = "list \(prefix)"
        guard !prefix.utf8.contains(where: { "*?[\\".utf8.contains($0) }) else {
            throw GitError(
                operation: operation, code: .invalidName, message: "no name begins like that")
        }
        let names = try Handle(operation, freedBy: git_reference_iterator_free) {
            git_reference_iterator_glob_new(&$0, pointer, prefix + "*")
        }
        var result: [String] = []
        var text: UnsafePointer<CChar>?
        while try callUnlessOver(operation, { git_reference_next_name(&text, names.pointer) }) {
            guard let name = text.flatMap({ String(validatingCString: $0) }) else {
                throw GitError(
                    operation: operation, code: .invalidName, message: "a name is not UTF-8")
            }
            if name.utf8.starts(with: prefix.utf8) { result.append(name) }
        }
        return result.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Moves a reference from what it's expected to be, atomically; nil expects that there's none.
    ///
    /// `reason` and the name of `who` go to the reference's log, with the time of the machine. While
    /// the workspace lock is held, the files that Git locks with are noted in it.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/modified`` if it was something else, and then nothing
    ///   has changed; ``GitError/Code/locked`` if another program is changing it.
    public func setReference(
        _ name: String, to target: ObjectID, expecting expected: ObjectID?, reason: String,
        by who: Identity
    ) throws {
        try set(ident: who)
        var (new, old) = (target.oid, (expected ?? .zero).oid)
        try noting(["\(name).lock"], for: "update \(name)") {
            var made: OpaquePointer?
            defer { git_reference_free(made) }
            do {
                try call("update \(name)") {
                    git_reference_create_matching(&made, pointer, name, &new, 1, &old, reason)
                }
            } catch var error as GitError
                where error.code == .notFound && expected != nil
                && error.category == Int32(GIT_ERROR_REFERENCE.rawValue)
            {
                // Absent instead of what was expected.
                error.code = .modified
                throw error
            }
        }
    }

    /// Deletes a reference if it is what's expected, atomically.
    ///
    /// While the workspace lock is held, the files that Git locks with are noted in it.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/modified`` if it was something else or absent, and
    ///   then nothing has changed; ``GitError/Code/locked`` if another program is changing it.
    public func deleteReference(_ name: String, expecting expected: ObjectID) throws {
        let operation = "delete \(name)"
        func modified(_ what: String) -> GitError {
            GitError(operation: operation, code: .modified, message: what)
        }
        guard
            let found = try Handle(
                ifFound: operation, freedBy: git_reference_free,
                { git_reference_lookup(&$0, pointer, name) })
        else { throw modified("it does not exist") }
        guard let target = git_reference_target(found.pointer)?.pointee,
            ObjectID(target) == expected
        else { throw modified("it is not at \(expected.short)") }
        let reference = found.pointer
        try noting(["\(name).lock", "packed-refs.lock"], for: operation) {
            // Compares again, with what was looked up, under Git's own lock.
            _ = try call(operation) { git_reference_delete(reference) }
        }
    }

    /// What HEAD is.
    ///
    /// - Throws: ``GitError``.
    public func head() throws -> Head {
        let head = try Handle("read HEAD", freedBy: git_reference_free) {
            git_reference_lookup(&$0, pointer, "HEAD")
        }
        if let name = git_reference_symbolic_target(head.pointer) {
            return .branch(String(cString: name))
        }
        guard let target = git_reference_target(head.pointer)?.pointee else {
            throw GitError(operation: "read HEAD", code: .generic, message: "it leads nowhere")
        }
        return .detached(ObjectID(target))
    }

    /// Makes HEAD a branch, given by its full name; files and index stay as they are.
    ///
    /// While the workspace lock is held, the file that Git locks with is noted in it.
    ///
    /// - Throws: ``GitError``; ``GitError/Code/invalidName`` if the name isn't a branch's.
    public func setHead(to name: String) throws {
        guard name.hasPrefix("refs/heads/") else {
            throw GitError(
                operation: "set HEAD to \(name)", code: .invalidName,
                message: "it is not the full name of a branch")
        }
        try noting([worktreePrefix + "HEAD.lock"], for: "set HEAD") {
            _ = try call("set HEAD to \(name)") { git_repository_set_head(pointer, name) }
        }
    }

    /// The commit that a revision like "main", "HEAD~2" or a short id means; nil if there's none.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/ambiguous`` for a short id of several objects,
    ///   ``GitError/Code/invalidName`` for text that isn't a revision, ``GitError/Code/wrongKind`` if
    ///   it isn't a commit.
    public func resolve(revision: String) throws -> ObjectID? {
        let operation = "resolve \(revision)"
        guard
            let object = try Handle(
                ifFound: operation, freedBy: git_object_free,
                { git_revparse_single(&$0, pointer, revision) })
        else { return nil }
        let commit = try Handle(operation, freedBy: git_object_free) {
            git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT)
        }
        return git_object_id(commit.pointer).map { ObjectID($0.pointee) }
    }

    /// Runs `body`, which makes Git's lock files of these names below ``gitDirectory``, with a note
    /// of them in the workspace lock if that's held.
    @discardableResult
    func noting<Result>(
        _ locks: [String], for operation: String, _ body: () throws -> Result
    ) throws -> Result {
        guard let heldLock else { return try body() }
        // A lock that's there already is another program's, and must not be noted as ours.
        for lock in locks {
            var status = stat()
            if lstat("\(gitDirectory)/\(lock)", &status) == 0 {
                throw GitError(
                    operation: operation, code: .locked,
                    message: "another program holds \(gitDirectory)/\(lock)")
            }
        }
        return try heldLock.noting(locks.map { .git($0) }, body)
    }

    private func set(ident who: Identity) throws {
        // libgit2 takes the log's time from the clock, and only name and address from here.
        _ = try who.line()
        try call("set the identity") { git_repository_set_ident(pointer, who.name, who.email) }
    }
}
