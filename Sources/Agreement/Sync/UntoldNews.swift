internal import Foundation
internal import Git

extension Workspace {
    /// What came when an earlier `sync` was interrupted before it could tell.
    ///
    /// - Throws: `GitError`.
    func untoldNews() throws -> SyncReport {
        guard let blob = try repository.reference(References.untold) else { return SyncReport() }
        // What another version of the program kept is no reason not to go on.
        let news = try? JSONDecoder().decode(
            SyncReport.self, from: Data(try repository.blob(blob)))
        return news ?? SyncReport()
    }

    /// Keeps what is about to be done until somebody was told.
    ///
    /// - Throws: `GitError`.
    func keepUntold(_ news: SyncReport) throws {
        guard !news.isEmpty else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let blob = try repository.write(blob: Array(try encoder.encode(news)))
        try repository.withWorkspaceLock { _ in
            let known = try repository.reference(References.untold)
            guard known != blob else { return }
            try repository.setReference(
                References.untold, to: blob, expecting: known, reason: "sync", by: housekeeper)
        }
    }

    /// Forgets what came, as somebody was told: call it once the report of
    /// ``sync(with:reached:settings:remaker:isDryRun:)`` is out.
    ///
    /// - Throws: `GitError`.
    public func forgetNews() throws {
        guard try repository.reference(References.untold) != nil else { return }
        try repository.withWorkspaceLock { _ in
            guard let known = try repository.reference(References.untold) else { return }
            try repository.deleteReference(References.untold, expecting: known)
        }
    }
}
