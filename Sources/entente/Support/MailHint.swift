internal import Agreement
internal import Git

extension Session {
    /// Says how what was done reaches the others, where no place is known that they share.
    func sayHowToMail(from workspace: Workspace) throws {
        guard try workspace.repository.remoteNames().isEmpty else { return }
        console.note("To mail it to the others: entente bundle FILE")
    }
}
