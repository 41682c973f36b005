internal import CGit2

extension Repository {
    /// The last value of a configuration key like "user.name"; nil if there's none.
    ///
    /// Reads the system's, the user's and the repository's file as libgit2 finds them, or as
    /// `GIT_CONFIG_SYSTEM`, `GIT_CONFIG_NOSYSTEM` and `GIT_CONFIG_GLOBAL` say, and above them the
    /// settings of `GIT_CONFIG_COUNT`. Every call reads the files anew.
    ///
    /// - Throws: ``GitError``, for a file that can't be read or isn't valid.
    public func configuration(_ key: String) throws -> String? {
        try configuration(key, environment: .process)
    }

    func configuration(_ key: String, environment: ConfigurationEnvironment) throws -> String? {
        try Self.configuration(key, of: self, environment: environment)
    }

    /// As ``configuration(_:)``, where there is no repository yet: what the user and the system
    /// say.
    ///
    /// - Throws: ``GitError``, for a file that can't be read or isn't valid.
    public static func userConfiguration(_ key: String) throws -> String? {
        try Library.start()
        return try configuration(key, of: nil, environment: .process)
    }

    private static func configuration(
        _ key: String, of repository: Repository?, environment: ConfigurationEnvironment
    ) throws -> String? {
        let operation = "read configuration \(key)"
        if let problem = environment.problem {
            throw GitError(operation: operation, code: .invalid, message: problem)
        }
        if let value = environment.value(of: key) { return value }
        let files = try Handle(operation, freedBy: git_config_free) { git_config_new(&$0) }
        func add(_ path: String?, _ level: git_config_level_t) throws {
            guard let path, !path.isEmpty else { return }
            _ = try callIfFound(operation) {
                git_config_add_file_ondisk(files.pointer, path, level, repository?.pointer, 1)
            }
        }
        try add(
            try environment.system ?? found(operation, git_config_find_system),
            GIT_CONFIG_LEVEL_SYSTEM)
        if let global = environment.global {
            try add(global, GIT_CONFIG_LEVEL_GLOBAL)
        } else {
            try add(try found(operation, git_config_find_xdg), GIT_CONFIG_LEVEL_XDG)
            try add(try found(operation, git_config_find_global), GIT_CONFIG_LEVEL_GLOBAL)
        }
        try add(repository.map { $0.gitDirectory + "/config" }, GIT_CONFIG_LEVEL_LOCAL)

        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        let status = try callIfFound(operation) {
            git_config_get_string_buf(&buffer, files.pointer, key)
        }
        guard status != nil else { return nil }
        return buffer.ptr.map { String(cString: $0) } ?? ""
    }

    private static func found(
        _ operation: String, _ find: (UnsafeMutablePointer<git_buf>?) -> Int32
    ) throws -> String? {
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        guard try callIfFound(operation, { find(&buffer) }) != nil else { return nil }
        return buffer.ptr.map { String(cString: $0) }
    }

    /// Whether a repository's own configuration names a promisor remote.
    static func isPartial(configuration path: String) throws -> Bool {
        let operation = "read \(path)"
        guard
            let file = try Handle(
                ifFound: operation, freedBy: git_config_free, { git_config_open_ondisk(&$0, path) })
        else { return false }
        let entries = try Handle(operation, freedBy: git_config_iterator_free) {
            git_config_iterator_new(&$0, file.pointer)
        }
        var entry: UnsafeMutablePointer<git_config_entry>?
        while try callUnlessOver(operation, { git_config_next(&entry, entries.pointer) }) {
            guard let entry = entry?.pointee else { continue }
            let name = String(cString: entry.name)
            if name == "extensions.partialclone" { return true }
            guard name.hasPrefix("remote."), name.hasSuffix(".promisor") else { continue }
            var isPromisor: Int32 = 0
            try call(operation) { git_config_parse_bool(&isPromisor, entry.value) }
            if isPromisor != 0 { return true }
        }
        return false
    }
}
