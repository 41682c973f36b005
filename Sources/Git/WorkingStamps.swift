/// What the file system says about the files of a working tree: as long as it says the same, nobody
/// has changed one, as Git takes it for its index.
public struct WorkingStamps: Sendable {
    let files: WorkingDirectory

    /// What it says about all that is on disk below a directory.
    ///
    /// - Returns: The bytes; nil where there is no such directory, or something was changed so lately
    ///   that nothing can be said.
    /// - Throws: ``GitError``.
    public func stamp(under path: String) throws -> [UInt8]? {
        try files.stamp(try PathRules.components(of: path, for: "list \(path)"))
    }
}
