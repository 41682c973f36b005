/// What a public key consists of, read from its wire form.
enum KeyMaterial: Sendable {
    /// The 32 bytes of RFC 8709 section 4.
    case ed25519([UInt8])
    /// A curve and an uncompressed point on it.
    case ecdsa(ECDSA, [UInt8])
    /// Exponent and modulus.
    case rsa(RSA)
    /// One of the first two, on a security key.
    indirect case securityKey(SecurityKey, KeyMaterial)
}

extension KeyMaterial {
    /// Says whether the key made the signature.
    ///
    /// - Parameters:
    ///   - field: A signature that was read for a key of this kind.
    ///   - message: What was signed.
    /// - Returns: The verdict.
    func verify(_ field: SignatureField, message: [UInt8]) -> SSHSignature.Verdict {
        var message = message
        var material = self
        if case .securityKey(let device, let key) = self {
            guard let proof = field.proof else { return .invalid(.doesNotFit) }
            guard proof.userWasPresent else { return .invalid(.withoutUserPresence) }
            message = device.signedData(message, proof: proof)
            material = key
        }
        return material.isValid(field, message: message) ? .valid : .invalid(.doesNotFit)
    }

    private func isValid(_ field: SignatureField, message: [UInt8]) -> Bool {
        switch self {
        case .ed25519(let key):
            return Ed25519.isValid(signature: field.numbers, message: message, key: key)
        case .ecdsa(let curve, let point):
            return curve.isValid(numbers: field.numbers, message: message, point: point)
        case .rsa(let key):
            guard let hash = field.algorithm.rsaHash else { return false }
            return key.isValid(signature: field.numbers, message: message, hash: hash)
        case .securityKey:
            return false
        }
    }
}
