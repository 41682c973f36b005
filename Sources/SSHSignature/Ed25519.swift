internal import Crypto

/// Ed25519 (RFC 8032), and what OpenSSH's formats add to it.
enum Ed25519 {
    static let keyLength = 32
    static let signatureLength = 64

    /// Whether `key` is fit to identify somebody: the one encoding of a point that is not of
    /// small order.
    ///
    /// The curve's group has cofactor 8, so eight points A have [8]A = 0. RFC 8032 verifies
    /// [S]B = R + [k]A, and with such an A the term [k]A takes at most eight values, whatever the
    /// message: signatures that fit many or all messages are made without any secret. An honest
    /// key is never one of them, because RFC 8032 section 5.1.5 makes it [s]B, of large order;
    /// RFC 7748 section 7 names the same danger for key agreement. A person who publishes such a
    /// key could later say that a signature "by" it was for another text, so it is refused.
    ///
    /// RFC 8032 section 5.1.3 also refuses an encoded y of p or more. Without that, the same
    /// point would be two keys, with two fingerprints.
    static func isSound(key: [UInt8]) -> Bool {
        guard key.count == keyLength else { return false }
        var y = key
        // The top bit is the sign of x. Of each y below, both signs are of small order, or one is
        // and the other is no point.
        y[31] &= 0x7f
        return isBelowPrime(y) && !smallOrder.contains(y)
    }

    /// Verifies with BoringSSL, which recomputes R, compares its bytes and refuses S ≥ L, so that
    /// nobody can turn a valid signature into a second one.
    static func isValid(signature: [UInt8], message: [UInt8], key: [UInt8]) -> Bool {
        guard signature.count == signatureLength, isSound(key: key),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
        else { return false }
        return key.isValidSignature(signature, for: message)
    }

    /// Whether y < p = 2^255 - 19, least significant byte first.
    private static func isBelowPrime(_ y: [UInt8]) -> Bool {
        y[31] != 0x7f || y[1..<31].contains { $0 != 0xff } || y[0] < 0xed
    }

    /// The y of the eight points: the orders are 4 and 4, 1, 2, and 8 for the last two pairs.
    private static let smallOrder: Set<[UInt8]> = [
        [UInt8](repeating: 0, count: 32),
        [1] + [UInt8](repeating: 0, count: 31),
        [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
        [
            0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef,
            0x98, 0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88,
            0x6d, 0x53, 0xfc, 0x05,
        ],
        [
            0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10,
            0x67, 0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77,
            0x92, 0xac, 0x03, 0x7a,
        ],
    ]
}
