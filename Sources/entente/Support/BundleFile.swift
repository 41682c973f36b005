internal import Agreement
internal import Foundation
internal import Git

/// A bundle in a file that somebody mailed.
enum BundleFile {
    /// Reads it.
    static func read(_ path: String) throws -> GitBundle {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw Problem(
                "unreadable-file", .unable, "the file can't be read", at: path, detail: "\(error)")
        }
        do {
            return try GitBundle(parsing: Array(bytes))
        } catch {
            throw Problem(
                "not-a-bundle", .unable, "this is not a bundle: \(error)", at: path,
                next: "Ask for a file that entente bundle has made")
        }
    }
}
