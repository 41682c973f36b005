internal import Agreement
internal import Foundation
internal import Subprocess
internal import SystemPackage

/// A program of somebody else's that turns a document into another format. It runs for a bounded
/// time, and sees and leaves nothing outside of a folder that is made for it.
struct HelperProgram {
    /// What it is called.
    let name: String
    private let searchPath: String

    /// The first of some programs that is installed; nil where none is.
    static func first(of names: [String], _ environment: WorkspaceEnvironment) -> HelperProgram? {
        let path = environment.variables["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        let folders = path.split(separator: ":")
        return names.first { name in
            folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
        }.map { HelperProgram(name: $0, searchPath: path) }
    }

    /// Runs it in a folder, which is its home as well.
    ///
    /// - Parameters:
    ///   - arguments: What it is told.
    ///   - folder: The folder.
    ///   - moment: What it takes for the time of the document, in seconds since 1970.
    /// - Throws: ``Problem`` where it fails, or takes more than three minutes.
    func run(_ arguments: [String], in folder: URL, moment: Int64) async throws {
        let environment: [Subprocess.Environment.Key: String] = [
            "PATH": searchPath, "HOME": folder.path, "TMPDIR": folder.path, "LC_ALL": "C.UTF-8",
            "TZ": "UTC", "SOURCE_DATE_EPOCH": String(moment),
        ]
        let program = name
        let complaint = try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                let result = try await Subprocess.run(
                    .name(program), arguments: Arguments(arguments),
                    environment: .custom(environment),
                    workingDirectory: FilePath(folder.path),
                    output: .discarded, error: .string(limit: 1 << 20))
                return result.terminationStatus.isSuccess ? nil : result.standardError
            }
            group.addTask {
                try await Task.sleep(for: .seconds(180))
                return "it took more than three minutes"
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
        if let complaint { throw failure(complaint) }
    }

    /// That it failed, for a reason that it named.
    func failure(_ reason: String) -> Problem {
        let last = reason.split(separator: "\n").last.map(String.init) ?? "it gives no reason"
        return Problem(
            "helper-failed", .unable, "\(name) could not make the document",
            next: "Try --format html, and print that from a browser", detail: last)
    }
}
