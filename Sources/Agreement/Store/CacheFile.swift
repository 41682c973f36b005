internal import Foundation
internal import Git
internal import Glibc
internal import SQLite
internal import Terms

/// A file in the cache folder of the person who runs the program, for one repository.
///
/// It lies outside of the repository, so no copy of a repository brings one along, and where others
/// could write, it is not used. It counts for the very program that wrote it.
struct CacheFile {
    private let folder: String
    private let path: String
    /// Who may read the file, and for what: program and repository.
    let purpose: String

    /// The file; nil where the environment says of no folder to keep one in.
    ///
    /// - Parameters:
    ///   - name: What its name begins with.
    ///   - form: What is in it: another form is not read.
    ///   - repository: The repository.
    ///   - environment: What comes from outside.
    init?(
        _ name: String, form: Int, of repository: Repository, environment: WorkspaceEnvironment
    ) {
        func absolute(_ variable: String) -> String? {
            environment.variables[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        guard let program = environment.program,
            let base = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map({ $0 + "/.cache" })
        else { return nil }
        folder = base + "/entente"
        let place = Digest(of: Array(repository.gitDirectory.utf8)).digits.prefix(32)
        path = "\(folder)/\(name)-\(place).sqlite"
        purpose = "entente \(name) \(form)\n\(program)\n\(repository.gitDirectory)"
    }

    /// Opens the file; nil where there is none that can be relied on.
    ///
    /// - Throws: `SQLiteError`.
    func open() throws -> Database? {
        guard isPrivate(folder, folder: true), isPrivate(path, folder: false) else { return nil }
        return try Database(at: path, .existing)
    }

    /// Throws away what was kept.
    func discard() { unlink(path) }

    /// Makes a new file, which takes the place of the old one at once, so that whoever reads that
    /// is not disturbed.
    ///
    /// - Throws: `SQLiteError`, and what `fill` throws.
    func replace(tables: String, _ fill: (Database) throws -> Void) throws {
        guard makeFolder() else { return }
        clearUnfinished()
        let new = "\(path).\(getpid())"
        unlink(new)
        defer { unlink(new) }
        let database = try Database(at: new, .create)
        try database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + tables)
        try database.transaction { try fill(database) }
        guard chmod(new, 0o600) == 0, rename(new, path) == 0 else { return }
    }

    /// Removes the new files of processes that are gone, and that were killed before theirs took the
    /// place of the old one.
    private func clearUnfinished() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            let parts = name.split(separator: ".")
            guard parts.count == 3, parts[1] == "sqlite", let process = pid_t(parts[2]),
                process > 0, kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }

    /// Whether something is ours, and nobody else can write it.
    private func isPrivate(_ path: String, folder: Bool) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_uid == geteuid(),
            status.st_mode & 0o022 == 0
        else { return false }
        return status.st_mode & S_IFMT == (folder ? S_IFDIR : S_IFREG)
    }

    private func makeFolder() -> Bool {
        // The folder above belongs to all programs of this person, and may not be there yet.
        let above = String(folder.dropLast("/entente".count))
        for path in [above, folder] { mkdir(path, 0o700) }
        return isPrivate(folder, folder: true)
    }
}
