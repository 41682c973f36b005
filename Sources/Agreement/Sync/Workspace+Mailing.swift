public import Git
internal import Terms

extension Workspace {
    /// What is mailed: the agreed history, which has to verify, and all proposals.
    ///
    /// - Throws: ``Problem`` where the history does not verify; `GitError`.
    public func mailedReferences() throws -> [Reference] {
        _ = try soundHistory()
        return [Reference(name: References.main, target: try main())]
            + (try proposalReferences().map { Reference(name: $0.branch, target: $0.tip) })
    }

    /// Remembers that others were given the agreed history up to here.
    ///
    /// - Throws: `GitError`.
    public func rememberMailed(_ references: [Reference]) throws {
        guard let main = references.first(where: { $0.name == References.main })?.target else {
            return
        }
        try rememberSeen("at-mailed", main: main, proposals: [:])
    }
}
