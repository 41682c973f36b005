internal import Foundation
internal import Git
public import SSHSignature
internal import Subprocess
internal import Terms

/// Finds keys and signs through OpenSSH's own programs, so that agents, passphrases and hardware
/// keys work as they do everywhere else.
public struct SSHKeygen: Signer {
    private let environment: WorkspaceEnvironment

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

    /// The key to sign with: the file that was named, else Git's `user.signingKey`, else the one
    /// key that the registry knows, of the agent or in a file where `ssh` looks for keys.
    ///
    /// - Throws: ``Problem`` where no key is found, or several are.
    public func findKey(
        named path: String?, in workspace: Workspace, known: Set<PublicKey>
    ) async throws -> SigningKey {
        try await findKey(named: path, in: workspace) { known.contains($0) }
    }

    /// The same, where it costs less to ask whether a key is known than to list all that are.
    ///
    /// - Throws: as the other one does.
    public func findKey(
        named path: String?, in workspace: Workspace, where isKnown: (PublicKey) -> Bool
    ) async throws -> SigningKey {
        if let path { return try await keyFile(path) }
        if let configured = try workspace.repository.configuration("user.signingkey"),
            !configured.isEmpty
        {
            return try await self.configured(configured)
        }
        let held = try await agentKeys().filter(isKnown)
        if held.count == 1 { return SigningKey(publicKey: held[0], source: .agent) }
        if held.isEmpty {
            for path in usualKeyFiles {
                let key = try? await keyFile(path)
                if let key, isKnown(key.publicKey) { return key }
            }
        }
        throw Problem(
            "no-key", .unable,
            held.isEmpty
                ? "no signing key was found: Git's user.signingKey is not set, and neither the "
                    + "agent nor ~/.ssh has a key that the registry knows"
                : "the agent has several keys that the registry knows",
            next: "Name it with --key FILE, or once for ever: "
                + "git config user.signingKey ~/.ssh/id_ed25519")
    }

    /// The files where `ssh` looks for keys and that are there with their public halves, the
    /// likeliest first.
    public var usualKeyFiles: [String] {
        guard let home = environment.variables["HOME"] else { return [] }
        return ["ed25519", "ed25519_sk", "ecdsa", "ecdsa_sk", "rsa"].map { "\(home)/.ssh/id_\($0)" }
            .filter { FileManager.default.fileExists(atPath: $0 + ".pub") }
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

    /// Reads Git's `user.signingKey`, which is a file, `key::` and a public key, or a public key.
    private func configured(_ value: String) async throws -> SigningKey {
        let literal = value.hasPrefix("key::") ? String(value.dropFirst(5)) : value
        if literal.hasPrefix("ssh-") || literal.hasPrefix("ecdsa-") || literal.hasPrefix("sk-") {
            do {
                let key = try PublicKey.parse(line: literal).key
                return SigningKey(publicKey: key, source: .agent)
            } catch {
                throw Problem(
                    "bad-key", .unable, "Git's user.signingKey can't be used: \(error.description)",
                    next: "git config user.signingKey ~/.ssh/id_ed25519")
            }
        }
        return try await keyFile(value)
    }

    /// Refuses the name of a key file that isn't there.
    ///
    /// - Throws: ``Problem``.
    public func requireKeyFile(_ path: String) throws {
        let path = expanding(path)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problem(
                "no-key", .unable, "there is no key file \(path)",
                next: "Make one with: ssh-keygen -t ed25519 -f \(path)")
        }
    }

    private func keyFile(_ path: String) async throws -> SigningKey {
        try requireKeyFile(path)
        let path = expanding(path)
        let publicPath = path.hasSuffix(".pub") ? path : path + ".pub"
        let line: String
        if let data = FileManager.default.contents(atPath: publicPath) {
            line = String(decoding: data, as: UTF8.self)
        } else {
            let result = try await run("ssh-keygen", ["-y", "-f", path])
            guard result.succeeded else { throw failure(result.errors, keyPath: path) }
            line = result.output
        }
        do {
            let key = try PublicKey.parse(line: line.trimmingNewlines()).key
            return SigningKey(publicKey: key, source: .file(path))
        } catch {
            throw Problem(
                "bad-key", .unable, "the key can't be used: \(error.description)", at: publicPath,
                next: "Make one with: ssh-keygen -t ed25519")
        }
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

    private func failure(_ errors: String, keyPath: String) -> Problem {
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

    private struct Result {
        let succeeded: Bool
        let output: String
        let errors: String
    }

    private func run(_ program: String, _ arguments: [String]) async throws -> Result {
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
