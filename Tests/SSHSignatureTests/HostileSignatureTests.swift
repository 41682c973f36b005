import Testing

@testable import SSHSignature

@Suite struct HostileSignatureTests {
    @Test func fieldsSpoiltOneByOne() throws {
        let good = try Fields()
        let value = Array(good.signature.suffix(64))
        func refused(_ spoil: (inout Fields) -> Void) -> String {
            var fields = good
            spoil(&fields)
            return refusal(blob: fields.blob)
        }
        #expect(refused { _ in } == "accepted")
        #expect(
            refused { $0.preamble = Array("SSHSIh".utf8) }
                == "the signature does not begin with SSHSIG")
        for version: UInt32 in [0, 2, 0x0100_0000, .max] {
            #expect(
                refused { $0.version = version }
                    == "the signature's version is \(version) instead of 1")
        }
        #expect(refused { $0.namespace = [] } == "the signature's namespace is empty")
        #expect(
            refused { $0.reserved = [0] } == "the signature's reserved field is not empty")
        for hash in ["md5", "sha1", "SHA512", "sha384", "", "sha512\u{0}"] {
            #expect(
                refused { $0.hash = Array(hash.utf8) }
                    == "the signature's hash is \(printable(hash.utf8)) instead of sha256 or sha512"
            )
        }
        #expect(
            refused { $0.trailing = [0] } == "the signature has surplus bytes at its end")
        #expect(
            refused { $0.signature += [0] }
                == "the signature's value has surplus bytes at its end")
        #expect(
            refused { $0.signature = wire("ssh-ed25519", value + [0]) }
                == "an ed25519 signature has 64 bytes, and this one 65")
        #expect(
            refused { $0.signature = wire("ssh-ed25519", Array(value.dropLast())) }
                == "an ed25519 signature has 64 bytes, and this one 63")
        #expect(
            refused { $0.signature = wire("ssh-ed25519") }
                == "the signature is cut off at its value")
        #expect(refused { $0.signature = [] } == "the signature is cut off at its algorithm")
        #expect(
            refused { $0.key += [0] }
                == "the signature's public key: the key has surplus bytes at its end")
        #expect(
            refused { $0.key = [] }
                == "the signature's public key: the key is cut off: "
                + "it does not hold its algorithm's name"
        )
        #expect(
            refused { $0.key = wire("ssh-ed25519", [UInt8](repeating: 0, count: 32)) }
                == "the signature's public key: the key is weak: "
                + "signatures by it can be made without any secret"
        )
    }

    @Test func keyTypeConfusion() throws {
        var fields = try Fields()
        let ed25519 = fields.key
        let value = Array(fields.signature.suffix(64))
        for algorithm in SignatureAlgorithm.allCases where algorithm != .ed25519 {
            fields.signature = wire(algorithm.name, value)
            #expect(
                refusal(blob: fields.blob)
                    == "the signature's algorithm is \(algorithm.name), but its key is ssh-ed25519")
        }
        for name in [
            "ssh-rsa", "ssh-dss", "ssh-ed25519-cert-v01@openssh.com", "", "ssh-ed25519\u{0}",
        ] {
            fields.signature = wire(name, value)
            #expect(
                refusal(blob: fields.blob)
                    == "the signature's algorithm is \(printable(name.utf8)), which is not accepted"
            )
        }
        fields.signature = wire("ssh-ed25519", value)
        fields.key = try PublicKey.parse(line: Vectors.rsaLine).key.blob
        #expect(
            refusal(blob: fields.blob)
                == "the signature's algorithm is ssh-ed25519, but its key is ssh-rsa")
        fields.key = wire("ssh-ed25519-cert-v01@openssh.com", raw: Array(ed25519.dropFirst(15)))
        #expect(
            refusal(blob: fields.blob)
                == "the signature's public key: certificates are not accepted "
                + "(\"ssh-ed25519-cert-v01@openssh.com\"); give the plain key")
    }

    @Test(arguments: [
        Vectors.ed25519Signature, Vectors.rsaSignature, Vectors.p256Signature,
    ])
    func everyTruncationIsRefused(text: String) throws {
        let blob = try blob(text)
        for length in 0..<blob.count {
            #expect(refusal(blob: Array(blob[..<length])) != "accepted", "\(length)")
        }
        let bytes = Array(text.utf8)
        for length in 0..<bytes.count - 1 {
            #expect(refusal(armoured: bytes[..<length]) != "accepted", "\(length)")
        }
    }

    /// Overwrites four bytes at every place, so every length field once, by giant numbers.
    @Test func giantLengths() throws {
        let blob = try blob(Vectors.ed25519Signature)
        for giant: [UInt8] in [
            [0xff, 0xff, 0xff, 0xff], [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0],
        ] {
            for offset in 0...blob.count - 4 {
                var spoilt = blob
                spoilt.replaceSubrange(offset..<offset + 4, with: giant)
                #expect(!isValid(Armour.encode(spoilt)))
            }
        }
        for offset in [10, 14, 29, 65, 72, 76, 86, 90, 105] {
            var spoilt = blob
            spoilt.replaceSubrange(offset..<offset + 4, with: [0xff, 0xff, 0xff, 0xff])
            #expect(refusal(blob: spoilt) != "accepted", "\(offset)")
        }
    }

    @Test func flippedBytesOfTheBlob() throws {
        var generator = SeededGenerator(seed: 20_260_101)
        let blob = try blob(Vectors.ed25519Signature)
        #expect(isValid(Armour.encode(blob)))
        for _ in 0..<2000 {
            var flipped = blob
            let index = Int.random(in: blob.indices, using: &generator)
            flipped[index] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(!isValid(Armour.encode(flipped)), "\(flipped)")
        }
    }

    @Test func flippedBytesOfTheText() throws {
        var generator = SeededGenerator(seed: 20_260_102)
        let text = Array(Vectors.ed25519Signature.utf8)
        for _ in 0..<2000 {
            var flipped = text
            let index = Int.random(in: text.indices, using: &generator)
            flipped[index] ^= UInt8.random(in: 1...255, using: &generator)
            #expect(!isValid(flipped), "\(flipped)")
        }
    }

    @Test func noise() {
        var generator = SeededGenerator(seed: 20_260_103)
        for length in 0..<500 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(refusal(armoured: bytes) != "accepted")
            #expect(refusal(blob: bytes) != "accepted")
            #expect(refusal(blob: Array("SSHSIG".utf8) + [0, 0, 0, 1] + bytes) != "accepted")
            #expect(refusal(key: bytes) != "accepted")
        }
    }

    private func isValid(_ text: [UInt8]) -> Bool {
        guard let signature = try? SSHSignature(armoured: text) else { return false }
        return signature.verify(Vectors.message, namespace: "git") == .valid
    }
}
