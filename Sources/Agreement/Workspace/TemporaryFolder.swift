public import Foundation

extension WorkspaceEnvironment {
    /// Makes a folder that only this user can read, and removes it with all that is in it.
    ///
    /// - Throws: ``Problem`` where no folder can be made or filled, and what `body` throws.
    public func withTemporaryFolder<T>(
        _ body: (URL) async throws -> T
    ) async throws -> T {
        let parent = variables["TMPDIR"] ?? "/tmp"
        let folder = URL(fileURLWithPath: parent)
            .appendingPathComponent("entente-" + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw Problem(
                "no-temporary-folder", .unable, "no temporary folder could be made", at: parent,
                next: "Make room there, or set TMPDIR to another folder", detail: "\(error)")
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            return try await body(folder)
        } catch let error as CocoaError {
            throw Problem(
                "no-temporary-file", .unable, "a temporary file could not be written or read",
                at: folder.path, next: "Make room there, or set TMPDIR to another folder",
                detail: "\(error)")
        }
    }
}
