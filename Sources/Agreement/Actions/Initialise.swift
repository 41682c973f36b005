internal import Git

extension Workspace {
    /// What `init` did.
    public struct Initialised: Sendable {
        /// The directory of the workspace.
        public let directory: String
        /// Whether it is a new repository.
        public let isNewRepository: Bool
        /// Whether `main` was made.
        public let isNewHistory: Bool
        /// Whether the file that says how Git treats terms was missing from the working files.
        public let isMended: Bool
        /// Whether `main` was checked out, because nothing was.
        public let isCheckedOut: Bool
    }

    /// Makes a workspace in a directory, or makes an existing repository one.
    ///
    /// A new history starts with one commit that says how Git should treat the files; an existing
    /// one is left as it is. Where nothing is checked out, as in a copy of a place whose `HEAD` names
    /// a branch that isn't there, `main` is. With `searching`, a workspace in a directory above counts
    /// as well.
    ///
    /// - Throws: ``Problem``; `GitError`.
    public static func initialise(
        at path: String, searching: Bool, environment: WorkspaceEnvironment
    ) throws -> Initialised {
        var isNew = false
        let repository: Repository
        do {
            repository = try Repository.open(at: path, searching: searching)
        } catch let error as GitError where error.code == .notFound {
            isNew = true
            for role in ["AUTHOR", "COMMITTER"] { _ = try environment.identity(role, in: nil) }
            repository = try Repository.create(at: path)
        } catch let error as GitError {
            throw Problem(opening: path, error)
        }
        let directory = repository.workingDirectory ?? repository.gitDirectory
        let isCheckedOut = try checkOutMain(of: repository, environment: environment)
        if let main = try repository.reference(References.main) {
            let isMended = try repository.withWorkspaceLock { _ in
                try writeAttributes(of: main, in: repository)
            }
            return Initialised(
                directory: directory, isNewRepository: isNew, isNewHistory: false,
                isMended: isMended, isCheckedOut: isCheckedOut)
        }
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        try repository.withWorkspaceLock { _ in
            if case .branch(let name) = try repository.head(),
                let existing = try repository.reference(name)
            {
                try repository.setReference(
                    References.main, to: existing, expecting: nil, reason: "entente init",
                    by: committer)
                try repository.setHead(to: References.main)
                return
            }
            let attributes = Array(
                """
                # Signatures cover bytes: Git must not change the ends of lines.
                frameworks/** -text

                """.utf8)
            let blob = try repository.write(blob: attributes)
            let tree = try repository.tree(
                nil, replacing: ".gitattributes", with: (.file, blob))
            let draft = CommitDraft(
                tree: tree, parents: [], author: author, committer: committer,
                message: "Begin the workspace\n")
            let root = try repository.write(commit: try draft.bytes())
            try repository.setReference(
                References.main, to: root, expecting: nil, reason: "entente init", by: committer)
            _ = try writeAttributes(of: root, in: repository)
        }
        return Initialised(
            directory: directory, isNewRepository: isNew, isNewHistory: true, isMended: false,
            isCheckedOut: false)
    }

    /// Checks out `main`, or the one of the place that this is a copy of, where `HEAD` names a branch
    /// that isn't there; returns whether it did. Files that somebody put there stay as they are.
    private static func checkOutMain(
        of repository: Repository, environment: WorkspaceEnvironment
    ) throws -> Bool {
        guard !repository.isBare, case .branch(let name) = try repository.head(),
            try repository.reference(name) == nil
        else { return false }
        let own = try repository.reference(References.main)
        guard let main = try own ?? mainElsewhere(of: repository),
            try repository.stagesNothing(but: repository.commit(main).tree)
        else { return false }
        let committer = try environment.identity("COMMITTER", in: repository)
        try repository.withWorkspaceLock { _ in
            // Last of all `HEAD`, so that whatever is interrupted is done again.
            _ = try repository.updateWorkingFiles(
                under: "", from: nil, to: try repository.commit(main).tree)
            if own == nil {
                try repository.setReference(
                    References.main, to: main, expecting: nil, reason: "entente init",
                    by: committer)
            }
            if name != References.main { try repository.setHead(to: References.main) }
        }
        return true
    }

    /// What `main` is at the place that this is a copy of: `origin`, or what all others have.
    private static func mainElsewhere(of repository: Repository) throws -> ObjectID? {
        let tracked = try repository.remoteNames().compactMap { name in
            let main = "refs/remotes/\(name)/main"
            return try repository.reference(main).map { Reference(name: main, target: $0) }
        }
        let origin = tracked.first { $0.name == "refs/remotes/origin/main" }
        guard origin == nil, Set(tracked.map(\.target)).count > 1 else {
            return (origin ?? tracked.first)?.target
        }
        let names = tracked.map { String($0.name.dropFirst("refs/remotes/".count)) }
        throw Problem(
            "which-remote", .unable,
            "nothing is checked out here, and these differ: \(names.joined(separator: ", "))",
            next:
                "Check out the one that your partners share, then entente init: git switch -c main "
                + names[0])
    }

    /// Puts `.gitattributes` among the working files where it is missing there, and returns whether
    /// it was.
    private static func writeAttributes(
        of main: ObjectID, in repository: Repository
    ) throws -> Bool {
        guard !repository.isBare, try repository.head() == .branch(References.main),
            let entry = try repository.entry(
                in: try repository.commit(main).tree, at: ".gitattributes"),
            entry.mode == .file, try repository.workingFile(at: ".gitattributes") == nil
        else { return false }
        try repository.writeWorkingFile(
            at: ".gitattributes", bytes: try repository.blob(entry.id))
        try repository.stage(".gitattributes")
        return true
    }
}
