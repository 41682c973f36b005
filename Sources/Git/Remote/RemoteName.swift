internal import CGit2

/// The names of remotes.
enum RemoteName {
    /// Whether a word can be one.
    static func isValid(_ word: String) throws -> Bool {
        var isValid: Int32 = 0
        try call("read the name \(word)") { git_remote_name_is_valid(&isValid, word) }
        return isValid == 1
    }
}

extension Repository {
    /// The names of the remotes that are configured, sorted.
    ///
    /// - Throws: ``GitError``.
    public func remoteNames() throws -> [String] {
        var names = git_strarray()
        defer { git_strarray_dispose(&names) }
        try call("list remotes") { git_remote_list(&names, pointer) }
        return (0..<names.count).compactMap { index in
            names.strings[index].map { String(cString: $0) }
        }.sorted()
    }

    /// What `git fetch` takes from a remote, and what it calls that here, as the configuration has it.
    ///
    /// - Throws: ``GitError``; where there is no such remote, of code ``GitError/Code/notFound``.
    public func fetchRules(of remote: String) throws -> [String] {
        let operation = "read what \(remote) is fetched for"
        let handle = try Handle(operation, freedBy: git_remote_free) {
            git_remote_lookup(&$0, pointer, remote)
        }
        var rules = git_strarray()
        defer { git_strarray_dispose(&rules) }
        try call(operation) { git_remote_get_fetch_refspecs(&rules, handle.pointer) }
        return (0..<rules.count).compactMap { index in
            rules.strings[index].map { String(cString: $0) }
        }
    }
}
