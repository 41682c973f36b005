internal import CGit2
internal import CLateCertificates
internal import Glibc

/// A connection to another copy of a repository, in one direction.
///
/// Not `Sendable`, as the repository isn't.
public final class Remote {
    /// Which way things go.
    public enum Direction: Sendable {
        /// From there to here.
        case fetch
        /// From here to there.
        case push
    }

    /// The address, as the configuration rewrites it.
    public let url: String
    /// What the address means.
    public let address: RemoteAddress

    let repository: Repository
    let settings: RemoteSettings
    private let handle: Handle
    private let transport: ProgramTransport?
    private let direction: Direction
    var credentials = CredentialRequest()
    /// What became of each reference that was sent, and what was said where it was refused.
    var answers: [String: String?] = [:]
    /// What each reference was to become.
    var sent: [String: ObjectID] = [:]
    /// What the other side said to people.
    var heard = ""

    /// Turns to another copy: where a program stands in between, it starts now, and is ready when
    /// ``references()`` asks.
    ///
    /// - Parameters:
    ///   - place: An address, or the name of a remote of the configuration.
    ///   - repository: The one here.
    ///   - direction: Which way things go.
    ///   - settings: What comes from outside.
    /// - Throws: ``GitError`` for an address that can't be one.
    public init(
        _ place: String, of repository: Repository, _ direction: Direction, settings: RemoteSettings
    ) throws {
        self.repository = repository
        self.settings = settings
        self.direction = direction
        let operation = "reach \(place)"
        let named =
            try RemoteName.isValid(place)
            ? Handle(
                ifFound: operation, freedBy: git_remote_free,
                { git_remote_lookup(&$0, repository.pointer, place) }) : nil
        let isNamed = named != nil
        if let named {
            handle = named
        } else {
            handle = try Handle(operation, freedBy: git_remote_free) {
                git_remote_create_anonymous(&$0, repository.pointer, place)
            }
        }
        let pushURL = direction == .push ? git_remote_pushurl(handle.pointer) : nil
        url = (pushURL ?? git_remote_url(handle.pointer)).map { String(cString: $0) } ?? place
        address = RemoteAddress(url).within(
            // As Git has it, a path in the configuration begins where the repository is.
            isNamed ? repository.workingDirectory ?? repository.gitDirectory : nil)
        transport = try ProgramTransport(
            to: address, settings: settings,
            sshCommand: { try repository.configuration("core.sshCommand") })
        transport?.begin(direction)
    }

    deinit { git_remote_disconnect(handle.pointer) }

    /// Connects, and lists the branches that are there, sorted by name.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/authentication`` where nobody is let in,
    ///   ``GitError/Code/certificate`` where the other machine isn't the one that is known; also for
    ///   a name that isn't UTF-8.
    public func references() throws -> [Reference] {
        if git_remote_connected(handle.pointer) == 0 { try connect() }
        var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
        var count = 0
        try attempt("list what is at \(url)") { git_remote_ls(&heads, &count, handle.pointer) }
        var result: [Reference] = []
        for index in 0..<count {
            guard let head = heads?[index]?.pointee, let text = head.name else { continue }
            guard let name = String(validatingCString: text) else {
                throw GitError(
                    operation: "list what is at \(url)", code: .invalidName,
                    message: "a name is not UTF-8")
            }
            result.append(Reference(name: name, target: ObjectID(head.oid)))
        }
        return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Brings these branches' objects here, those that are missing; no reference changes.
    ///
    /// - Throws: ``GitError``.
    public func download(_ names: [String]) throws {
        var options = git_fetch_options()
        try call("receive") {
            git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
        }
        options.callbacks = try callbacks()
        options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        options.proxy_opts.type = GIT_PROXY_AUTO
        try withStrings(names.map { "\($0):\($0)" }) { specs in
            var specs = specs
            try UnfinishedPacks(of: repository).writing {
                try attempt("receive from \(url)") {
                    git_remote_download(handle.pointer, &specs, &options)
                }
            }
        }
    }

    /// What was sent, and what was refused.
    public struct Sent: Sendable {
        /// What the references have become there; nil for those that are gone.
        public var taken: [String: ObjectID?] = [:]
        /// The references that the other side didn't take, with its reason.
        public var refused: [String: String] = [:]
    }

    /// Makes references there what they are here, and removes others. None goes back.
    ///
    /// The other side decides over each, or over all, and takes what it takes only if nobody
    /// changed it since this connection was made.
    ///
    /// - Throws: ``GitError``: ``GitError/Code/notForward`` where the other side holds what isn't
    ///   here.
    public func send(_ names: [String], removing removed: [String] = []) throws -> Sent {
        var options = git_push_options()
        try call("send") { git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION)) }
        options.callbacks = try callbacks()
        options.proxy_opts.type = GIT_PROXY_AUTO
        answers = [:]
        sent = [:]
        try withStrings(names.map { "\($0):\($0)" } + removed.map { ":\($0)" }) { specs in
            var specs = specs
            try attempt("send to \(url)") {
                git_remote_upload(handle.pointer, &specs, &options)
            }
        }
        var result = Sent()
        for (name, refusal) in answers {
            if let refusal {
                result.refused[name] = refusal
            } else {
                result.taken[name] = .some(sent[name].flatMap { $0 == .zero ? nil : $0 })
            }
        }
        return result
    }

    private func connect() throws {
        if case .web = address { try trustCertificates() }
        var options = git_remote_connect_options()
        try call("reach \(url)") {
            git_remote_connect_options_init(
                &options, UInt32(GIT_REMOTE_CONNECT_OPTIONS_VERSION))
        }
        options.callbacks = try callbacks()
        options.proxy_opts.type = GIT_PROXY_AUTO
        do {
            try attempt("reach \(url)") {
                git_remote_connect_ext(
                    handle.pointer,
                    direction == .fetch ? GIT_DIRECTION_FETCH : GIT_DIRECTION_PUSH, &options)
            }
        } catch let error as GitError {
            if error.code == .authentication { try credentials.settle(false, settings: settings) }
            throw error
        }
        try credentials.settle(true, settings: settings)
    }

    private func callbacks() throws -> git_remote_callbacks {
        var callbacks = git_remote_callbacks()
        try call("reach \(url)") {
            git_remote_init_callbacks(&callbacks, UInt32(GIT_REMOTE_CALLBACKS_VERSION))
        }
        callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
        RemoteCallbacks.fill(&callbacks, throughProgram: transport != nil)
        return callbacks
    }

    /// Makes the transport that libgit2 asks for.
    func makeTransport(
        _ out: UnsafeMutablePointer<UnsafeMutablePointer<git_transport>?>?, _ owner: OpaquePointer?
    ) -> Int32 {
        transport?.make(out, for: owner) ?? -1
    }

    /// Runs a step of the conversation; what the program in between says is the better reason.
    private func attempt(_ operation: String, _ body: () -> Int32) throws {
        do {
            try call(operation, body)
        } catch let error as GitError {
            throw try explained(error)
        }
    }

    private func explained(_ error: GitError) throws -> GitError {
        var error = error
        if let failure = credentials.failure { return failure }
        guard error.code != .notForward else { return error }
        if let failure = transport?.failure { return failure }
        let said = try transport?.complaints() ?? ""
        // What this system refuses is no matter of the other side's.
        if transport != nil, error.isOfSystem { return error }
        if error.message.contains("unpacking the sent packfile failed") { error.code = .notKept }
        if said.contains("HOST IDENTIFICATION HAS CHANGED") {
            error.code = .changedHost
        } else if said.contains("Host key verification failed") {
            error.code = .certificate
        } else if said.contains("Permission denied (") {
            error.code = .authentication
        } else if said.contains("detected dubious ownership") {
            error.code = .owner
        }
        let reasons =
            Self.lines(of: said)
            + Self.lines(of: heard).filter { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") }
        if !reasons.isEmpty {
            error.message = reasons.map { $0.trimmingPrefix("fatal: ") }.joined(separator: "; ")
        }
        return error
    }

    private static func lines(of text: String) -> [Substring] {
        text.split { $0.isNewline || $0 == "\r" }
    }

    private func trustCertificates() throws {
        let named =
            try settings.variables["GIT_SSL_CAINFO"] ?? repository.configuration("http.sslCAInfo")
        let file = named ?? "/etc/ssl/certs/ca-certificates.crt"
        entente_read_certificates()
        try call("read the certificates in \(file)") { entente_git_set_certificates(file, nil) }
    }
}

/// Texts as libgit2 takes a list of them, while `body` runs.
func withStrings<Result>(
    _ texts: [String], _ body: (git_strarray) throws -> Result
) rethrows -> Result {
    var pointers = texts.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return try pointers.withUnsafeMutableBufferPointer {
        try body(git_strarray(strings: $0.baseAddress, count: $0.count))
    }
}
