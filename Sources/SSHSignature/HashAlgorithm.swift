internal import Crypto

/// The hashes that SSHSIG allows for the message.
public enum HashAlgorithm: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// SHA-256.
    case sha256
    /// SHA-512, which `ssh-keygen` uses unless told otherwise.
    case sha512

    /// The name that OpenSSH writes.
    public var name: String {
        switch self {
        case .sha256: "sha256"
        case .sha512: "sha512"
        }
    }

    /// The same as ``name``.
    public var description: String { name }

    init?(name: some Sequence<UInt8>) {
        guard let match = Self.allCases.first(where: { name.elementsEqual($0.name.utf8) }) else {
            return nil
        }
        self = match
    }

    func digest(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .sha256: Array(SHA256.hash(data: bytes))
        case .sha512: Array(SHA512.hash(data: bytes))
        }
    }
}
