/// The wire form of each kind of public key, checked to the last byte.
enum KeyForm {
    /// What a key consists of whose form is right.
    static func read(_ blob: [UInt8]) throws(KeyError) -> (KeyAlgorithm, KeyMaterial) {
        var reader = WireReader(blob)
        guard let name = reader.string() else {
            throw KeyError("the key is cut off: it does not hold its algorithm's name")
        }
        let algorithm = try checkName(name)
        let material = try material(of: algorithm, &reader)
        guard reader.isAtEnd else {
            throw KeyError("the key has surplus bytes at its end")
        }
        return (algorithm, material)
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

    private static func material(
        of algorithm: KeyAlgorithm, _ reader: inout WireReader
    ) throws(KeyError) -> KeyMaterial {
        switch algorithm {
        case .ed25519: return try ed25519(&reader)
        case .ecdsaP256: return try point(&reader, of: .p256)
        case .ecdsaP384: return try point(&reader, of: .p384)
        case .ecdsaP521: return try point(&reader, of: .p521)
        case .rsa: return try rsa(&reader)
        case .securityKeyEd25519:
            let key = try ed25519(&reader)
            return .securityKey(try securityKey(&reader), key)
        case .securityKeyECDSAP256:
            let key = try point(&reader, of: .p256)
            return .securityKey(try securityKey(&reader), key)
        }
    }

    private static func ed25519(_ reader: inout WireReader) throws(KeyError) -> KeyMaterial {
        guard let key = reader.string() else {
            throw KeyError("the key is cut off")
        }
        guard key.count == Ed25519.keyLength else {
            throw KeyError("an ed25519 key has 32 bytes, and this one \(key.count)")
        }
        guard Ed25519.isSound(key: key) else {
            throw KeyError("the key is weak: signatures by it can be made without any secret")
        }
        return .ed25519(key)
    }

    private static func point(
        _ reader: inout WireReader, of curve: ECDSA
    ) throws(KeyError) -> KeyMaterial {
        guard let name = reader.string(), let point = reader.string() else {
            throw KeyError("the key is cut off")
        }
        guard name.elementsEqual(curve.name.utf8) else {
            throw KeyError("the key's curve is \(printable(name)) instead of \(curve.name)")
        }
        guard curve.isSound(point: point) else {
            throw KeyError("the key's point is not an uncompressed point of \(curve.name)")
        }
        return .ecdsa(curve, point)
    }

    private static func rsa(_ reader: inout WireReader) throws(KeyError) -> KeyMaterial {
        guard let exponent = reader.positiveInteger(), let modulus = reader.positiveInteger() else {
            throw KeyError("the RSA key is cut off or its numbers are badly written")
        }
        return .rsa(try RSA(exponent: exponent, modulus: modulus))
    }

    private static func securityKey(_ reader: inout WireReader) throws(KeyError) -> SecurityKey {
        guard let application = reader.string() else {
            throw KeyError("the key is cut off: it does not name its application")
        }
        return try SecurityKey(application: application)
    }
}
