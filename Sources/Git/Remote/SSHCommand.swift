/// How `ssh` is run, as Git itself would: `GIT_SSH_COMMAND`, `core.sshCommand`, `GIT_SSH`, `ssh`.
struct SSHCommand {
    private let program: [String]
    private let keyFile: String?
    private let isInteractive: Bool

    init(_ settings: RemoteSettings, configured: String?) {
        keyFile = settings.keyFile
        isInteractive = settings.isInteractive
        if let line = settings.variables["GIT_SSH_COMMAND"] ?? configured, !line.isEmpty {
            program = ["sh", "-c", line + " \"$@\"", "ssh"]
        } else {
            program = [settings.variables["GIT_SSH"] ?? "ssh"]
        }
    }

    /// The whole command line; nothing is asked where nobody is there.
    func arguments(
        to address: RemoteAddress, options: [String], flags: [String] = [], running line: String
    ) -> [String] {
        guard case .ssh(let host, let user, let port, _) = address else { return [] }
        var words = program + flags
        // The agent may hold keys of other accounts, which would be tried first.
        if let keyFile { words += ["-i", keyFile, "-o", "IdentitiesOnly=yes"] }
        for option in options + (isInteractive ? [] : ["BatchMode=yes"]) {
            words += ["-o", option]
        }
        if let port { words += ["-p", String(port)] }
        return words + ["--", user.map { "\($0)@\(host)" } ?? host]
            + (line.isEmpty ? [] : [line])
    }
}
