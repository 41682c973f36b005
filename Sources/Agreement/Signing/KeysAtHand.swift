internal import Foundation
internal import SSHSignature

/// The keys that may sign where none is named: those of the agent and those of files.
struct KeysAtHand {
    private struct File {
        let path: String
        let key: PublicKey
        let isWhole: Bool
    }

    private let agent: [PublicKey]
    private let files: [File]

    /// The keys of the agent, and those of files by their names without `.pub`, the likeliest
    /// first. Files that hold no key which can be used are left out.
    init(agent: [PublicKey], files: [String]) {
        self.agent = agent
        self.files = files.compactMap { path in
            guard let data = FileManager.default.contents(atPath: path + ".pub"),
                let key = try? PublicKey.parse(
                    line: String(decoding: data, as: UTF8.self).trimmingNewlines()
                ).key
            else { return nil }
            return File(
                path: path, key: key, isWhole: FileManager.default.fileExists(atPath: path))
        }
    }

    /// The one that is wanted; nil where there is none.
    ///
    /// - Throws: ``Problem`` where the agent has several.
    func only(where isWanted: (PublicKey) -> Bool) throws -> SigningKey? {
        let held = agent.filter(isWanted)
        guard held.count < 2 else {
            throw Problem(
                "no-key", .unable, "the agent has several keys that the registry knows",
                next: Self.next)
        }
        if let key = held.first { return SigningKey(publicKey: key, source: .agent) }
        return files.first { $0.isWhole && isWanted($0.key) }
            .map { SigningKey(publicKey: $0.key, source: .file($0.path)) }
    }

    /// The one that there is; nil where there are several, or none.
    var sole: SigningKey? {
        let whole = files.filter(\.isWhole)
        guard Set(agent + whole.map(\.key)).count == 1 else { return nil }
        if let key = agent.first { return SigningKey(publicKey: key, source: .agent) }
        return whole.first.map { SigningKey(publicKey: $0.key, source: .file($0.path)) }
    }

    /// Why none of them will do.
    func nothing(where isWanted: (PublicKey) -> Bool) -> Problem {
        if let half = files.first(where: { isWanted($0.key) }) {
            return Problem(
                "no-key", .unable,
                "no signing key was found: the registry knows this one, but its private key is "
                    + "neither beside it nor in the agent", at: half.path + ".pub",
                next: "ssh-add the private key, or name its file with --key FILE")
        }
        return Problem(
            "no-key", .unable,
            "no signing key was found: Git's user.signingKey is not set, and neither the agent nor "
                + "a .pub file in ~/.ssh has a key that the registry knows",
            next: Self.next + "; entente keys lists those that it knows")
    }

    private static let next =
        "Name yours with --key FILE, or once for ever: git config user.signingKey FILE"
}
