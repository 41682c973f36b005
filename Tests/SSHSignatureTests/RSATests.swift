import Testing

@testable import SSHSignature

@Suite struct RSATests {
    @Test(arguments: ["rsa3072", "rsa4096"])
    func signedBySSHKeygen(name: String) throws {
        let key = try Fixtures.key(name)
        #expect(key.algorithm == .rsa)
        let texts: [(String, HashAlgorithm, SignatureAlgorithm)] = [
            ("sha256", .sha256, .rsaSHA512), ("sha512", .sha512, .rsaSHA512),
            ("rsa-sha2-256", .sha512, .rsaSHA256),
        ]
        for (suffix, hash, algorithm) in texts {
            let text = try Fixtures.signature("\(name).\(suffix)")
            let signature = try SSHSignature(text)
            #expect(signature.publicKey == key)
            #expect(signature.hash == hash)
            #expect(signature.signatureAlgorithm == algorithm)
            #expect(signature.armoured == text)
            #expect(verdict(text) == "valid")
            #expect(verdict(text, of: Vectors.message + [0]) == doesNotFit)
        }
        #expect(verdict(Vectors.rsaSignature) == "valid")
    }

    @Test func sha1IsRefused() throws {
        #expect(verdict(try Fixtures.signature("rsa3072.sha512")) == "valid")
        #expect(
            verdict(try Fixtures.signature("rsa3072.ssh-rsa"))
                == "the signature's algorithm is \"ssh-rsa\", which is not accepted")
        #expect(verdict(try Fixtures.signature("rsa3072.sha1-inside")) == doesNotFit)
    }

    @Test func theNameSaysWhichHash() throws {
        for (made, said) in [("sha512", "rsa-sha2-256"), ("rsa-sha2-256", "rsa-sha2-512")] {
            var fields = try Fields(of: Fixtures.signature("rsa3072.\(made)"))
            let value = Array(fields.signature.suffix(384))
            fields.signature = wire(said, value)
            #expect(verdict(fields) == doesNotFit)
        }
    }

    @Test func shortKeysAreRefused() throws {
        #expect(
            verdict(try Fixtures.signature("rsa2048.sha512"))
                == "the signature's public key: "
                + "an RSA key has 3072 to 8192 bits, and this one 2048")
        #expect(
            refusal(line: try Fixtures.text("rsa2048.pub"))
                == "an RSA key has 3072 to 8192 bits, and this one 2048")
        #expect(refusal(line: try Fixtures.text("rsa3072.pub")) == "accepted")
    }

    @Test func otherNamespace() throws {
        #expect(
            verdict(try Fixtures.signature("rsa3072.file"))
                == "the signature is for the namespace \"file\", not for \"git\"")
        var fields = try Fields(of: Fixtures.signature("rsa3072.file"))
        fields.namespace = Array("git".utf8)
        #expect(verdict(fields) == doesNotFit)
    }

    @Test func fieldsSpoiltOneByOne() throws {
        let good = try Fields(of: Fixtures.signature("rsa3072.sha512"))
        var fields = good
        fields.reserved = Array("x".utf8)
        #expect(verdict(fields) == "the signature's reserved field is not empty")
        fields = good
        fields.key = try Fixtures.key("rsa4096").blob
        #expect(
            verdict(fields) == "a signature of this RSA key has 512 bytes, and this one 384")
        fields.key = try PublicKey.parse(line: Vectors.rsaLine).key.blob
        #expect(verdict(fields) == doesNotFit)
        let line = try Fixtures.text("rsa3072-cert.pub")
        fields.key = try #require(Base64.decode(Array(line.split(separator: " ")[1].utf8)))
        #expect(
            verdict(fields)
                == "the signature's public key: certificates are not accepted "
                + "(\"ssh-rsa-cert-v01@openssh.com\"); give the plain key")
        fields = good
        fields.signature = wire("rsa-sha2-512-cert-v01@openssh.com", fields.signature.suffix(384))
        #expect(
            verdict(fields)
                == "the signature's algorithm is \"rsa-sha2-512-cert-v01@openssh.com\", "
                + "which is not accepted")
    }

    /// OpenSSH fills a short number up with zeros; here it would be a second text.
    @Test func lengthIsThatOfTheModulus() throws {
        var fields = try Fields(of: Fixtures.signature("rsa3072.sha512"))
        let value = Array(fields.signature.suffix(384))
        for (other, count) in [([0] + value, 385), (Array(value.dropFirst()), 383), ([], 0)] {
            fields.signature = wire("rsa-sha2-512", other)
            #expect(
                verdict(fields)
                    == "a signature of this RSA key has 384 bytes, and this one \(count)")
        }
        // s + n is no number below n.
        let modulus = [UInt8](repeating: 0xff, count: 384)
        fields.signature = wire("rsa-sha2-512", modulus)
        #expect(verdict(fields) == doesNotFit)
    }

    @Test func numbersOfTheKey() throws {
        let numbers = strings(in: try Fixtures.key("rsa3072").blob)
        let (exponent, modulus) = (numbers[1], numbers[2])
        func refused(_ exponent: [UInt8], _ modulus: [UInt8]) -> String {
            refusal(key: wire("ssh-rsa", exponent, modulus))
        }
        let written = "the RSA key is cut off or its numbers are badly written"
        let odd = "an RSA key's exponent is odd and has 2 to 32 bits; that of this one is not so"
        #expect(refused(exponent, modulus) == "accepted")
        #expect(refused([3], modulus) == "accepted")
        #expect(refused([0] + [UInt8](repeating: 0xff, count: 4), modulus) == "accepted")
        #expect(refused([0] + exponent, modulus) == written)
        #expect(refused(exponent, [0] + modulus) == written)
        #expect(refused(exponent, Array(modulus.dropFirst())) == written)
        #expect(refused([], modulus) == written)
        #expect(refused([0], modulus) == written)
        #expect(refused([0x81], modulus) == written)
        for bad: [UInt8] in [[1], [2], [1, 0, 0], [1, 0, 0, 0, 1]] {
            #expect(refused(bad, modulus) == odd)
        }
        #expect(
            refused(exponent, Array(modulus.dropLast()) + [modulus[modulus.count - 1] ^ 1])
                == "an RSA key's modulus is odd, and that of this one is even")
        let long = [1] + [UInt8](repeating: 1, count: 1024)
        #expect(
            refused(exponent, long) == "an RSA key has 3072 to 8192 bits, and this one 8193")
        #expect(refused(exponent, [0x7f] + long.dropFirst(2)) == "accepted")
    }

    /// With an exponent of 1, the padded hash itself would be a signature by anybody.
    @Test func exponentOne() throws {
        var fields = try Fields(of: Fixtures.signature("rsa3072.sha512"))
        fields.key = wire("ssh-rsa", [1], strings(in: fields.key)[2])
        #expect(
            verdict(fields)
                == "the signature's public key: "
                + "an RSA key's exponent is odd and has 2 to 32 bits; that of this one is not so")
    }

    /// What BoringSSL takes is what is accepted: the longest key and the longest exponent verify.
    @Test func longestKeyOfSSHKeygenVerifies() throws {
        let modulus = [0x7f] + [UInt8](repeating: 0xff, count: 1023)
        let key = try RSA(exponent: [0xff, 0xff, 0xff, 0xff], modulus: modulus)
        let zeros = [UInt8](repeating: 0, count: 1024)
        #expect(!key.isValid(signature: zeros, message: [], hash: .sha512))
    }
}
