public import Git
public import Terms

/// A Git repository that holds frameworks, and everything that people do in it.
///
/// Reading never changes anything. What changes something makes all its objects first, and then
/// moves one reference with compare-and-swap; that step decides. What follows it (working files,
/// tags) can be lost to a crash and is made up for by the next command.
public final class Workspace {
    /// The repository.
    public let repository: Repository
    /// Reads terms.
    public let store: TermsStore
    /// What comes from outside.
    public let environment: WorkspaceEnvironment
    /// What was verified here before.
    let cache: VerifiedCache?
    /// What was worked out here before, for screens.
    let shown: ShownCache?
    private var replayed: History?
    /// The digests of working files that a command looked at, by framework; nil in it where there
    /// are none.
    var lookedAt: [String: Digest?] = [:]

    /// Opens the workspace that a directory lies in.
    ///
    /// - Throws: ``Problem`` where there is none, or one that can't be trusted with verification.
    public convenience init(at path: String, environment: WorkspaceEnvironment) throws {
        let repository: Repository
        do {
            repository = try Repository.open(at: path)
        } catch let error as GitError {
            throw Problem(opening: path, error)
        }
        try self.init(repository, environment: environment)
    }

    /// Opens the workspace that Git's environment names, as hooks have to: what is being pushed
    /// is in quarantine, and what is being committed may be in another index.
    ///
    /// - Throws: as ``init(at:environment:)`` does.
    public static func fromGit(environment: WorkspaceEnvironment) throws -> Workspace {
        let repository: Repository
        do {
            repository = try Repository.openFromEnvironment()
        } catch let error as GitError {
            throw Problem(opening: environment.variables["GIT_DIR"] ?? ".", error)
        }
        return try Workspace(repository, environment: environment)
    }

    private init(_ repository: Repository, environment: WorkspaceEnvironment) throws {
        self.repository = repository
        store = TermsStore(repository)
        self.environment = environment
        cache = VerifiedCache(of: repository, environment: environment)
        shown = ShownCache(
            CacheFile("shown", form: 3, of: repository, environment: environment))
        try refuseTampering()
    }

    /// The tip of `main`.
    ///
    /// - Throws: ``Problem`` where there is no `main`.
    public func main() throws -> ObjectID {
        guard let main = try repository.reference(References.main) else {
            throw Problem(
                "not-a-workspace", .unable, "this repository is not a workspace yet",
                at: repository.workingDirectory ?? repository.gitDirectory, next: "entente init",
                detail: "there is no branch main")
        }
        return main
    }

    /// The agreed history, verified, whatever it holds.
    ///
    /// What this machine verified before is not verified again. The cost is that of what is new.
    ///
    /// - Parameter full: Whether everything is verified from the root all the same.
    /// - Returns: The history up to the tip of `main`, or up to the first step that breaks a rule.
    /// - Throws: ``Problem`` with outcome ``Problem/Outcome/rolledBack`` where `main` no longer
    ///   holds what verified here before; `GitError` where objects are missing.
    public func history(full: Bool = false) throws -> History {
        // Read before `main`: somebody who agrees meanwhile moves `main` first, then this.
        let known = try repository.reference(References.verified)
        let main = try main()
        if let replayed, replayed.tip == main, !full { return replayed }
        let history = try History(replaying: main, cache: full ? nil : cache, store: store)
        if let known { try refuseRollback(from: known, to: history, main: main) }
        cache?.save(history)
        replayed = history
        return history
    }

    /// The agreed history, where all of it holds.
    ///
    /// - Throws: ``Problem`` where it does not.
    public func soundHistory() throws -> History {
        let history = try history()
        guard let breach = history.breach else { return history }
        throw try problem(with: breach)
    }

    /// What is wrong with a history that breaks a rule, and whose it is.
    ///
    /// - Throws: `GitError`.
    public func problem(with breach: History.Break) throws -> Problem {
        let isOnlyHere = try isOnlyHere(breach.commit)
        return Problem(
            "does-not-verify", .no,
            "\(try bearer(of: breach)) breaks a rule (\(breach.violations[0].rule.rawValue)): "
                + breach.violations[0].message,
            next: "entente verify" + (isOnlyHere ? " says how to take it back" : ""),
            detail: "commit \(breach.commit) by \(breach.committer)")
    }

    /// What breaks the rule, in words: what all share, or what nobody else was given.
    ///
    /// - Throws: `GitError`.
    public func bearer(of breach: History.Break) throws -> String {
        try isOnlyHere(breach.commit) ? "a change that only this copy has" : "the shared history"
    }

    /// Remembers that `main` verified up to this tip, never going back. Where somebody else
    /// remembers something at the same moment, theirs stands.
    ///
    /// - Throws: `GitError`.
    public func rememberVerified(_ tip: ObjectID) throws {
        let known = try repository.reference(References.verified)
        guard known != tip else { return }
        if let known, try repository.isAncestor(tip, of: known) { return }
        do {
            try repository.withWorkspaceLock { _ in
                try repository.setReference(
                    References.verified, to: tip, expecting: known, reason: "verified",
                    by: housekeeper)
                try repository.appendToLog(
                    of: References.verified, target: tip, reason: "verified", by: housekeeper)
            }
        } catch let error as GitError where error.code == .modified {
            return
        }
    }

    /// Who keeps what only this machine knows, where nobody has to answer for it.
    var housekeeper: Identity { .housekeeper(at: environment.now) }

    /// The digest that a framework's founding had when it was first seen here, or nil.
    ///
    /// - Throws: `GitError`.
    public func pinnedFounding(of framework: FrameworkHistory) throws -> Digest? {
        guard let commit = try repository.reference(References.pin(framework.name))
        else { return nil }
        if commit == framework.first.commit { return framework.founding }
        return try store.termsTree(of: framework.name, in: commit).map {
            try store.terms($0).digest
        }
    }

    /// The frameworks of a copy in which nothing was verified yet, such as one that Git has just made,
    /// with the fingerprints to compare; none in any other.
    ///
    /// - Throws: as ``history(full:)`` does.
    public func unseenFoundings() throws -> [(framework: String, founding: Digest)] {
        guard try repository.reference(References.verified) == nil else { return [] }
        return try history().frameworks.values.map { ($0.name, $0.founding) }
            .sorted { $0.0 < $1.0 }
    }

    /// Keeps the foundings of frameworks as those to expect from now on, where none is kept yet.
    ///
    /// - Throws: `GitError`.
    public func pinFoundings(of frameworks: some Sequence<FrameworkHistory>) throws {
        let pinned = Set(try repository.referenceNames(under: References.pins))
        for framework in frameworks where !pinned.contains(References.pin(framework.name)) {
            try repository.withWorkspaceLock { _ in
                try repository.setReference(
                    References.pin(framework.name), to: framework.first.commit, expecting: nil,
                    reason: "pinned", by: housekeeper)
            }
        }
    }

    /// Knows from now on what was verified up to what `main` is now.
    func know(_ history: History) { replayed = history }

    /// Refuses a `main` that leaves out what verified here before (trust.md, "No going back").
    private func refuseRollback(
        from known: ObjectID, to history: History, main: ObjectID
    ) throws {
        guard known != main else { return }
        if try history.follows(known) { return }
        let descends = try repository.isAncestor(known, of: main)
        // Where a rule is broken, that is what has to be said; but not of a `main` that went round
        // what verified here, or any breach on top of a rollback would hide it.
        if descends, try history.breach != nil && isStep(known, of: main) { return }
        let before = try History(replaying: known, store: store)
        if descends, try history.continues(before, store: store) { return }
        let lost = before.frameworks.values.sorted { $0.name < $1.name }
            .map { "version \($0.inForce.number) of \($0.name)" }.joined(separator: ", ")
        let logged = try repository.lastLogged(of: References.verified)
        let day =
            logged.flatMap { $0.target == known ? $0.who.seconds : nil }
            .map { " on \(CalendarDate(secondsSince1970: $0))" } ?? " before"
        // Whoever moved it, it lies in this copy; where others share it, it lies there as well.
        let isShared = try repository.isBare || publishedTips().contains(main)
        let isMovedBack = try repository.isAncestor(main, of: known)
        let back =
            isMovedBack
            ? "git merge --ff-only \(References.verified) on main brings it back"
            : "git branch kept main, and then on main git reset --keep \(References.verified), bring "
                + "it back"
        throw Problem(
            "rolled-back", .rolledBack,
            (isShared ? "the shared history" : "main in this copy") + " no longer contains "
                + (lost.isEmpty ? "what" : "\(lost), which") + " was verified here\(day)",
            next: !isShared
                ? "Where you moved or changed it yourself, \(back); else ask your partners which "
                    + "history they hold"
                : "Ask your partners which history they hold, and compare `entente verify`; "
                    + "nothing was changed here",
            detail: "main is \(main), verified before was \(known)")
    }

    /// Whether first parents lead from `main` to a commit.
    private func isStep(_ commit: ObjectID, of main: ObjectID) throws -> Bool {
        var next: ObjectID? = main
        while let id = next, id != commit { next = try repository.commit(id).parents.first }
        return next != nil
    }

    /// Refuses repositories in which objects may not be what they seem (trust.md, "Raw objects").
    private func refuseTampering() throws {
        if repository.isShallow {
            throw Problem(
                "shallow", .unable,
                "this copy holds only the end of the history, so nothing can "
                    + "be verified", next: "git fetch --unshallow")
        }
        if let replacement = try repository.references(under: "refs/replace/").first {
            throw Problem(
                "replaced-objects", .unable, "this repository replaces objects by others",
                next: "git replace -d \(replacement.name.split(separator: "/").last ?? "")",
                detail: replacement.name)
        }
        if try repository.hasGrafts {
            throw Problem(
                "grafts", .unable, "this repository has grafts, which rewrite its history",
                next: "Delete the file info/grafts in \(repository.gitDirectory)")
        }
    }
}

extension Problem {
    /// What opening a repository failed with, in words.
    init(opening path: String, _ error: GitError) {
        switch error.code {
        case .notFound:
            self.init(
                "not-a-workspace", .unable, "there is no workspace here", at: path,
                next: "entente init makes one; -C <dir> names one elsewhere")
        case .owner:
            self.init(
                "foreign-owner", .unable, "this workspace belongs to another user of the machine",
                at: path, next: error.message.range(after: "run: "), detail: error.description)
        case .unsupported:
            self.init(
                "unsupported-repository", .unable, error.message, at: path,
                next: error.message.contains("reftable")
                    ? "git refs migrate --ref-format=files"
                    : "Make another workspace with entente init, and copy the folder frameworks "
                        + "into it",
                detail: error.description)
        default:
            self.init("git", .unable, error.message, at: path, detail: error.description)
        }
    }

    /// Any other failure of Git, in words.
    public init(_ error: GitError) {
        switch error.code {
        case .locked:
            self.init(
                "busy", .unable, "another command is changing this workspace",
                next: "Try again in a moment", detail: error.description)
        case .bareRepository:
            self.init(
                "bare-repository", .unable, "this workspace has no working files (it is bare)",
                next: "Run it in a clone, or give --set path=value to propose or revise",
                detail: error.description)
        case _
        where error.isAbout("No space left on device", "Disk quota exceeded", "File too large"):
            self.init(
                "no-space", .unable, "there is no space left to \(error.operation)",
                next: "Make room, then do it again", detail: error.description)
        case _ where error.isAbout("Read-only file system"):
            self.init(
                "read-only", .unable,
                "this copy can't be written to: its file system is read-only",
                next:
                    "Do it in another copy, which git clone makes, or have this one's file system "
                    + "mounted for writing", detail: error.description)
        case _ where error.isAboutWriting && error.isAbout("Permission denied"):
            self.init(
                "not-permitted", .unable, "you may not write in this copy",
                next:
                    "Do it in a copy of your own, which git clone makes, or ask whoever owns this "
                    + "one to let you write in all of it", detail: error.description)
        case .invalid where error.operation == "read the bundle":
            self.init(
                "damaged-bundle", .unable, "the bundle is cut off or damaged",
                next: "Ask for it once more", detail: error.description)
        case .notFound where error.operation.hasPrefix("read"):
            self.init(
                "incomplete", .unable, "a part of the history is missing from this copy",
                next: "git fetch from a complete copy, then try again", detail: error.description)
        default:
            self.init("git", .unable, "\(error.operation): \(error.message)")
        }
    }
}

extension GitError {
    /// Whether it tells one of these reasons, as the operating system words them.
    fileprivate func isAbout(_ reasons: String...) -> Bool {
        reasons.contains { message.contains($0) }
    }

    /// Whether a file was to be made or changed.
    fileprivate var isAboutWriting: Bool {
        ["lock ", "write ", "create ", "remove ", "open "].contains(where: operation.hasPrefix)
            || ["lock", "write", "writing", "create"].contains { message.contains($0) }
    }
}

extension String {
    fileprivate func range(after marker: String) -> String? {
        var rest = Substring(self)
        while !rest.isEmpty {
            if rest.hasPrefix(marker) { return String(rest.dropFirst(marker.count)) }
            rest = rest.dropFirst()
        }
        return nil
    }
}
