internal import Crypto

/// ECDSA on the curves of RFC 5656 section 10.1, as OpenSSH's formats carry it.
///
/// With (r, s) also (r, n − s) is a signature of the same text by the same key, and anybody can
/// make it from the first. OpenSSH writes either, so both are accepted, and one statement may stand
/// in two commits. That gives nobody a second voice: people are counted, not statements. What
/// must not be said twice compares what was signed, not the commit.
///
/// From a text and any (r, s) a key can be computed that fits them, without its secret. So a
/// signature proves possession only where the text fixes the key: a sign-off names the digest of
/// terms, and the terms hold the key.
enum ECDSA: Sendable {
    case p256
    case p384
    case p521

    /// The curve's name in RFC 5656.
    var name: String {
        switch self {
        case .p256: "nistp256"
        case .p384: "nistp384"
        case .p521: "nistp521"
        }
    }

    /// The bytes of a coordinate, and of r and of s.
    var length: Int {
        switch self {
        case .p256: 32
        case .p384: 48
        case .p521: 66
        }
    }

    /// Whether `point` is the one accepted encoding of a point of the curve: uncompressed (SEC 1
    /// section 2.3.3), which OpenSSH alone writes and reads.
    ///
    /// The order of each curve is prime, so no point on it is weak, and the point at infinity has
    /// no such encoding.
    func isSound(point: [UInt8]) -> Bool {
        guard point.count == 1 + 2 * length, point.first == 4 else { return false }
        return switch self {
        case .p256: (try? P256.Signing.PublicKey(x963Representation: point)) != nil
        case .p384: (try? P384.Signing.PublicKey(x963Representation: point)) != nil
        case .p521: (try? P521.Signing.PublicKey(x963Representation: point)) != nil
        }
    }

    /// Reads r and s (RFC 5656 section 3.1.2), each an `mpint` in its shortest form, positive, and
    /// not longer than a coordinate. That they are below the curve's order shows in verification.
    ///
    /// - Returns: r and s, each of ``length`` bytes, one after the other.
    func numbers(in value: [UInt8]) -> [UInt8]? {
        var reader = WireReader(value)
        guard let r = reader.positiveInteger(), let s = reader.positiveInteger(), reader.isAtEnd,
            r.count <= length, s.count <= length
        else { return nil }
        return padded(r) + padded(s)
    }

    /// Verifies with the hash that RFC 5656 section 6.2.1 gives the curve.
    ///
    /// - Parameters:
    ///   - numbers: What ``numbers(in:)`` gave.
    ///   - message: What was signed, not hashed yet.
    ///   - point: The key.
    /// - Returns: Whether the key made the signature.
    func isValid(numbers: [UInt8], message: [UInt8], point: [UInt8]) -> Bool {
        switch self {
        case .p256:
            guard let key = try? P256.Signing.PublicKey(x963Representation: point),
                let signature = try? P256.Signing.ECDSASignature(rawRepresentation: numbers)
            else { return false }
            return key.isValidSignature(signature, for: message)
        case .p384:
            guard let key = try? P384.Signing.PublicKey(x963Representation: point),
                let signature = try? P384.Signing.ECDSASignature(rawRepresentation: numbers)
            else { return false }
            return key.isValidSignature(signature, for: message)
        case .p521:
            guard let key = try? P521.Signing.PublicKey(x963Representation: point),
                let signature = try? P521.Signing.ECDSASignature(rawRepresentation: numbers)
            else { return false }
            return key.isValidSignature(signature, for: message)
        }
    }

    private func padded(_ number: [UInt8]) -> [UInt8] {
        [UInt8](repeating: 0, count: length - number.count) + number
    }
}
