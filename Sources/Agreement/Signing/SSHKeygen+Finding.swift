internal import Foundation
internal import Git
public import SSHSignature

/// Which key somebody signs with.
extension SSHKeygen {
    /// The key to sign with: the file that was named, else Git's `user.signingKey`, else the one
    /// key that the registry knows, of the agent or in `~/.ssh`.
    ///
    /// - Throws: ``Problem`` where no key is found, or several are.
    public func findKey(
        named path: String?, in workspace: Workspace, known: Set<PublicKey>
    ) async throws -> SigningKey {
        try await findKey(named: path, in: workspace) { known.contains($0) }
    }

    /// The same, where it costs less to ask whether a key is known than to list all that are; where
    /// there is none, one that `isOther` takes will do.
    ///
    /// - Throws: as the other one does.
    public func findKey(
        named path: String?, in workspace: Workspace, where isKnown: (PublicKey) -> Bool,
        orElse isOther: (PublicKey) -> Bool = { _ in false }
    ) async throws -> SigningKey {
        if let path { return try await keyFile(path) }
        if let configured = try workspace.repository.configuration("user.signingkey"),
            !configured.isEmpty
        {
            return try await self.configured(configured)
        }
        let atHand = KeysAtHand(agent: try await agentKeys(), files: keyFiles)
        if let key = try atHand.only(where: isKnown) ?? atHand.only(where: isOther) { return key }
        throw atHand.nothing(where: isKnown)
    }

    /// The one key of the agent and of `~/.ssh`, where no registry can know it yet; nil where there
    /// are several, or none.
    ///
    /// - Throws: ``Problem`` where `ssh-add` can't be run.
    public func soleKey() async throws -> SigningKey? {
        KeysAtHand(agent: try await agentKeys(), files: keyFiles).sole
    }

    /// The keys in `~/.ssh` whose public halves are there, without `.pub`: those that `ssh` tries
    /// by itself before all others, the likeliest first.
    public var keyFiles: [String] {
        guard let home = environment.variables["HOME"] else { return [] }
        let usual = ["ed25519", "ed25519_sk", "ecdsa", "ecdsa_sk", "rsa"].map { "id_\($0)" }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home + "/.ssh")) ?? []
        let found = names.filter { $0.hasSuffix(".pub") }.map { String($0.dropLast(4)) }
        return (usual.filter(found.contains) + found.filter { !usual.contains($0) }.sorted())
            .map { "\(home)/.ssh/\($0)" }
    }

    /// The file with which `ssh` logs in, for the key that was named: where that is a public half,
    /// the private one beside it, or the public one if the agent holds the other.
    ///
    /// - Throws: ``Problem`` where there is no such key.
    public func loginFile(named path: String) async throws -> String {
        try requireKeyFile(path)
        let path = expanding(path)
        guard path.hasSuffix(".pub") else { return path }
        let secret = String(path.dropLast(4))
        if FileManager.default.fileExists(atPath: secret) { return secret }
        guard try await agentKeys().contains(keyFile(path).publicKey) else {
            throw Problem(
                "no-key", .unable,
                "the private key is neither beside this public one nor in the agent", at: path,
                next: "Name the file of the private key with --key, or ssh-add it")
        }
        return path
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
    private func requireKeyFile(_ path: String) throws {
        let path = expanding(path)
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problem(
                "no-key", .unable, "there is no key file \(path)",
                next: "Make one with: ssh-keygen -t ed25519 -f \(path)")
        }
    }

    /// Reads the public half of a key file, or that it was made of.
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
}
