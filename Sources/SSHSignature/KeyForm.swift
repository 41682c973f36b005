/// The wire form of each kind of public key, checked to the last byte.
enum KeyForm {
    /// RSA keys of fewer bits are refused, as `trust.md` says; of more, as OpenSSH does.
    static let rsaBits = 3072...16_384

    /// The algorithm of a key whose form is right.
    static func check(_ blob: [UInt8]) throws(KeyError) -> KeyAlgorithm {
        var reader = WireReader(blob)
        guard let name = reader.string() else {
            throw KeyError("the key is cut off: it does not hold its algorithm's name")
        }
        let algorithm = try checkName(name)
        switch algorithm {
        case .ed25519:
            try checkEd25519(&reader)
        case .ecdsaP256:
            try checkPoint(&reader, curve: "nistp256", length: 65)
        case .ecdsaP384:
            try checkPoint(&reader, curve: "nistp384", length: 97)
        case .ecdsaP521:
            try checkPoint(&reader, curve: "nistp521", length: 133)
        case .rsa:
            try checkRSA(&reader)
        case .securityKeyEd25519:
            try checkEd25519(&reader)
            try checkApplication(&reader)
        case .securityKeyECDSAP256:
            try checkPoint(&reader, curve: "nistp256", length: 65)
            try checkApplication(&reader)
        }
        guard reader.isAtEnd else {
            throw KeyError("the key has surplus bytes at its end")
        }
        return algorithm
    }

    /// The algorithm with this name.
    @discardableResult
    static func checkName(_ name: some BidirectionalCollection<UInt8>) throws(KeyError)
        -> KeyAlgorithm
    {
        if KeyAlgorithm.isCertificate(name: name) {
            throw KeyError("certificates are not accepted (\(printable(name))); give the plain key")
        }
        guard let algorithm = KeyAlgorithm(name: name) else {
            throw KeyError(
                "\(printable(name)) is not a key type that is accepted; "
                    + "a key begins with its type, such as ssh-ed25519")
        }
        return algorithm
    }

    private static func checkEd25519(_ reader: inout WireReader) throws(KeyError) {
        guard let key = reader.string() else {
            throw KeyError("the key is cut off")
        }
        guard key.count == Ed25519.keyLength else {
            throw KeyError("an ed25519 key has 32 bytes, and this one \(key.count)")
        }
        guard Ed25519.isSound(key: key) else {
            throw KeyError("the key is weak: signatures by it can be made without any secret")
        }
    }

    /// Whether the point is on the curve shows when a signature is verified.
    private static func checkPoint(_ reader: inout WireReader, curve: String, length: Int)
        throws(KeyError)
    {
        guard let name = reader.string(), let point = reader.string() else {
            throw KeyError("the key is cut off")
        }
        guard name.elementsEqual(curve.utf8) else {
            throw KeyError("the key's curve is \(printable(name)) instead of \(curve)")
        }
        // RFC 5656 section 3.1 allows compressed points; OpenSSH neither writes nor reads them.
        guard point.count == length, point.first == 4 else {
            throw KeyError("the key's point is not an uncompressed point of \(curve)")
        }
    }

    private static func checkRSA(_ reader: inout WireReader) throws(KeyError) {
        guard reader.positiveInteger() != nil, let modulus = reader.positiveInteger() else {
            throw KeyError("the RSA key is cut off or its numbers are badly written")
        }
        let bits = modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
        guard rsaBits.contains(bits) else {
            throw KeyError("an RSA key has 3072 to 16384 bits, and this one \(bits)")
        }
    }

    private static func checkApplication(_ reader: inout WireReader) throws(KeyError) {
        guard reader.string() != nil else {
            throw KeyError("the key is cut off: it does not name its application")
        }
    }
}
