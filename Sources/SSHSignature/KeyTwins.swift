extension PublicKey {
    /// The same pair of keys written as another kind: an ed25519 or P-256 key can be registered as
    /// it is, and as if it lay on a security key. Whoever has the secret can sign as both.
    ///
    /// Of the security keys, the ones with the application `ssh:`, which `ssh-keygen` makes unless
    /// told otherwise.
    public var twins: [PublicKey] {
        let forms: [(algorithm: KeyAlgorithm, isDevice: Bool)]
        let fields: [any Collection<UInt8>]
        switch material.plain {
        case .ed25519(let key):
            forms = [(.ed25519, false), (.securityKeyEd25519, true)]
            fields = [key]
        case .ecdsa(.p256, let point):
            forms = [(.ecdsaP256, false), (.securityKeyECDSAP256, true)]
            fields = [ECDSA.p256.name.utf8, point]
        default: return []
        }
        return forms.compactMap { algorithm, isDevice in
            var writer = WireWriter()
            writer.append(string: algorithm.name.utf8)
            for field in fields { writer.append(string: Array(field)) }
            if isDevice { writer.append(string: "ssh:".utf8) }
            // What is read here was read before, in its other form.
            let twin = try? PublicKey(blob: writer.bytes)
            return twin == self ? nil : twin
        }
    }
}

extension KeyMaterial {
    /// What remains without a device.
    fileprivate var plain: KeyMaterial {
        if case .securityKey(_, let key) = self { key } else { self }
    }
}
