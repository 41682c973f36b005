/// Something on disk below the working directory.
public struct WorkingFile: Sendable, Hashable {
    /// What is there.
    public enum Kind: Sendable, Hashable {
        /// A regular file.
        case file(executable: Bool)
        /// A symbolic link, which is never followed.
        case symlink
        /// A pipe, a socket, a device, or a repository's own ".git".
        case other
    }

    /// The path from the working directory, with "/".
    public var path: String
    /// What is there.
    public var kind: Kind
    /// The number of bytes; of a symbolic link, those of what it names.
    public var size: Int
    /// The bytes of a file no larger than the limit; else nil.
    public var bytes: [UInt8]?
}
