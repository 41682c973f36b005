public import SSHSignature

/// The key that somebody signs with: a file or one that the agent holds.
public struct SigningKey: Hashable, Sendable {
    /// Where the private part is.
    public enum Source: Hashable, Sendable {
        /// In a file, or in the agent under the public key in that file.
        case file(String)
        /// In the agent.
        case agent
    }

    /// The public part.
    public let publicKey: PublicKey
    /// Where the private part is.
    public let source: Source
}

/// Makes signatures. The one implementation asks ``SSHKeygen``.
public protocol Signer: Sendable {
    /// The signature of a message in the namespace `git`, armoured as `ssh-keygen` prints it.
    ///
    /// - Throws: ``Problem``.
    func sign(_ message: [UInt8], with key: SigningKey) async throws -> String
}
