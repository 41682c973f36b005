internal import Git

/// A command of Git's that was begun in the working files and waits for people, such as a merge in
/// which both sides changed one term.
public struct UnfinishedGit: Sendable {
    /// What the command is called: `merge`, `rebase`.
    public let command: String

    /// How to go on, and how to give it up.
    public var next: String {
        "entente resolve settles what is open; then git add frameworks, and git "
            + (command == "merge" ? "commit" : "\(command) --continue")
            + ". git \(command) --abort gives it up"
    }
}

extension Workspace {
    /// What Git has not ended here; nil where that is nothing.
    public var unfinishedGit: UnfinishedGit? {
        repository.isBare ? nil : repository.unfinishedCommand.map(UnfinishedGit.init)
    }

    /// Refuses to take the working files or `main` from under a command of Git's: what is committed
    /// then would undo what others agreed.
    ///
    /// - Throws: ``Problem``.
    func refuseUnfinishedGit() throws {
        guard let unfinishedGit else { return }
        throw Problem(
            "git-under-way", .no,
            "a git \(unfinishedGit.command) that you began here is not finished",
            next: unfinishedGit.next)
    }
}
