/// The ways to sign, by the name that stands in the signature.
///
/// A key's kind fixes the way, but for RSA, whose keys don't say which hash is used. RSA's first
/// form, named `ssh-rsa` and made with SHA-1, is not among them.
public enum SignatureAlgorithm: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// Ed25519 (RFC 8709).
    case ed25519
    /// ECDSA with P-256 and SHA-256 (RFC 5656).
    case ecdsaP256
    /// ECDSA with P-384 and SHA-384 (RFC 5656).
    case ecdsaP384
    /// ECDSA with P-521 and SHA-512 (RFC 5656).
    case ecdsaP521
    /// RSA with SHA-256 (RFC 8332).
    case rsaSHA256
    /// RSA with SHA-512 (RFC 8332).
    case rsaSHA512
    /// Ed25519 on a FIDO security key (OpenSSH PROTOCOL.u2f).
    case securityKeyEd25519
    /// ECDSA with P-256 on a FIDO security key (OpenSSH PROTOCOL.u2f).
    case securityKeyECDSAP256

    /// The kind of key that signs so.
    public var keyAlgorithm: KeyAlgorithm {
        switch self {
        case .ed25519: .ed25519
        case .ecdsaP256: .ecdsaP256
        case .ecdsaP384: .ecdsaP384
        case .ecdsaP521: .ecdsaP521
        case .rsaSHA256, .rsaSHA512: .rsa
        case .securityKeyEd25519: .securityKeyEd25519
        case .securityKeyECDSAP256: .securityKeyECDSAP256
        }
    }

    /// The name that OpenSSH writes, such as `rsa-sha2-512`.
    public var name: String {
        switch self {
        case .rsaSHA256: "rsa-sha2-256"
        case .rsaSHA512: "rsa-sha2-512"
        default: keyAlgorithm.name
        }
    }

    /// The hash that the name of an RSA signature names; nil for the other kinds, whose keys fix it.
    var rsaHash: HashAlgorithm? {
        switch self {
        case .rsaSHA256: .sha256
        case .rsaSHA512: .sha512
        default: nil
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
}
