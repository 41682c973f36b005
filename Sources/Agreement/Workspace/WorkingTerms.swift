internal import Git
public import Terms

extension Workspace {
    /// The names of frameworks that have terms among the working files, but those that are known.
    ///
    /// - Throws: ``Problem`` where the workspace is bare.
    public func workingFrameworks(besides known: Set<String> = []) throws -> [String] {
        guard !repository.isBare else { return [] }
        return try repository.workingDirectories(in: LayoutRule.folder).filter { name in
            try !known.contains(name)
                && repository.workingDirectories(in: "\(LayoutRule.folder)/\(name)")
                    .contains(LayoutRule.terms)
                && repository.holdsWorkingFiles(under: TermsStore.path(of: name))
        }
    }

    /// The terms on disk, or nil where a framework has none there.
    ///
    /// - Throws: `GitError`, also where the workspace is bare.
    public func workingTerms(of framework: String) throws -> TermsFiles? {
        let folder = TermsStore.path(of: framework)
        let files = try repository.workingFiles(under: folder, readingUpTo: Limits.fileSize)
        guard !files.isEmpty else { return nil }
        return TermsFiles(
            files.map { file in
                let kind: TermsEntry.Kind =
                    switch file.kind {
                    case .file(executable: false): .file
                    case .file(executable: true): .executable
                    case .symlink: .symlink
                    case .other: .other
                    }
                return TermsEntry(
                    path: String(file.path.dropFirst(folder.utf8.count + 1)), kind: kind,
                    size: file.size, bytes: file.bytes ?? [])
            })
    }

    /// Writes terms into the object database, and returns their tree. Nothing refers to it yet.
    ///
    /// - Throws: ``Problem`` where the files break the rules for files; `GitError`.
    func write(_ files: TermsFiles, of framework: String) throws -> ObjectID {
        if let finding = files.findings.first(where: { $0.severity == .error }) {
            throw Problem(finding, in: framework)
        }
        return try writeTree(files)
    }

    /// Writes files as they are, also such as nobody could sign, on all cores.
    func writeTree(_ files: TermsFiles) throws -> ObjectID {
        let objects = repository.objects
        // The largest first, so that no core is left with one of them at the end.
        let sorted = files.files.sorted { $0.bytes.count > $1.bytes.count }
        let blobs = sorted.mapOnAllCores { file in
            Result { try objects.write(blob: file.bytes) }
        }
        let written = try zip(sorted, blobs).map { (file: $0, id: try $1.get()) }
        store.keep(contents: written.map { ($0.id, $0.file.bytes) })
        return try repository.writeTree(of: written.map { ($0.file.path, .file, $0.id) })
    }

    func headCommit() throws -> ObjectID? {
        switch try repository.head() {
        case .branch(let name): try repository.reference(name)
        case .detached(let commit): commit
        }
    }

    /// Whether the working files belong to `main`, so that they follow it.
    var followsMain: Bool {
        get throws {
            try !repository.isBare && repository.head() == .branch(References.main)
        }
    }

    /// The commit whose terms the working files were last taken from or put into, where known.
    func basis(of framework: String) throws -> ObjectID? {
        try repository.reference(References.basis(framework))
    }

    /// Remembers which commit's terms the working files hold.
    func setBasis(of framework: String, to commit: ObjectID) throws {
        let known = try basis(of: framework)
        guard known != commit else { return }
        try repository.setReference(
            References.basis(framework), to: commit, expecting: known, reason: "working files",
            by: housekeeper)
    }

    /// Puts the terms of a proposal's commit into the working files, which hold nothing that would
    /// be lost. Git's own index goes on showing the text of its branch, so that nobody commits a
    /// proposal to `main` by accident. Call it under the workspace lock.
    func putIntoWorkingFiles(_ framework: String, of commit: ObjectID) throws {
        let folder = TermsStore.path(of: framework)
        let working = try workingTerms(of: framework).map { try write($0, of: framework) }
        let branch = try headCommit().flatMap { try store.termsTree(of: framework, in: $0) }
        _ = try repository.updateWorkingFiles(
            under: folder, from: working, to: try store.termsTree(of: framework, in: commit),
            index: branch)
        try setBasis(of: framework, to: commit)
    }

    /// Brings the working files of a framework to the terms in force, where they were taken from
    /// agreed terms that are no longer in force, hold the terms in force already, or are missing.
    /// Files that somebody changed stay as they are.
    ///
    /// This also makes up for an agreement that was interrupted before its working files were
    /// written. Call it under the workspace lock.
    ///
    /// - Returns: The files that were left alone.
    @discardableResult
    func refreshWorkingFiles(
        of framework: FrameworkHistory, history: History
    ) throws -> [String] {
        guard try followsMain, let tip = history.tip,
            try pendingUpdate(of: framework.name) == nil
        else { return [] }
        let folder = TermsStore.path(of: framework.name)
        let target = framework.inForce.tree
        let working = try workingTerms(of: framework.name)
        // They hold an open proposal or somebody's draft: only the index follows.
        func leaveWorkingFiles() throws -> [String] {
            _ = try repository.updateWorkingFiles(under: folder, from: target, to: target)
            return []
        }
        // Where some of a first version's files are there and nothing else, whoever wrote them was
        // interrupted.
        var baseline: ObjectID?
        if let working, working.digest != framework.inForce.digest {
            if let basis = try basis(of: framework.name) {
                guard try history.contains(basis) else { return try leaveWorkingFiles() }
                baseline = try store.termsTree(of: framework.name, in: basis)
            } else if try !working.isPart(of: framework.terms.files) {
                return try leaveWorkingFiles()
            }
        }
        let left = try repository.updateWorkingFiles(under: folder, from: baseline, to: target)
        // A file that both sides changed goes on being compared with what it was taken from.
        let known = Set(try baseline.map { try store.terms($0).changes(to: framework) } ?? [])
        if left.allSatisfy({ !known.contains(String($0.dropFirst(folder.utf8.count + 1))) }) {
            try setBasis(of: framework.name, to: tip)
        }
        return left
    }
}

extension TermsFiles {
    /// Whether all that is here is there as well, as it is here.
    fileprivate func isPart(of other: TermsFiles) -> Bool {
        files.allSatisfy { other[$0.path] == $0.bytes }
    }
}

extension StoredTerms {
    fileprivate func changes(to framework: FrameworkHistory) throws -> [String] {
        TermsFiles.changedPaths(from: files, to: try framework.terms.files)
    }
}
