internal import Foundation
internal import Glibc

/// What became of a program.
public struct Outcome: Sendable {
    /// The exit code; 128 and the signal where a signal ended it.
    public let code: Int32
    /// What it wrote to standard output, and to standard error where both were joined.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
}

/// A program that could not be started, or did not end in time.
public struct RunFailure: Error, CustomStringConvertible {
    /// What happened.
    public let description: String

    /// Makes one.
    public init(_ description: String) { self.description = description }
}

/// A program that runs, without a terminal and in a session of its own.
///
/// It starts with exactly the environment that it is given, reads nothing, and writes into files,
/// so that nothing of the tests' own process reaches it.
public final class Running {
    /// The process id, which is also that of its group.
    public let processID: Int32

    private let outputPath: String
    private let errorPath: String?
    private var status: Int32?

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - arguments: The program, found in the environment's `PATH`, and its arguments.
    ///   - directory: Where it runs.
    ///   - environment: Its variables.
    ///   - scratch: A folder for what it writes.
    ///   - joined: Whether output and errors go to one place, as on a terminal.
    /// - Throws: ``RunFailure``.
    public init(
        _ arguments: [String], in directory: String, environment: [String: String],
        scratch: String, joined: Bool
    ) throws {
        let capture = scratch + "/" + UUID().uuidString
        outputPath = capture + ".out"
        errorPath = joined ? nil : capture + ".err"
        // Each of these becomes the next one, so the process id stays the program's.
        let program = "/usr/bin/setsid"
        let named = try Self.find(arguments[0], path: environment["PATH"] ?? "")
        let all = [program, "/usr/bin/env", "-C", directory, named] + arguments.dropFirst()

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let flags = O_WRONLY | O_CREAT | O_APPEND
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputPath, flags, 0o600)
        if let errorPath {
            posix_spawn_file_actions_addopen(&actions, 2, errorPath, flags, 0o600)
        } else {
            posix_spawn_file_actions_adddup2(&actions, 1, 2)
        }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let words = all.map { strdup($0) } + [nil]
        let variables =
            environment.sorted { $0.key < $1.key }
            .map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, program, &actions, &attributes, words, variables)
        guard failure == 0 else {
            throw RunFailure(
                "\(program) did not start: \(String(cString: strerror(failure)))")
        }
        processID = process
    }

    /// Kills the program and all that it started, as a loss of power would, and waits until it is
    /// gone: a dead child that nobody asks for keeps Swift Testing from seeing its own ones end.
    public func kill() {
        guard status == nil else { return }
        _ = Glibc.kill(-processID, SIGKILL)
        _ = Glibc.kill(processID, SIGKILL)
        while !poll() { usleep(1_000) }
    }

    /// Whether it has ended.
    public var hasEnded: Bool { poll() }

    /// Waits for the end, at most two minutes.
    ///
    /// - Throws: ``RunFailure`` where it takes longer; it is killed then.
    public func wait() throws -> Outcome {
        var waited: UInt32 = 0
        while !poll() {
            guard waited < 120_000_000 else {
                kill()
                throw RunFailure("process \(processID) did not end")
            }
            let pause: UInt32 = waited < 20_000 ? 500 : 2_000
            usleep(pause)
            waited += pause
        }
        let status = status ?? 0
        let signal = status & 0x7f
        let outcome = Outcome(
            code: signal == 0 ? (status >> 8) & 0xff : 128 + signal,
            output: Self.take(outputPath), errors: errorPath.map(Self.take) ?? "")
        return outcome
    }

    private func poll() -> Bool {
        guard status == nil else { return true }
        var found: Int32 = 0
        guard waitpid(processID, &found, WNOHANG) == processID else { return false }
        status = found
        return true
    }

    private static func take(_ path: String) -> String {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        unlink(path)
        return String(decoding: data, as: UTF8.self)
    }

    private static func find(_ program: String, path: String) throws -> String {
        if program.contains("/") { return program }
        for folder in path.split(separator: ":") {
            let candidate = "\(folder)/\(program)"
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
        }
        throw RunFailure("there is no \(program) in \(path)")
    }
}
