internal import CGit2

extension Repository {
    /// One line of a reference's log: what it became, and who says so, when.
    public struct LogEntry: Hashable, Sendable {
        /// What the reference became.
        public let target: ObjectID
        /// Who changed it, and when.
        public let who: Identity
    }

    /// Adds a line to a reference's log, with the time that `who` gives, which libgit2 takes from
    /// the clock otherwise. Git keeps no log of its own for references outside of the usual places.
    ///
    /// While the workspace lock is held, the file that Git locks with is noted in it.
    ///
    /// - Throws: ``GitError``.
    public func appendToLog(
        of name: String, target: ObjectID, reason: String, by who: Identity
    ) throws {
        let operation = "log \(name)"
        _ = try who.line()
        let log = try Handle(operation, freedBy: git_reflog_free) {
            git_reflog_read(&$0, pointer, name)
        }
        var oid = target.oid
        var signature: UnsafeMutablePointer<git_signature>?
        defer { git_signature_free(signature) }
        try call(operation) {
            git_signature_new(
                &signature, who.name, who.email, git_time_t(who.seconds), Int32(who.offsetMinutes))
        }
        try call(operation) { git_reflog_append(log.pointer, &oid, signature, reason) }
        try noting(["logs/\(name).lock"], for: operation) {
            try call(operation) { git_reflog_write(log.pointer) }
        }
    }

    /// The newest line of a reference's log; nil where there is none.
    ///
    /// - Throws: ``GitError``.
    public func lastLogged(of name: String) throws -> LogEntry? {
        let log = try Handle("read the log of \(name)", freedBy: git_reflog_free) {
            git_reflog_read(&$0, pointer, name)
        }
        guard let entry = git_reflog_entry_byindex(log.pointer, 0),
            let target = git_reflog_entry_id_new(entry)?.pointee,
            let who = git_reflog_entry_committer(entry)?.pointee
        else { return nil }
        return LogEntry(
            target: ObjectID(target),
            who: Identity(
                name: who.name.map { String(cString: $0) } ?? "",
                email: who.email.map { String(cString: $0) } ?? "", seconds: Int64(who.when.time),
                offsetMinutes: Int(who.when.offset)))
    }
}
