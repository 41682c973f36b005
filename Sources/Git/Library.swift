internal import CGit2
internal import Dispatch

/// libgit2's process-wide state: started at the first use, never shut down.
public enum Library {
    /// Begins to start libgit2 on another thread: whoever reads arguments meanwhile waits less for it.
    /// A process may end while it starts only by `_exit`.
    public static func startAhead() {
        // Whoever uses libgit2 first is told what failed.
        DispatchQueue.global().async { _ = failure }
    }

    /// Keeps memory that was freed for what is asked for next: giving it back to the system and getting
    /// it again costs a command that reads large objects a twentieth of its time.
    public static func keepFreedMemory() {
        mallopt(M_MMAP_THRESHOLD, 32 << 20)
        mallopt(M_TRIM_THRESHOLD, .max)
    }

    /// Gets memory ahead for what the calling thread is about to ask for: on any but the first thread
    /// the allocator would ask the system for every page by itself.
    public static func reserveMemory() { entente_reserve_memory(4 << 20) }

    /// Starts libgit2, about 1 ms the first time.
    static func start() throws {
        if let failure { throw failure }
    }

    /// Opens repositories whoever they belong to from now on, as a `safe.directory` of `*` says.
    static func trustEveryOwner() throws {
        try call("trust every owner") {
            entente_git_enable(Int32(GIT_OPT_SET_OWNER_VALIDATION.rawValue), 0)
        }
    }

    private static let failure: GitError? = {
        func failed(_ step: String) -> GitError {
            GitError(operation: "start libgit2", code: .generic, message: "\(step) failed")
        }
        guard git_libgit2_init() > 0 else { return failed("initialisation") }
        // Loose objects and references reach the disk before they are relied upon; an object's
        // bytes are checked against its name; a new object only names objects that exist.
        for option in [
            GIT_OPT_ENABLE_FSYNC_GITDIR, GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION,
            GIT_OPT_ENABLE_STRICT_OBJECT_CREATION,
        ] {
            guard entente_git_enable(Int32(option.rawValue), 1) >= 0 else {
                return failed("option \(option.rawValue)")
            }
        }
        // libgit2 reads `safe.directory` by itself, but none of Git's environment variables.
        for (level, path) in ConfigurationEnvironment.process.searchPaths {
            guard entente_git_set_search_path(level, path) >= 0 else {
                return failed("search path \(path)")
            }
        }
        return nil
    }()
}
