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
