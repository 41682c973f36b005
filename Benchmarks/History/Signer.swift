import Crypto
import Foundation

/// A person with a key, who signs commits as `ssh-keygen -Y sign -n git` does (PROTOCOL.sshsig).
struct Signer {
    let person: String
    let party: String
    let key: Curve25519.Signing.PrivateKey

    init(_ person: String, of party: String) throws {
        self.person = person
        self.party = party
        key = try Curve25519.Signing.PrivateKey(
            rawRepresentation: Data(SHA256.hash(data: Data(person.utf8))))
    }

    private var blob: [UInt8] {
        Self.wire("ssh-ed25519".utf8, key.publicKey.rawRepresentation)
    }

    /// The line of the `.pub` file.
    var line: String { "ssh-ed25519 \(Data(blob).base64EncodedString()) \(person)" }

    /// The file of the private key, as `ssh-keygen` reads it (PROTOCOL.key), without a password.
    var privateKey: String {
        let both = Array(key.rawRepresentation + key.publicKey.rawRepresentation)
        // Two times the same number show that no password was wrong.
        var secret: [UInt8] = [0, 0, 0, 7, 0, 0, 0, 7]
        secret += Self.wire("ssh-ed25519".utf8, key.publicKey.rawRepresentation, both, person.utf8)
        secret += (1...8).prefix((8 - secret.count % 8) % 8)
        let whole =
            Array("openssh-key-v1\0".utf8) + Self.wire("none".utf8, "none".utf8, "".utf8)
            + [0, 0, 0, 1] + Self.wire(blob, secret)
        let digits = Data(whole).base64EncodedString(options: .lineLength64Characters)
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n\(digits)\n-----END OPENSSH PRIVATE KEY-----\n"
    }

    /// The armoured signature of some bytes.
    func sign(_ bytes: [UInt8]) throws -> String {
        let start = Array("SSHSIG".utf8)
        let fields = Self.wire("git".utf8, "".utf8, "sha512".utf8)
        let signed = start + fields + Self.wire(Array(SHA512.hash(data: bytes)))
        let signature = try key.signature(for: Data(signed))
        let whole =
            start + [0, 0, 0, 1] + Self.wire(blob) + fields
            + Self.wire(Self.wire("ssh-ed25519".utf8, signature))
        let digits = Array(Data(whole).base64EncodedString())
        let lines = stride(from: 0, to: digits.count, by: 70).map {
            String(digits[$0..<min($0 + 70, digits.count)])
        }
        return
            (["-----BEGIN SSH SIGNATURE-----"] + lines + ["-----END SSH SIGNATURE-----"])
            .joined(separator: "\n")
    }

    private static func wire(_ fields: any Collection<UInt8>...) -> [UInt8] {
        fields.flatMap { field in
            let count = UInt32(field.count)
            return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> UInt32($0)) } + field
        }
    }
}
