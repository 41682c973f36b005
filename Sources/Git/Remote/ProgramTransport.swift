internal import CGit2

/// Git's own protocol, as libgit2 speaks it, through a program: `git-upload-pack` and
/// `git-receive-pack` on this machine, or on another one through `ssh`.
///
/// libgit2's own way to a folder runs none of the hooks that guard it, and its own SSH reads none
/// of what people have told theirs.
final class ProgramTransport {
    private let command: (_ service: String) -> [String]
    private let variables: [String: String]
    private let isApart: Bool
    private var beginning: Background<Result<Program, any Error>>?
    private var stream: UnsafeMutablePointer<git_smart_subtransport_stream>?
    /// What could not be done, in better words than a number.
    private(set) var failure: GitError?

    /// A transport through the program that `command` names for one of Git's services, which runs
    /// apart where it needs no terminal.
    init(
        variables: [String: String], isApart: Bool,
        command: @escaping (_ service: String) -> [String]
    ) {
        self.command = command
        self.variables = variables
        self.isApart = isApart
    }

    /// The transport as libgit2 wants it; this object has to outlive it.
    func make(
        _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_transport>?>?,
        for remote: OpaquePointer?
    )
        -> Int32
    {
        var definition = git_smart_subtransport_definition()
        definition.callback = { out, _, owner in
            let made = UnsafeMutablePointer<entente_program_transport>.allocate(capacity: 1)
            made.initialize(to: entente_program_transport())
            made.pointee.owner = owner
            made.pointee.parent.action = ProgramTransport.open
            made.pointee.parent.close = { _ in 0 }
            made.pointee.parent.free = { subtransport in
                UnsafeMutableRawPointer(subtransport)?
                    .assumingMemoryBound(to: entente_program_transport.self).deallocate()
            }
            out?.pointee = UnsafeMutableRawPointer(made)
                .assumingMemoryBound(to: git_smart_subtransport.self)
            return 0
        }
        definition.param = Unmanaged.passUnretained(self).toOpaque()
        return git_transport_smart(out, remote, &definition)
    }

    /// Starts the program, which gets ready to say what is there, and goes on.
    ///
    /// On a thread of its own: one that waits for a program to start is woken where that runs, and
    /// keeps it from running.
    func begin(_ direction: Remote.Direction) {
        let words = command(direction == .fetch ? "git-upload-pack" : "git-receive-pack")
        beginning = Background { [variables, isApart] in
            Result { try Program(words, variables: variables, isApart: isApart) }
        }
    }

    /// The program, as soon as it runs; nil where none was begun.
    ///
    /// - Throws: ``GitError`` for one that doesn't start.
    func program() throws -> Program? { try beginning?.wait().get() }

    /// Turns to the program when libgit2 first asks what is there, and goes on with it after that.
    private static let open:
        @convention(c) (
            UnsafeMutablePointer<UnsafeMutablePointer<git_smart_subtransport_stream>?>?,
            UnsafeMutablePointer<git_smart_subtransport>?, UnsafePointer<CChar>?,
            git_smart_service_t
        ) -> Int32 = { out, subtransport, _, service in
            guard let subtransport, let owner = owner(ofTransport: subtransport) else { return -1 }
            let isFetch =
                service == GIT_SERVICE_UPLOADPACK_LS || service == GIT_SERVICE_UPLOADPACK
            let isFirst =
                service == GIT_SERVICE_UPLOADPACK_LS || service == GIT_SERVICE_RECEIVEPACK_LS
            return owner.attempt {
                guard isFirst else {
                    // It is one conversation.
                    out?.pointee = owner.stream
                    return
                }
                if owner.beginning == nil { owner.begin(isFetch ? .fetch : .push) }
                let made = UnsafeMutablePointer<entente_program_stream>.allocate(capacity: 1)
                made.initialize(to: entente_program_stream())
                made.pointee.owner = Unmanaged.passUnretained(owner).toOpaque()
                made.pointee.parent.subtransport = subtransport
                made.pointee.parent.read = ProgramTransport.read
                made.pointee.parent.write = ProgramTransport.write
                made.pointee.parent.free = { stream in
                    UnsafeMutableRawPointer(stream)?
                        .assumingMemoryBound(to: entente_program_stream.self).deallocate()
                }
                owner.stream = UnsafeMutableRawPointer(made)
                    .assumingMemoryBound(to: git_smart_subtransport_stream.self)
                out?.pointee = owner.stream
            }
        }

    private static let read:
        @convention(c) (
            UnsafeMutablePointer<git_smart_subtransport_stream>?, UnsafeMutablePointer<CChar>?, Int,
            UnsafeMutablePointer<Int>?
        ) -> Int32 = { stream, buffer, size, count in
            guard let stream, let owner = owner(ofStream: stream) else { return -1 }
            return owner.attempt {
                count?.pointee =
                    try owner.program()?.read(
                        into: UnsafeMutableRawBufferPointer(start: buffer, count: size)) ?? 0
            }
        }

    private static let write:
        @convention(c) (
            UnsafeMutablePointer<git_smart_subtransport_stream>?, UnsafePointer<CChar>?, Int
        ) -> Int32 = { stream, buffer, size in
            guard let stream, let owner = owner(ofStream: stream) else { return -1 }
            return owner.attempt {
                try owner.program()?.write(UnsafeRawBufferPointer(start: buffer, count: size))
            }
        }

    private static func owner(
        ofTransport pointer: UnsafeMutablePointer<git_smart_subtransport>
    ) -> ProgramTransport? {
        object(
            UnsafeMutableRawPointer(pointer)
                .assumingMemoryBound(to: entente_program_transport.self).pointee.owner)
    }

    private static func owner(
        ofStream pointer: UnsafeMutablePointer<git_smart_subtransport_stream>
    ) -> ProgramTransport? {
        object(
            UnsafeMutableRawPointer(pointer)
                .assumingMemoryBound(to: entente_program_stream.self).pointee.owner)
    }

    private static func object(_ pointer: UnsafeMutableRawPointer?) -> ProgramTransport? {
        pointer.map { Unmanaged<ProgramTransport>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Runs `body`, and gives libgit2 a number for what it throws.
    private func attempt(_ body: () throws -> Void) -> Int32 {
        do {
            try body()
            return 0
        } catch let error as GitError {
            failure = error
        } catch {
            failure = GitError(operation: "talk to Git", code: .generic, message: "\(error)")
        }
        return -1
    }
}
