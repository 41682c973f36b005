/// The last field of an SSHSIG blob: the algorithm's name, the value, and for a security key its
/// flags and counter (RFC 8709 section 6, RFC 5656 section 3.1.2, RFC 8332 section 3, OpenSSH
/// PROTOCOL.u2f).
struct SignatureField: Hashable, Sendable {
    /// The field as it stands.
    let bytes: [UInt8]
    /// How it was signed.
    let algorithm: SignatureAlgorithm
    /// The signature proper, as it stands.
    let value: [UInt8]
    /// The value without the form of its algorithm, each number in its full length.
    let numbers: [UInt8]
    /// What a security key adds.
    let proof: SecurityKey.Proof?

    /// Reads the field strictly: it is fit for the key, and no other bytes say the same.
    init(_ bytes: [UInt8], for key: PublicKey) throws(SSHSignatureError) {
        var reader = WireReader(bytes)
        guard let name = reader.string() else { throw .cutOff("algorithm") }
        guard let algorithm = SignatureAlgorithm(name: name) else {
            throw SSHSignatureError(
                "the signature's algorithm is \(printable(name)), which is not accepted")
        }
        guard algorithm.keyAlgorithm == key.algorithm else {
            throw SSHSignatureError(
                "the signature's algorithm is \(algorithm.name), but its key is \(key.algorithm)")
        }
        guard let value = reader.string() else { throw .cutOff("value") }
        numbers = try Self.numbers(in: value, key: key.material)
        if case .securityKey = key.material {
            guard let proof = SecurityKey.Proof(&reader) else { throw .cutOff("flags and counter") }
            self.proof = proof
        } else {
            proof = nil
        }
        guard reader.isAtEnd else {
            throw SSHSignatureError("the signature's value has surplus bytes at its end")
        }
        self.bytes = bytes
        self.algorithm = algorithm
        self.value = value
    }

    private static func numbers(
        in value: [UInt8], key: KeyMaterial
    ) throws(SSHSignatureError) -> [UInt8] {
        switch key {
        case .ed25519:
            guard value.count == Ed25519.signatureLength else {
                throw SSHSignatureError(
                    "an ed25519 signature has 64 bytes, and this one \(value.count)")
            }
            return value
        case .ecdsa(let curve, _):
            guard let numbers = curve.numbers(in: value) else {
                throw SSHSignatureError(
                    "the signature's two numbers are cut off or badly written, "
                        + "or too long for \(curve.name)")
            }
            return numbers
        case .rsa(let key):
            // OpenSSH also accepts fewer bytes: one number would have several texts.
            guard value.count == key.modulus.count else {
                throw SSHSignatureError(
                    "a signature of this RSA key has \(key.modulus.count) bytes, "
                        + "and this one \(value.count)")
            }
            return value
        case .securityKey(_, let key):
            return try numbers(in: value, key: key)
        }
    }
}
