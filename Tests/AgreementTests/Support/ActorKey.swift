import Crypto
import CryptoExtras
import Foundation
import Synchronization
import TestSupport

/// A private key that signs as OpenSSH would.
enum ActorKey: Sendable {
    /// The kinds, by the names of OpenSSH.
    enum Kind: String, Sendable, CaseIterable {
        case ed25519 = "ssh-ed25519"
        case ecdsa = "ecdsa-sha2-nistp256"
        case rsa = "ssh-rsa"
        case deviceEd25519 = "sk-ssh-ed25519@openssh.com"
        case deviceECDSA = "sk-ecdsa-sha2-nistp256@openssh.com"

        var isDevice: Bool { self == .deviceEd25519 || self == .deviceECDSA }

        /// The algorithm that a signature names.
        var algorithm: String { self == .rsa ? "rsa-sha2-512" : rawValue }
    }

    case ed25519(Curve25519.Signing.PrivateKey)
    case ecdsa(P256.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey, blob: [UInt8])

    /// The key that is made from a word; for RSA, which takes long to make, the word is the name
    /// of a file in `Tests/TestSupport/Keys`.
    static func make(_ kind: Kind, from seed: String) throws -> ActorKey {
        let name = "\(kind) \(seed)"
        if let known = keys.withLock({ $0[name] }) { return known }
        let secret = Data(SHA256.hash(data: Data(seed.utf8)))
        let key: ActorKey =
            switch kind {
            case .ed25519, .deviceEd25519:
                .ed25519(try .init(rawRepresentation: secret))
            case .ecdsa, .deviceECDSA:
                .ecdsa(try .init(rawRepresentation: secret))
            case .rsa: try readRSA(seed)
            }
        keys.withLock { $0[name] = key }
        return key
    }

    /// The wire form of the public key.
    func blob(of kind: Kind) -> [UInt8] {
        let application = kind.isDevice ? wire("ssh:".utf8) : []
        return switch self {
        case .ed25519(let key):
            wire(kind.rawValue.utf8, key.publicKey.rawRepresentation) + application
        case .ecdsa(let key):
            wire(kind.rawValue.utf8, "nistp256".utf8, key.publicKey.x963Representation)
                + application
        case .rsa(_, let blob): blob
        }
    }

    /// The last field of an SSHSIG blob, for what it is to sign.
    func signature(of data: [UInt8], as kind: Kind, flags: UInt8) throws -> [UInt8] {
        let counter: [UInt8] = [0, 0, 0, 9]
        var data = data
        if kind.isDevice {
            data =
                Array(SHA256.hash(data: Array("ssh:".utf8))) + [flags] + counter
                + Array(SHA256.hash(data: data))
        }
        let value: [UInt8] =
            switch self {
            case .ed25519(let key): Array(try key.signature(for: data))
            case .ecdsa(let key):
                Self.numbers(Array(try key.signature(for: data).rawRepresentation))
            case .rsa(let key, _):
                Array(
                    try key.signature(
                        for: SHA512.hash(data: data), padding: .insecurePKCS1v1_5
                    ).rawRepresentation)
            }
        return wire(kind.algorithm.utf8, value) + (kind.isDevice ? [flags] + counter : [])
    }

    /// r and s as OpenSSH writes them.
    static func numbers(_ raw: [UInt8]) -> [UInt8] {
        let (r, s) = (raw.prefix(raw.count / 2), raw.suffix(raw.count / 2))
        return [r, s].flatMap { number in
            let digits = number.drop { $0 == 0 }
            return wire((digits.first ?? 0x80) < 0x80 ? Array(digits) : [0] + digits)
        }
    }

    private static func readRSA(_ name: String) throws -> ActorKey {
        let path = "\(SourceTree.root)/Tests/TestSupport/Keys/\(name)"
        let line = try String(contentsOfFile: path + ".pub", encoding: .utf8)
        let key = try _RSA.Signing.PrivateKey(
            pemRepresentation: String(contentsOfFile: path, encoding: .utf8))
        let blob = Data(base64Encoded: String(line.split(separator: " ")[1])) ?? Data()
        return .rsa(key, blob: Array(blob))
    }

    private static let keys = Mutex<[String: ActorKey]>([:])
}
