extension ProgramTransport {
    /// The way to a folder or through `ssh`; nil for the web, which libgit2 speaks by itself.
    ///
    /// - Throws: ``GitError`` for an address that can't be reached.
    convenience init?(
        to address: RemoteAddress, settings: RemoteSettings, sshCommand: () throws -> String?
    ) throws {
        switch address {
        case .web:
            return nil
        case .unsupported(let text):
            throw GitError(
                operation: "reach \(text)", code: .unsupported,
                message: "addresses begin with https://, ssh://, file:// or are a path")
        case .folder(let name):
            // No path is an option.
            let path = name.hasPrefix("-") ? "./\(name)" : name
            // Killed with this program, Git would leave its locks in the folder for ever.
            self.init(variables: settings.programVariables, isApart: true) { service in
                ["git", String(service.dropFirst(4)), path]
            }
        case .ssh(_, _, _, let path):
            let ssh = SSHCommand(settings, configured: try sshCommand())
            self.init(variables: settings.programVariables, isApart: false) { service in
                ssh.arguments(
                    to: address, options: ["StrictHostKeyChecking=yes", "UpdateHostKeys=no"],
                    running: "\(service) \(ShellWord.quoted(path))")
            }
        }
    }

    /// Ends the conversation; what the program said on standard error.
    func complaints() throws -> String {
        guard let program = try program() else { return "" }
        program.hangUp()
        return try program.complaints()
    }
}
