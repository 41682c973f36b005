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
    /// What the steps of its proposal made of the term's file, oldest first.
    public let edits: [FileEdit]
    /// The registry of the version, and the one before it, where they can be read.
    public let registries: [Registry]
}

extension Workspace {
    /// The versions that changed a term, oldest first: its whole life.
    ///
    /// Linear in the number of versions, and for those that changed the term's file in its size.
    ///
    /// - Throws: `GitError`.
    public func life(of path: TermPath, in framework: FrameworkHistory) throws -> [TermPassage] {
        try lives(of: [path], in: framework)[path] ?? []
    }

    /// The versions among some that changed each of some terms, oldest first; nothing for a term
    /// that none of them changed.
    ///
    /// Linear in the number of versions, and for those that changed a term's file in its size.
    ///
    /// - Parameters:
    ///   - paths: The terms.
    ///   - framework: The framework.
    ///   - earlier: The number of the version behind which to begin; 0 for all of them.
    ///   - later: The number of the version to end with; the one in force unless it is given.
    /// - Returns: The passages by the paths.
    /// - Throws: `GitError`.
    public func lives(
        of paths: [TermPath], in framework: FrameworkHistory, after earlier: Int = 0,
        through later: Int? = nil
    ) throws -> [TermPath: [TermPassage]] {
        let byFile = Dictionary(grouping: Set(paths), by: \.file)
        var lives: [TermPath: [TermPassage]] = [:]
        var last: Version?
        for version in try framework.versions() where version.number <= later ?? .max {
            defer { last = version }
            let files =
                version.number > earlier ? version.changedFiles.filter(byFile.keys.contains) : []
            guard !files.isEmpty else { continue }
            let old = try last.map { try store.terms($0.tree).files }
            let new = try store.terms(version.tree).files
            let changed = files.flatMap { file in
                let before = TermReading(file: file, bytes: old?[file])
                let after = TermReading(file: file, bytes: new[file])
                return (byFile[file] ?? []).filter { path in
                    before.value(at: path) != after.value(at: path)
                        || after.hasMoved(path, since: before)
                }
            }
            guard !changed.isEmpty else { continue }
            let making = try VersionMaking(of: version, after: last, framework.name, in: self)
            let steps = making.attribution.steps(changing: changed, moving: changed)
            for path in changed {
                lives[path, default: []].append(
                    TermPassage(
                        version: version, old: old, new: new, steps: steps[path] ?? [],
                        remarks: making.said.filter { $0.signed.isAbout(path) },
                        edits: making.attribution.edits(ofFileOf: path),
                        registries: making.registries.reversed().compactMap(\.self)))
            }
        }
        return lives
    }
}

/// How a version came about.
private struct VersionMaking {
    /// Who made its text what it is.
    let attribution: Attribution
    /// What people of the framework said on its proposal, oldest first, but for sign-offs.
    let said: [(person: Registry.Person, signed: SignedStatement)]
    /// Who was known before it, and who is since.
    let registries: [Registry?]

    init(
        of version: Version, after last: Version?, _ framework: String, in workspace: Workspace
    ) throws {
        let (repository, store) = (workspace.repository, workspace.store)
        // What the version's proposal brought: all that led to it and was not agreed before.
        let before = try repository.commit(version.commit).parents.first
        let brought = Set(
            try repository.commits(
                reachableFrom: [version.proposal], excluding: before.map { [$0] } ?? []))
        let commits = try NewCommits(
            from: version.proposal, seen: { !brought.contains($0) }, by: store.reader)
        attribution = try workspace.attribution(
            of: framework, from: version.proposal, in: commits)
        let registries = try [last, version].map {
            try $0.flatMap { try store.terms($0.tree).registry }
        }
        self.registries = registries
        said = try commits.statements(in: repository, by: store.reader).signed.reversed()
            .compactMap { signed -> (person: Registry.Person, signed: SignedStatement)? in
                guard signed.statement.framework == framework, signed.statement.kind != .signOff
                else { return nil }
                return signed.person(among: registries).map { ($0, signed) }
            }
    }
}
