import Crypto
import Foundation
import SSHSignature

/// Somebody with a key that is made from a word, so that every run has the same ids.
struct Actor: Hashable {
    /// The person's id in the registry.
    let person: String
    /// The id of the party that the person acts for.
    let party: String
    /// What the key is made from.
    let seed: String
    /// The kind of key.
    var kind = ActorKey.Kind.ed25519

    init(_ person: String, of party: String, seed: String? = nil) {
        self.person = person
        self.party = party
        self.seed = seed ?? person
    }

    static let ada = Actor("ada", of: "northwind")
    static let ben = Actor("ben", of: "northwind")
    static let cleo = Actor("cleo", of: "northwind")
    static let dora = Actor("dora", of: "contoso")
    static let emil = Actor("emil", of: "contoso")
    static let frida = Actor("frida", of: "oversight")
    static let mallory = Actor("mallory", of: "elsewhere")

    /// The same person with another key.
    func with(key seed: String) -> Actor { Actor(person, of: party, seed: seed) }

    /// The same person with a key of another kind; RSA's lie in files.
    func with(_ kind: ActorKey.Kind) -> Actor {
        var copy = kind == .rsa ? with(key: "ada-rsa") : self
        copy.kind = kind
        return copy
    }

    /// Somebody else's key under this person's name.
    func impersonated(by other: Actor) -> Actor { with(key: other.seed) }

    var keyBlob: [UInt8] {
        get throws { try privateKey.blob(of: kind) }
    }

    /// The line of the `.pub` file.
    var keyLine: String {
        get throws { "\(kind.rawValue) \(Data(try keyBlob).base64EncodedString()) \(seed)" }
    }

    var fingerprint: String {
        get throws { try PublicKey(blob: keyBlob).fingerprint }
    }

    fileprivate var privateKey: ActorKey {
        get throws { try .make(kind, from: seed) }
    }
}

/// The parts of an SSHSIG blob, each to be spoilt alone (PROTOCOL.sshsig).
struct Sealing: Sendable {
    var namespace = "git"
    /// What the blob says; what is signed says the same.
    var hash = "sha512"
    /// What the message is hashed with, where that is not what the blob says.
    var hashed: String?
    var reserved: [UInt8] = []
    var version: UInt32 = 1
    var trailing: [UInt8] = []
    var lineWidth = 70
    /// What a security key says of itself.
    var flags: UInt8 = 1
    /// Changes the armoured text.
    var armour: @Sendable (String) -> String = { $0 }
    /// Changes what is signed in the message's place.
    var message: @Sendable ([UInt8]) -> [UInt8] = { $0 }
    /// Changes the key and the signature field.
    var fields: @Sendable (inout (key: [UInt8], signature: [UInt8])) -> Void = { _ in }
    /// Changes the whole blob.
    var blob: @Sendable ([UInt8]) -> [UInt8] = { $0 }

    /// The armoured signature of a message, without a newline at its end.
    func seal(_ message: [UInt8], by actor: Actor) throws -> String {
        let message = self.message(message)
        let digest: [UInt8] =
            switch hashed ?? hash {
            case "sha256": Array(SHA256.hash(data: message))
            case "sha384": Array(SHA384.hash(data: message))
            case "sha1": Array(Insecure.SHA1.hash(data: message))
            default: Array(SHA512.hash(data: message))
            }
        let signed =
            Array("SSHSIG".utf8) + wire(namespace.utf8, reserved, hash.utf8) + wire(digest)
        var parts = (
            key: try actor.keyBlob,
            signature: try actor.privateKey.signature(of: signed, as: actor.kind, flags: flags)
        )
        fields(&parts)
        let blob = blob(
            Array("SSHSIG".utf8) + number(version) + wire(parts.key)
                + wire(namespace.utf8, reserved, hash.utf8, parts.signature) + trailing)
        let digits = Array(Data(blob).base64EncodedString())
        let lines = stride(from: 0, to: digits.count, by: lineWidth).map {
            String(digits[$0..<min($0 + lineWidth, digits.count)])
        }
        let text =
            ["-----BEGIN SSH SIGNATURE-----"] + lines + ["-----END SSH SIGNATURE-----"]
        return armour(text.joined(separator: "\n"))
    }
}

func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
}

/// Fields as RFC 4251 strings.
func wire(_ fields: any Collection<UInt8>...) -> [UInt8] {
    fields.flatMap { number(UInt32($0.count)) + Array($0) }
}
