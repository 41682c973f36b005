import Glibc

/// A program that runs beside this one, and that this one talks to through a socket.
///
/// What it says on standard error is kept in a file without a name. It ends with its owner. One thread
/// at a time may use it; another one may have started it.
final class Program: @unchecked Sendable {
    private let socket: Descriptor
    private let errors: Descriptor
    private let name: String
    private var process: pid_t
    private var status: Int32?

    /// Starts a program, found in the `PATH` of its variables, which are all that it gets.
    ///
    /// - Parameters:
    ///   - arguments: Its name, and what it is told.
    ///   - variables: Its variables.
    ///   - isApart: Whether what ends this program and all that belongs to it leaves that one alone:
    ///     it sees that nothing more comes, and ends by itself. It can't ask anybody on the terminal.
    /// - Throws: ``GitError``.
    init(_ arguments: [String], variables: [String: String], isApart: Bool = false) throws {
        name = arguments.first ?? ""
        let operation = "run \(name)"
        var ends: [Int32] = [-1, -1]
        guard
            socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
        else { throw GitError(errno: errno, operation: operation) }
        socket = try Descriptor(ends[0], operation)
        let other = try Descriptor(ends[1], operation)
        errors = try Self.namelessFile(in: variables["TMPDIR"] ?? "/tmp", operation)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, other.number, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, other.number, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.number, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads of Dispatch block signals, and a program would inherit that it can't be ended.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        var flags = POSIX_SPAWN_SETSIGMASK
        if isApart {
            // A process group of its own.
            flags |= POSIX_SPAWN_SETPGROUP
            posix_spawnattr_setpgroup(&attributes, 0)
        }
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let words = arguments.map { strdup($0) } + [nil]
        let settings =
            variables.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var made: pid_t = 0
        let failure = posix_spawnp(&made, name, &actions, &attributes, words, settings)
        guard failure == 0 else { throw GitError(errno: failure, operation: operation) }
        process = made
    }

    deinit {
        guard status == nil else { return }
        kill(process, SIGTERM)
        _ = wait()
    }

    /// Hangs up, so that it waits neither to hear nor to be heard, and waits for its end: it gets
    /// `patience` to end by itself.
    func hangUp(patience: Duration = .seconds(3)) {
        shutdown(socket.number, Int32(SHUT_RDWR))
        let deadline = ContinuousClock.now + patience
        while status == nil {
            var found: Int32 = 0
            if waitpid(process, &found, WNOHANG) == process { return status = Self.code(of: found) }
            guard ContinuousClock.now < deadline else { break }
            usleep(5_000)
        }
        if status == nil { kill(process, SIGTERM) }
        _ = wait()
    }

    /// What it says next, at most as much as there is room for; 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = recv(socket.number, room.baseAddress, room.count, 0)
            if count >= 0 { return count }
            if errno == ECONNRESET { return 0 }
            guard errno == EINTR else {
                throw GitError(errno: errno, operation: "read from \(name)")
            }
        }
    }

    /// Tells it all of this. To one that no longer listens nothing is told: why, it may have said.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = send(socket.number, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
            if count < 0, errno == EPIPE || errno == ECONNRESET { return }
            if count < 0, errno != EINTR {
                throw GitError(errno: errno, operation: "write to \(name)")
            }
            rest = rest.dropFirst(max(count, 0))
        }
    }

    /// Lets it know that nothing more comes.
    func finishWriting() { shutdown(socket.number, Int32(SHUT_WR)) }

    /// Waits for its end; its exit code, or 128 and the signal that ended it.
    func wait() -> Int32 {
        if let status { return status }
        var found: Int32 = 0
        while waitpid(process, &found, 0) < 0, errno == EINTR {}
        let code = Self.code(of: found)
        status = code
        return code
    }

    /// The exit code in what `waitpid` found, or 128 and the signal.
    private static func code(of found: Int32) -> Int32 {
        found & 0x7f == 0 ? (found >> 8) & 0xff : 128 + (found & 0x7f)
    }

    /// What it said on standard error so far.
    func complaints() throws -> String {
        String(decoding: try errors.readAll("read what \(name) says"), as: UTF8.self)
    }

    private static func namelessFile(in folder: String, _ operation: String) throws -> Descriptor {
        var path = Array("\(folder)/entente-XXXXXX".utf8CString)
        let file = try Descriptor(mkstemp(&path), operation)
        unlink(path)
        guard fcntl(file.number, F_SETFD, FD_CLOEXEC) == 0 else {
            throw GitError(errno: errno, operation: operation)
        }
        return file
    }

    /// Runs a program to its end, with all of its input given at once, which has to be short.
    ///
    /// - Throws: ``GitError`` where it can't be started.
    static func run(
        _ arguments: [String], input: String = "", variables: [String: String]
    ) throws -> (code: Int32, output: String, errors: String) {
        let program = try Program(arguments, variables: variables)
        try Array(input.utf8).withUnsafeBytes { try program.write($0) }
        program.finishWriting()
        var output: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = try room.withUnsafeMutableBytes { try program.read(into: $0) }
            guard count > 0 else { break }
            output += room[..<count]
        }
        let code = program.wait()
        return (code, String(decoding: output, as: UTF8.self), try program.complaints())
    }
}
