internal import Crypto
internal import CryptoExtras

/// RSA with PKCS #1 v1.5 padding (RFC 8017 section 8.2), as RFC 8332 uses it: with SHA-2 only.
///
/// The padding is compared whole and the length is that of the modulus, so nobody can turn a valid
/// signature into a second one.
struct RSA: Hashable, Sendable {
    /// Fewer bits are refused, as trust.md says; more can't be verified by BoringSSL, which bounds
    /// the work that somebody else's key can cause.
    static let bits = 3072...8192

    /// The public exponent, without leading zeros.
    let exponent: [UInt8]

    /// The modulus, without leading zeros.
    let modulus: [UInt8]

    /// Checks a key's numbers, which are positive and without leading zeros.
    ///
    /// With an exponent of 1 every text is its own signature. An even one belongs to no key.
    /// A long one makes verification slow; nobody uses more than 32 bits, and BoringSSL takes
    /// hardly more.
    init(exponent: [UInt8], modulus: [UInt8]) throws(KeyError) {
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard Self.bits.contains(bits) else {
            throw KeyError(
                "an RSA key has \(Self.bits.lowerBound) to \(Self.bits.upperBound) bits, "
                    + "and this one \(bits)")
        }
        guard let low = exponent.last, low & 1 == 1, exponent != [1], exponent.count <= 4 else {
            throw KeyError(
                "an RSA key's exponent is odd and has 2 to 32 bits; that of this one is not so")
        }
        guard let end = modulus.last, end & 1 == 1 else {
            throw KeyError("an RSA key's modulus is odd, and that of this one is even")
        }
        self.exponent = exponent
        self.modulus = modulus
    }

    /// Verifies a signature of the message, which is not hashed yet.
    func isValid(signature: [UInt8], message: [UInt8], hash: HashAlgorithm) -> Bool {
        guard signature.count == modulus.count,
            let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent)
        else { return false }
        let signature = _RSA.Signing.RSASignature(rawRepresentation: signature)
        return switch hash {
        case .sha256:
            key.isValidSignature(
                signature, for: SHA256.hash(data: message), padding: .insecurePKCS1v1_5)
        case .sha512:
            key.isValidSignature(
                signature, for: SHA512.hash(data: message), padding: .insecurePKCS1v1_5)
        }
    }
}
