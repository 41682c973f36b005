/// Files that the terms name by their digest and that lie outside of them, such as logos: what
/// the workspace holds under these names.
public struct CompanionFiles: Sendable {
    /// The digests of the files that are there, by path from the top of the workspace.
    private let digests: [String: Digest]

    /// Takes what was found.
    public init(_ digests: [String: Digest]) { self.digests = digests }

    /// The digest of a file, or nil where there is none.
    subscript(path: String) -> Digest? { digests[path] }
}
