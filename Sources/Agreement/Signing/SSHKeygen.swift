internal import Foundation
internal import Git
public import SSHSignature
internal import Subprocess
internal import Terms

/// Finds keys and signs through OpenSSH's own programs, so that agents, passphrases and hardware
/// keys work as they do everywhere else.
public struct SSHKeygen: Signer {
    let environment: WorkspaceEnvironment

    /// Runs the programs with these variables.
    public init(_ environment: WorkspaceEnvironment) { self.environment = environment }

    /// Signs with `ssh-keygen -Y sign`.
    ///
    /// - Throws: ``Problem`` for a wrong passphrase, a key that is gone, or a failing program.
    public func sign(_ message: [UInt8], with key: SigningKey) async throws -> String {
        try await environment.withTemporaryFolder { folder in
            let buffer = folder.appendingPathComponent("statement")
            try Data(message).write(to: buffer)
            var keyPath = folder.appendingPathComponent("key.pub").path
            if case .file(let path) = key.source {
                keyPath = path
            } else {
                try Data((key.publicKey.line + "\n").utf8).write(to: URL(fileURLWithPath: keyPath))
            }
            let result = try await run(
                "ssh-keygen", ["-Y", "sign", "-n", "git", "-f", keyPath, buffer.path])
            guard result.succeeded else { throw failure(result.errors, keyPath: keyPath) }
            let armoured = try Data(contentsOf: buffer.appendingPathExtension("sig"))
            try check(Array(armoured), message: message, key: key)
            return String(decoding: armoured, as: UTF8.self)
        }
    }

    /// A path with the home directory in the place of `~`, as a shell puts it there.
    public func expanding(_ path: String) -> String {
        guard path.hasPrefix("~/"), let home = environment.variables["HOME"] else { return path }
        return home + path.dropFirst(1)
    }

    /// The fingerprints' keys that the agent holds; none where no agent runs.
    ///
    /// - Throws: ``Problem`` where `ssh-add` can't be run.
    public func agentKeys() async throws -> [PublicKey] {
        guard environment.variables["SSH_AUTH_SOCK"] != nil else { return [] }
        let result = try await run("ssh-add", ["-L"])
        guard result.succeeded else { return [] }
        return result.output.split(separator: "\n").compactMap { line in
            try? PublicKey.parse(line: String(line)).key
        }
    }

    /// The version that `ssh` prints of itself, for diagnosis.
    ///
    /// - Throws: ``Problem`` where it can't be run.
    public func version() async throws -> String {
        let result = try await run("ssh", ["-V"])
        return (result.errors + result.output).trimmingNewlines()
    }

    private func check(_ armoured: [UInt8], message: [UInt8], key: SigningKey) throws {
        let signature: SSHSignature
        do {
            signature = try SSHSignature(armoured: armoured)
        } catch {
            throw Problem(
                "bad-signature", .unable,
                "ssh-keygen made a signature that can't be "
                    + "used: \(error.description)")
        }
        let verdict = signature.verify(message, namespace: "git")
        guard signature.publicKey == key.publicKey, verdict == .valid else {
            var reason = "it was made with another key than \(key.publicKey.fingerprint)"
            if case .invalid(let why) = verdict { reason = why.description }
            throw Problem(
                "bad-signature", .unable, "the signature would not count: \(reason)",
                next: "Sign with another key: --key FILE")
        }
    }

    /// Why one of OpenSSH's programs did not do what it was asked, in words.
    func failure(_ errors: String, keyPath: String) -> Problem {
        let detail = TextRules.visible(errors.trimmingNewlines())
        if errors.contains("incorrect passphrase") {
            return Problem(
                "wrong-passphrase", .unable, "the passphrase of the key is wrong or was not given",
                at: keyPath, next: "Try again on a terminal, or: ssh-add \(keyPath)",
                detail: detail)
        }
        if errors.contains("UNPROTECTED PRIVATE KEY FILE") {
            return Problem(
                "unprotected-key", .unable, "other users of this machine can read the key",
                at: keyPath, next: "chmod 600 \(keyPath)", detail: detail)
        }
        if errors.contains("agent") || errors.contains("No private key found") {
            return Problem(
                "no-key", .unable, "the agent does not hold the private key", at: keyPath,
                next: "ssh-add the key, or name its file with --key FILE", detail: detail)
        }
        return Problem(
            "signing-failed", .unable,
            "ssh-keygen could not sign: \(detail.split(separator: "\n").last ?? "no reason given")",
            at: keyPath, next: "entente doctor", detail: detail)
    }

    /// What became of a program.
    struct Result {
        let succeeded: Bool
        let output: String
        let errors: String
    }

    /// Runs one of OpenSSH's programs.
    func run(_ program: String, _ arguments: [String]) async throws -> Result {
        var variables: [Subprocess.Environment.Key: String] = [:]
        for (name, value) in environment.variables { variables[.init(stringLiteral: name)] = value }
        variables["LC_ALL"] = "C"
        do {
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments),
                environment: .custom(variables), output: .string(limit: 1 << 20),
                error: .string(limit: 1 << 20))
            return Result(
                succeeded: result.terminationStatus.isSuccess,
                output: result.standardOutput, errors: result.standardError)
        } catch {
            throw Problem(
                "missing-program", .unable, "\(program) could not be run",
                next: "Install OpenSSH: apt-get install openssh-client", detail: "\(error)")
        }
    }
}
