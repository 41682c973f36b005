internal import Agreement
internal import Git

extension Session {
    /// Says how what was done reaches the others: through a place that they share, or by mail where
    /// none is known.
    func sayHowToSend(from workspace: Workspace) throws {
        let isShared = try !workspace.repository.remoteNames().isEmpty
        console.note(
            isShared
                ? "To send it to the others: entente sync"
                : "To mail it to the others: entente bundle FILE")
    }
}
