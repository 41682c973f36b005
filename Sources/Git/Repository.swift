internal import CGit2
internal import Glibc

/// A Git repository of SHA-1 objects and loose or packed references.
///
/// Not `Sendable`: one value belongs to one task at a time. Several may be open on one repository.
public final class Repository {
    /// The directory with the objects and the branches, without a trailing slash.
    ///
    /// In a linked working tree it is the main repository's.
    public let gitDirectory: String
    /// The directory with the files, without a trailing slash; nil if bare.
    public let workingDirectory: String?
    /// Whether some objects were left on the server, by configuration: a missing object then says
    /// nothing.
    public let isPartialClone: Bool

    let pointer: OpaquePointer
    /// The objects, which other threads may read, too.
    public let objects: ObjectDatabase
    /// This working tree's own directory relative to ``gitDirectory``: "", or "worktrees/x/".
    let worktreePrefix: String
    /// The lock while ``withWorkspaceLock(timeout:_:)`` runs.
    var heldLock: WorkspaceLock?

    private let owned: Handle

    /// The version of libgit2 that runs, such as `1.5.1`.
    public static var libraryVersion: String {
        var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
        git_libgit2_version(&major, &minor, &revision)
        return "\(major).\(minor).\(revision)"
    }

    /// Opens the repository that `path` is in: it, or the nearest parent on the same file system if
    /// it's `searching`.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/notFound`` if there's none, ``GitError/Code/owner``
    ///   if it is somebody else's, ``GitError/Code/unsupported`` for SHA-256 objects or another
    ///   extension.
    public static func open(at path: String, searching: Bool = true) throws -> Repository {
        try Repository(
            path: path, flags: searching ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue)
    }

    /// Opens the repository as the environment says: `GIT_DIR`, `GIT_OBJECT_DIRECTORY`,
    /// `GIT_ALTERNATE_OBJECT_DIRECTORIES`, `GIT_INDEX_FILE`, else from the current directory.
    ///
    /// For hooks: what is being pushed is in quarantine, and can be seen only so.
    ///
    /// - Throws: ``GitError``, as ``open(at:)`` does.
    public static func openFromEnvironment() throws -> Repository {
        try Repository(path: nil, flags: GIT_REPOSITORY_OPEN_FROM_ENV.rawValue)
    }

    /// Creates a repository whose first branch is `main`, with the directories that lead to it.
    ///
    /// One that exists is opened and not changed.
    ///
    /// - Throws: ``GitError``.
    public static func create(at path: String, bare: Bool = false) throws -> Repository {
        let here = GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue
        do {
            return try Repository(path: path, flags: here)
        } catch let error as GitError where error.code == .notFound {
            let operation = "create repository at \(path)"
            var options = git_repository_init_options()
            try call(operation) {
                git_repository_init_options_init(
                    &options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
            }
            options.flags = GIT_REPOSITORY_INIT_MKDIR.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
            if bare { options.flags |= GIT_REPOSITORY_INIT_BARE.rawValue }
            try "main".withCString { branch in
                options.initial_head = branch
                let made = try Handle(operation, freedBy: git_repository_free) {
                    git_repository_init_ext(&$0, path, &options)
                }
                _ = made
            }
            return try Repository(path: path, flags: here)
        }
    }

    private init(path: String?, flags: UInt32) throws {
        do {
            owned = try Self.handle(path: path, flags: flags)
        } catch let error as GitError where error.code == .owner {
            // libgit2 1.5 does not know that `*` stands for every directory.
            guard try Self.userConfiguration("safe.directory") == "*" else { throw error }
            try Library.trustEveryOwner()
            owned = try Self.handle(path: path, flags: flags)
        }
        let pointer = owned.pointer
        self.pointer = pointer
        let common = String(cString: git_repository_commondir(pointer))
        // What the environment adds is known to the repository alone.
        objects = try ObjectDatabase(of: pointer, in: path == nil ? nil : common + "objects")
        let own = String(cString: git_repository_path(pointer))
        gitDirectory = Self.withoutSlash(common)
        worktreePrefix = own.hasPrefix(common) ? String(own.dropFirst(common.count)) : ""
        workingDirectory = git_repository_workdir(pointer).map {
            Self.withoutSlash(String(cString: $0))
        }
        isPartialClone = try Self.isPartial(configuration: gitDirectory + "/config")
    }

    private static func handle(path: String?, flags: UInt32) throws -> Handle {
        let operation = path.map { "open repository at \($0)" } ?? "open repository"
        do {
            return try Handle(operation, freedBy: git_repository_free) {
                git_repository_open_ext(&$0, path, flags, nil)
            }
        } catch let error as GitError {
            throw explained(error, path: path)
        }
    }

    /// Whether there's no working tree.
    public var isBare: Bool {
        workingDirectory == nil
    }

    /// Whether history was cut off when cloning: a missing parent then says nothing.
    public var isShallow: Bool {
        git_repository_is_shallow(pointer) == 1
    }

    /// Whether `info/grafts` says anything, which would make Git itself see another history.
    ///
    /// - Throws: ``GitError`` if that can't be found out.
    public var hasGrafts: Bool {
        get throws {
            let path = gitDirectory + "/info/grafts"
            var status = stat()
            if lstat(path, &status) == 0 { return status.st_size > 0 }
            if errno == ENOENT || errno == ENOTDIR { return false }
            throw GitError(errno: errno, operation: "read \(path)")
        }
    }

    private static func withoutSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The error with the words that libgit2 doesn't find.
    private static func explained(_ error: GitError, path: String?) -> GitError {
        var error = error
        let isConfiguration = error.category == Int32(GIT_ERROR_CONFIG.rawValue)
        if error.code == .owner
            || (error.code == .notFound && isConfiguration
                && error.message.contains("safe.directory"))
        {
            // Without any safe.directory, libgit2 1.5 says that this value is missing.
            let place = located(path)
            error.code = .owner
            error.message =
                "the repository at \(place) belongs to another user; to trust it run: "
                + "git config --global --add safe.directory \(place)"
        } else if error.message.contains("extensions.objectformat") {
            error.code = .unsupported
            error.message =
                "the repository's object format is not supported (SHA-256); only SHA-1 is"
        } else if error.message.contains("extensions.refstorage") {
            error.code = .unsupported
            error.message =
                "the repository's reference storage is not supported (reftable); only files are"
        } else if error.message.contains("unsupported extension") {
            error.code = .unsupported
        } else if error.code == .notFound, !isConfiguration {
            error.message = "there is no Git repository \(path.map { "at \($0)" } ?? "here")"
        }
        return error
    }

    /// The directory that `safe.directory` has to name: the working directory, or a bare repository.
    private static func located(_ path: String?) -> String {
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        guard git_repository_discover(&buffer, path ?? ".", 0, nil) == 0, let text = buffer.ptr
        else { return path ?? "." }
        let found = withoutSlash(String(cString: text))
        return found.hasSuffix("/.git") ? String(found.dropLast(5)) : found
    }
}
