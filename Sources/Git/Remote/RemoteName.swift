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
        try texts("list remotes") { git_remote_list(&$0, pointer) }.sorted()
    }

    /// What `git fetch` takes from a remote, and what it calls that here, as the configuration has it;
    /// nothing where there is no such remote.
    ///
    /// - Throws: ``GitError``.
    public func fetchRules(of remote: String) throws -> [String] {
        let operation = "read what \(remote) is fetched for"
        guard try RemoteName.isValid(remote),
            let handle = try Handle(
                ifFound: operation, freedBy: git_remote_free,
                { git_remote_lookup(&$0, pointer, remote) })
        else { return [] }
        return try texts(operation) { git_remote_get_fetch_refspecs(&$0, handle.pointer) }
    }

    /// The texts that a function of libgit2 lists.
    private func texts(
        _ operation: String, _ list: (inout git_strarray) -> Int32
    ) throws -> [String] {
        var found = git_strarray()
        defer { git_strarray_dispose(&found) }
        try call(operation) { list(&found) }
        return (0..<found.count).compactMap { index in
            found.strings[index].map { String(cString: $0) }
        }
    }
}
