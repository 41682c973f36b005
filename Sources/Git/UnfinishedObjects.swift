import Glibc

extension Repository {
    /// Removes what killed processes have left of objects that they were writing. libgit2 gives these
    /// names of its own, which Git does not clear up, and whoever writes one holds no lock; so they go
    /// by their age. Linear in the number of folders with objects.
    ///
    /// - Parameter moment: What was last written before it, in seconds since 1970, is nobody's any more.
    /// - Throws: ``GitError``.
    public func clearUnfinishedObjects(before moment: Int64) throws {
        let folder = gitDirectory + "/objects"
        let operation = "list \(folder)"
        let directory = try Descriptor(
            Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), operation)
        let names = try WorkingDirectory.names(in: directory, operation)
            .map { String(decoding: $0, as: UTF8.self) }
        for name in names where name.hasPrefix("tmp_object_git2_") {
            var status = stat()
            guard lstat("\(folder)/\(name)", &status) == 0, status.st_mtim.tv_sec < moment else {
                continue
            }
            unlink("\(folder)/\(name)")
        }
    }
}
