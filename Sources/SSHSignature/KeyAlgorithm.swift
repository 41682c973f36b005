/// The kinds of key that an agreement's signature may be made with.
///
/// The list is closed. A key of any other kind, and every certificate, is refused where it is
/// read, so it never reaches a verdict.
public enum KeyAlgorithm: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// Ed25519 (RFC 8709).
    case ed25519
    /// ECDSA with the curve P-256 (RFC 5656).
    case ecdsaP256
    /// ECDSA with the curve P-384 (RFC 5656).
    case ecdsaP384
    /// ECDSA with the curve P-521 (RFC 5656).
    case ecdsaP521
    /// RSA (RFC 4253), to be used with SHA-2 only (RFC 8332).
    case rsa
    /// Ed25519 on a FIDO security key (OpenSSH PROTOCOL.u2f).
    case securityKeyEd25519
    /// ECDSA with the curve P-256 on a FIDO security key (OpenSSH PROTOCOL.u2f).
    case securityKeyECDSAP256

    /// The name that OpenSSH writes, such as `ssh-ed25519`.
    public var name: String {
        switch self {
        case .ed25519: "ssh-ed25519"
        case .ecdsaP256: "ecdsa-sha2-nistp256"
        case .ecdsaP384: "ecdsa-sha2-nistp384"
        case .ecdsaP521: "ecdsa-sha2-nistp521"
        case .rsa: "ssh-rsa"
        case .securityKeyEd25519: "sk-ssh-ed25519@openssh.com"
        case .securityKeyECDSAP256: "sk-ecdsa-sha2-nistp256@openssh.com"
        }
    }

    /// The same as ``name``.
    public var description: String { name }

    /// Compares bytes: `String` holds canonically equivalent texts for equal.
    init?(name: some Sequence<UInt8>) {
        guard let match = Self.allCases.first(where: { name.elementsEqual($0.name.utf8) }) else {
            return nil
        }
        self = match
    }

    /// Whether the name is that of an OpenSSH certificate (PROTOCOL.certkeys).
    static func isCertificate(name: some BidirectionalCollection<UInt8>) -> Bool {
        ["-cert-v00@openssh.com", "-cert-v01@openssh.com"].contains { suffix in
            name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
        }
    }
}
