import Foundation
import Testing

@testable import Git

/// The process's environment, set once and before anything reads it: no configuration of the
/// machine's, and a repository with a quarantine for ``Repository/openFromEnvironment()``.
enum Hermetic {
    static let home: URL = {
        let home = FileManager.default.temporaryDirectory
            .appending(path: "git-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
        // swift-format-ignore: NeverUseForceTry
        try! FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
        setenv("HOME", home.path, 1)
        setenv("GIT_CONFIG_NOSYSTEM", "1", 1)
        setenv("GIT_CONFIG_GLOBAL", "/dev/null", 1)
        unsetenv("XDG_CONFIG_HOME")
        setenv("GIT_DIR", home.path + "/quarantine.git", 1)
        setenv("GIT_OBJECT_DIRECTORY", home.path + "/incoming", 1)
        setenv(
            "GIT_ALTERNATE_OBJECT_DIRECTORIES", home.path + "/quarantine.git/objects", 1)
        atexit { try? FileManager.default.removeItem(at: Hermetic.home) }
        return home
    }()
}

/// A repository in a directory of its own.
final class Sandbox {
    let path: String
    let work: String

    init(bare: Bool = false, initialise: Bool = true) throws {
        path = Hermetic.home.path + "/" + UUID().uuidString
        work = path + "/work"
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        if initialise {
            try git(["init", "-q", "-b", "main"] + (bare ? ["--bare"] : []))
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func open() throws -> Repository {
        try Repository.open(at: work)
    }

    @discardableResult
    func git(
        _ arguments: [String], input: [UInt8] = [], in directory: String? = nil,
        environment extra: [String: String] = [:], fails: Bool = false
    ) throws -> String {
        String(
            decoding: try gitBytes(
                arguments, input: input, in: directory, environment: extra, fails: fails),
            as: UTF8.self
        ).trimmingCharacters(in: .newlines)
    }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        try git(arguments)
    }

    func gitBytes(
        _ arguments: [String], input: [UInt8] = [], in directory: String? = nil,
        environment extra: [String: String] = [:], fails: Bool = false
    ) throws -> [UInt8] {
        try run(
            "/usr/bin/git", arguments, input: input, in: directory ?? work,
            environment: [
                "HOME": Hermetic.home.path, "GIT_CONFIG_NOSYSTEM": "1",
                "GIT_CONFIG_GLOBAL": "/dev/null", "PATH": "/usr/bin:/bin",
                "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
                "GIT_AUTHOR_DATE": "1700000000 +0130", "GIT_COMMITTER_NAME": "Ada",
                "GIT_COMMITTER_EMAIL": "ada@example.org",
                "GIT_COMMITTER_DATE": "1700000000 +0130",
            ].merging(extra) { $1 }, fails: fails)
    }

    func id(_ arguments: String..., input: String = "") throws -> ObjectID {
        try #require(ObjectID(try git(arguments, input: Array(input.utf8))))
    }

    func write(_ name: String, _ text: String) throws {
        let url = URL(filePath: work + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ name: String) -> String? {
        FileManager.default.contents(atPath: work + "/" + name).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    func exists(_ name: String) -> Bool {
        var status = stat()
        return lstat(work + "/" + name, &status) == 0
    }

    /// Commits everything in the working tree.
    @discardableResult
    func commit(_ message: String = "Change") throws -> ObjectID {
        try git("add", "-A")
        try git("commit", "-q", "--allow-empty", "-m", message)
        return try id("rev-parse", "HEAD")
    }

    func fsck() throws {
        try git("fsck", "--strict", "--no-dangling")
    }
}

struct CommandFailure: Error {
    var arguments: [String]
    var output: String
}

@discardableResult
func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], in directory: String,
    environment: [String: String], fails: Bool = false
) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: directory)
    process.environment = environment
    let (standardInput, output) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input))
    try standardInput.fileHandleForWriting.close()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    if (process.terminationStatus != 0) != fails {
        throw CommandFailure(
            arguments: arguments, output: String(decoding: bytes, as: UTF8.self))
    }
    return bytes
}

/// Expects a ``GitError`` of that code, and returns it.
@discardableResult
func expect(
    _ code: GitError.Code, _ body: () throws -> Void,
    location: SourceLocation = #_sourceLocation
) throws -> GitError {
    do {
        try body()
    } catch let error as GitError {
        #expect(error.code == code, "\(error)", sourceLocation: location)
        return error
    }
    Issue.record("nothing was thrown", sourceLocation: location)
    throw CommandFailure(arguments: [], output: "")
}

let ada = Identity(
    name: "Ada Example", email: "ada@example.org", seconds: 1_700_000_000, offsetMinutes: 90)

func bytes(_ text: String) -> [UInt8] {
    Array(text.utf8)
}
