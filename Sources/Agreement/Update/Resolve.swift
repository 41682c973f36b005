internal import Git
public import Merging
public import Terms

extension Workspace {
    /// What is undecided in the working files of a framework: what stands between marks, whether
    /// an update or Git put them there, in the order of a merge; or else, in an update, what both sides
    /// together break a rule with.
    ///
    /// - Throws: ``Problem`` where marks don't belong together; `GitError`.
    public func undecided(in framework: String) throws -> [MergeConflict] {
        try undecided(in: framework) {
            try pendingUpdate(of: framework).map { try merge(of: $0.update) }
        }
    }

    /// The same, with the merge that an update began with, which is asked for where no marks are left.
    func undecided(
        in framework: String, begun: () throws -> MergeResult?
    ) throws -> [MergeConflict] {
        guard let files = try workingTerms(of: framework) else { return [] }
        let marked = try merges(of: files, framework: framework).flatMap(\.merge.conflicts)
        return marked.isEmpty ? try begun()?.breaches(in: files) ?? [] : marked
    }

    /// Decides what is undecided at or below a path, and writes that file in one step.
    ///
    /// - Returns: What was decided.
    /// - Throws: ``Problem`` where nothing is undecided there or the choice does not fit;
    ///   `GitError`.
    public func resolve(
        _ path: TermPath, of framework: String,
        with choose: (MergeNames) throws -> MergeChoice
    ) throws -> [MergeConflict] {
        try repository.withWorkspaceLock { _ in
            let files = try workingTerms(of: framework) ?? TermsFiles([])
            let merges = try merges(of: files, framework: framework)
            for (file, merge) in merges {
                let path = Self.path(path, in: merge.conflicts)
                let decided = merge.conflicts.filter { path.contains($0.path) }
                guard !decided.isEmpty else { continue }
                try refuseRenumbering(after: decided, in: merge.conflicts)
                let after: MergeResult
                do {
                    after = try merge.resolving(path, with: try choose(merge.names))
                } catch let error as MergeResult.ResolveError {
                    throw Problem("not-resolved", .unable, error.message, next: error.next)
                }
                let place = "\(TermsStore.path(of: framework))/\(file)"
                if let bytes = after.halfMerged[file] {
                    try repository.writeWorkingFile(at: place, bytes: bytes)
                } else {
                    try repository.deleteWorkingFile(at: place)
                }
                return decided
            }
            if let breach = try undecided(in: framework).first(where: {
                $0.kind == .breach && path.contains($0.path)
            }) {
                throw Problem(
                    "not-resolved", .unable,
                    "neither side can be taken: " + (breach.finding?.message ?? breach.sentence),
                    next: "entente set \(breach.path) <value>, or edit the file")
            }
            let open = try undecided(in: framework).map(\.path.description)
            let updated = try pendingUpdate(of: framework)?.update.slug
            throw Problem(
                "not-undecided", .unable,
                "nothing is undecided at `\(path)`" + (open.isEmpty ? ": all is decided" : ""),
                next: open.isEmpty
                    ? updated.map { "entente update \($0) --continue" } ?? "entente check"
                    : "Undecided: " + open.joined(separator: ", "))
        }
    }

    private func merges(
        of files: TermsFiles, framework: String
    ) throws -> [(file: String, merge: MergeResult)] {
        try SectionName.inOrder(files.files.map(\.path)).compactMap { file in
            let bytes = files[file] ?? []
            guard let first = ConflictMarks.findings(in: bytes, file: file).first else {
                return nil
            }
            guard let merge = MergeResult(marksIn: file, of: files) else {
                throw Problem(
                    "broken-marks", .no,
                    "the marks around what is undecided don't belong together",
                    at: "\(framework)/\(first.place)", next: first.next)
            }
            return (file, merge)
        }
    }

    /// The path under which a place is undecided. The first place of a text is still called so where
    /// it is the only one that is left.
    private static func path(_ path: TermPath, in open: [MergeConflict]) -> TermPath {
        guard path.last == "1", let parent = path.parent,
            open.contains(where: { $0.path == parent && $0.isInText })
        else { return path }
        return parent
    }

    /// The places of one text are numbered as long as they are open, so they are settled from the
    /// last one on: nobody decides another one than they read about.
    private func refuseRenumbering(
        after decided: [MergeConflict], in open: [MergeConflict]
    ) throws {
        guard decided.count == 1, let path = decided.first?.path, let number = Int(path.last),
            let last = open.last(where: {
                $0.path.parent == path.parent && Int($0.path.last) ?? 0 > number
            })
        else { return }
        throw Problem(
            "later-place-first", .unable,
            "the places of one text are settled from its end, so that their numbers stay",
            next: "entente resolve \(last.path) first")
    }
}
