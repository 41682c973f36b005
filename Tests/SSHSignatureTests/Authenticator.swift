import Crypto
import Foundation

@testable import SSHSignature

/// A FIDO security key in software: what PROTOCOL.u2f says that a device does.
struct Authenticator {
    enum Secret {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    var secret: Secret
    /// What the key says that it is for.
    var application = "ssh:"
    /// What is signed in its place, where that is another.
    var signedApplication: String?
    /// The flags of the signature.
    var flags: UInt8 = 1
    /// The flags that are signed, where those are others.
    var signedFlags: UInt8?
    var counter: [UInt8] = [0, 0, 0, 7]

    static var ed25519: Authenticator { Authenticator(secret: .ed25519(.init())) }
    static var p256: Authenticator { Authenticator(secret: .p256(.init())) }
    static var both: [Authenticator] { [.ed25519, .p256] }

    var name: String {
        switch secret {
        case .ed25519: "sk-ssh-ed25519@openssh.com"
        case .p256: "sk-ecdsa-sha2-nistp256@openssh.com"
        }
    }

    var keyBlob: [UInt8] {
        switch secret {
        case .ed25519(let key):
            wire(name, Array(key.publicKey.rawRepresentation), Array(application.utf8))
        case .p256(let key):
            wire(
                name, Array("nistp256".utf8), Array(key.publicKey.x963Representation),
                Array(application.utf8))
        }
    }

    /// The fields of a signature of the message, for the namespace `git`.
    func sign(_ message: [UInt8]) throws -> Fields {
        let digest = HashAlgorithm.sha512.digest(message)
        let statement =
            Array("SSHSIG".utf8) + wire("git", [], Array("sha512".utf8), digest)
        let data =
            HashAlgorithm.sha256.digest(Array((signedApplication ?? application).utf8))
            + [signedFlags ?? flags] + counter + HashAlgorithm.sha256.digest(statement)
        return Fields(key: keyBlob, signature: wire(name, try value(data), raw: [flags] + counter))
    }

    private func value(_ data: [UInt8]) throws -> [UInt8] {
        switch secret {
        case .ed25519(let key):
            return Array(try key.signature(for: data))
        case .p256(let key):
            let numbers = Array(try key.signature(for: data).rawRepresentation)
            var writer = WireWriter()
            for number in [numbers[..<32], numbers[32...]] {
                let digits = Array(number.drop { $0 == 0 })
                writer.append(
                    string: digits.first.map { $0 < 0x80 } == true ? digits : [0] + digits)
            }
            return writer.bytes
        }
    }
}
