import Testing

@testable import SSHSignature

@Suite struct SSHSignatureTests {
    private let message = Vectors.message

    @Test func fixedVectors() throws {
        let key = try PublicKey.parse(line: Vectors.ed25519Line).key
        let texts: [(String, HashAlgorithm)] = [
            (Vectors.ed25519Signature, .sha512), (Vectors.ed25519SHA256Signature, .sha256),
        ]
        for (text, hash) in texts {
            let signature = try SSHSignature(text)
            #expect(signature.publicKey == key)
            #expect(signature.namespace == Array("git".utf8))
            #expect(signature.hash == hash)
            #expect(signature.signatureAlgorithm == .ed25519)
            #expect(signature.signatureBytes.count == 64)
            #expect(signature.verify(message, namespace: "git") == .valid)
        }
    }

    @Test(arguments: [nil, HashAlgorithm.sha256, .sha512])
    func signedBySSHKeygen(hash: HashAlgorithm?) throws {
        let workshop = try Workshop()
        let key = try PublicKey.parse(line: workshop.makeKey(comment: "ada")).key
        for message in [[], Array("a".utf8), [UInt8](repeating: 0, count: 100_000)] {
            let signature = try SSHSignature(
                workshop.sign(message, namespace: "git", hash: hash))
            #expect(signature.publicKey == key)
            #expect(signature.hash == hash ?? .sha512)
            #expect(signature.verify(message, namespace: "git") == .valid)
            #expect(signature.verify(message + [0], namespace: "git") == .invalid(.doesNotFit))
        }
    }

    @Test func tamperedMessage() throws {
        let signature = try SSHSignature(Vectors.ed25519Signature)
        for index in message.indices {
            var tampered = message
            tampered[index] ^= 1
            #expect(signature.verify(tampered, namespace: "git") == .invalid(.doesNotFit))
        }
        #expect(signature.verify([], namespace: "git") == .invalid(.doesNotFit))
        #expect(signature.verify(message.dropLast(), namespace: "git") == .invalid(.doesNotFit))
    }

    @Test func otherNamespace() throws {
        let signature = try SSHSignature(Vectors.ed25519Signature)
        for namespace in ["file", "", "Git", "git\u{0}", "gi"] {
            let verdict = signature.verify(message, namespace: namespace)
            #expect(
                verdict
                    == .invalid(.otherNamespace(found: Array("git".utf8), expected: namespace)))
        }
        // The namespace is signed too: to rewrite it doesn't help.
        var fields = try Fields()
        fields.namespace = Array("file".utf8)
        let rewritten = try SSHSignature(blob: fields.blob)
        #expect(rewritten.verify(message, namespace: "file") == .invalid(.doesNotFit))
    }

    /// `String` holds these two for equal; they are different bytes.
    @Test func namespacesAreComparedAsBytes() throws {
        let composed = "caf\u{e9}"
        let decomposed = "cafe\u{301}"
        #expect(composed == decomposed)
        var fields = try Fields()
        fields.namespace = Array(composed.utf8)
        let signature = try SSHSignature(blob: fields.blob)
        #expect(
            signature.verify(message, namespace: decomposed)
                == .invalid(
                    .otherNamespace(found: Array(composed.utf8), expected: decomposed)))
    }

    @Test func otherHashIsAnotherMessage() throws {
        var fields = try Fields()
        fields.hash = Array("sha256".utf8)
        let signature = try SSHSignature(blob: fields.blob)
        #expect(signature.verify(message, namespace: "git") == .invalid(.doesNotFit))
    }

    @Test func otherKey() throws {
        let workshop = try Workshop()
        var fields = try Fields()
        fields.key = try PublicKey.parse(line: workshop.makeKey(comment: "")).key.blob
        let signature = try SSHSignature(blob: fields.blob)
        #expect(signature.verify(message, namespace: "git") == .invalid(.doesNotFit))
    }

    @Test func keyThatIsNoPoint() throws {
        var fields = try Fields()
        fields.key = wire("ssh-ed25519", [2] + [UInt8](repeating: 0, count: 31))
        let signature = try SSHSignature(blob: fields.blob)
        #expect(signature.verify(message, namespace: "git") == .invalid(.doesNotFit))
    }

    @Test func reasons() {
        #expect(
            SSHSignature.Reason.otherNamespace(found: [0x66, 0x0a], expected: "git").description
                == "the signature is for the namespace \"f?\", not for \"git\"")
        #expect(
            SSHSignature.Reason.doesNotFit.description
                == "the signature does not fit the message and the key")
    }

    /// S and S + L give the same point; only the smaller is a signature (RFC 8032 section 5.1.7).
    @Test func secondFormOfASignature() throws {
        let order: [UInt8] = [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
            0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ]
        var value = try SSHSignature(Vectors.ed25519Signature).signatureBytes
        var carry = 0
        for (index, byte) in order.enumerated() {
            let sum = Int(value[32 + index]) + Int(byte) + carry
            value[32 + index] = UInt8(sum & 0xff)
            carry = sum >> 8
        }
        #expect(carry == 0)
        var fields = try Fields()
        fields.signature = wire("ssh-ed25519", value)
        let signature = try SSHSignature(blob: fields.blob)
        #expect(signature.verify(message, namespace: "git") == .invalid(.doesNotFit))
    }
}
