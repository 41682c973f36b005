internal import Git
public import Terms

/// A version that changed a term: from what to what, and how that came about.
public struct TermPassage: Sendable {
    /// The version.
    public let version: Version
    /// The terms before it; nil at the founding.
    public let old: TermsFiles?
    /// The terms of the version.
    public let new: TermsFiles
    /// The steps of its proposal that changed the term, oldest first; none where nothing says so.
    public let steps: [ProposalStep]
    /// What people of the framework said about the term on its proposal, oldest first: comments,
    /// objections and the like, never sign-offs.
    public let remarks: [(person: Registry.Person, signed: SignedStatement)]
}

extension Workspace {
    /// The versions that changed a term, oldest first: its whole life.
    ///
    /// Linear in the number of versions, and for those that changed the term's file in its size.
    ///
    /// - Throws: `GitError`.
    public func life(of path: TermPath, in framework: FrameworkHistory) throws -> [TermPassage] {
        let file = TermReading.file(of: path)
        var passages: [TermPassage] = []
        var last: Version?
        for version in try framework.versions() {
            defer { last = version }
            guard version.changedFiles.contains(file) else { continue }
            let old = try last.map { try store.terms($0.tree).files }
            let new = try store.terms(version.tree).files
            let before = TermReading(file: file, bytes: old?[file])
            let after = TermReading(file: file, bytes: new[file])
            guard
                before.value(at: path) != after.value(at: path)
                    || after.hasMoved(path, since: before)
            else { continue }
            passages.append(
                try passage(of: path, framework.name, from: last, to: version, old: old, new: new))
        }
        return passages
    }

    private func passage(
        of path: TermPath, _ framework: String, from last: Version?, to version: Version,
        old: TermsFiles?, new: TermsFiles
    ) throws -> TermPassage {
        // What the version's proposal brought: all that led to it and was not agreed before.
        let before = try repository.commit(version.commit).parents.first
        let brought = Set(
            try repository.commits(
                reachableFrom: [version.proposal], excluding: before.map { [$0] } ?? []))
        let commits = try NewCommits(
            from: version.proposal, seen: { !brought.contains($0) }, by: store.reader)
        let changing = try attribution(of: framework, from: version.proposal, in: commits)
            .steps(changing: [path], moving: [path])[path]
        let registries = try [last, version].map {
            try $0.flatMap { try store.terms($0.tree).registry }
        }
        let remarks = try commits.statements(in: repository, by: store.reader).signed.reversed()
            .compactMap { signed -> (person: Registry.Person, signed: SignedStatement)? in
                guard signed.statement.framework == framework, signed.statement.kind != .signOff,
                    signed.isAbout(path)
                else { return nil }
                return signed.person(among: registries).map { ($0, signed) }
            }
        return TermPassage(
            version: version, old: old, new: new, steps: changing ?? [], remarks: remarks)
    }
}
