import Glibc

/// Packs that come from elsewhere and are being written. libgit2 gives them names of its own, and a
/// process that is killed leaves them for ever; so whoever writes one holds a lock, and whoever gets
/// that lock alone knows that nobody does.
struct UnfinishedPacks {
    private let gitDirectory: String

    /// Those of a repository.
    init(of repository: Repository) { gitDirectory = repository.gitDirectory }

    /// Runs what writes a pack, while nobody clears up.
    func writing<Result>(_ body: () throws -> Result) throws -> Result {
        // Where there can be no lock there can be no pack, as `body` says better.
        guard let lock = try? lockFile(), flock(lock.number, LOCK_SH) == 0 else {
            return try body()
        }
        return try withExtendedLifetime(lock, body)
    }

    /// Removes those that killed processes have left, unless somebody is writing one.
    func clear() throws {
        let folder = gitDirectory + "/objects/pack"
        let number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if number < 0, errno == ENOENT { return }
        let operation = "list \(folder)"
        let directory = try Descriptor(number, operation)
        let names = try WorkingDirectory.names(in: directory, operation)
            .map { String(decoding: $0, as: UTF8.self) }
            .filter { $0.hasPrefix("pack_git2_") }
        guard !names.isEmpty else { return }
        let lock = try lockFile()
        guard flock(lock.number, LOCK_EX | LOCK_NB) == 0 else { return }
        for name in names { unlink("\(folder)/\(name)") }
        withExtendedLifetime(lock) {}
    }

    private func lockFile() throws -> Descriptor {
        let path = gitDirectory + "/entente-receiving"
        return try Descriptor(
            open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666), "open \(path)")
    }
}

extension Repository {
    /// Removes what killed processes have left of packs that came from elsewhere.
    ///
    /// - Throws: ``GitError``.
    public func clearUnfinishedPacks() throws { try UnfinishedPacks(of: self).clear() }
}
