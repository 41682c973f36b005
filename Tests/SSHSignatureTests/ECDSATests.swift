import Testing

@testable import SSHSignature

@Suite struct ECDSATests {
    static let curves: [(String, ECDSA, KeyAlgorithm)] = [
        ("p256", .p256, .ecdsaP256), ("p384", .p384, .ecdsaP384), ("p521", .p521, .ecdsaP521),
    ]

    @Test(arguments: curves)
    func signedBySSHKeygen(name: String, curve: ECDSA, algorithm: KeyAlgorithm) throws {
        let key = try Fixtures.key(name)
        #expect(key.algorithm == algorithm)
        for hash in HashAlgorithm.allCases {
            let text = try Fixtures.signature("\(name).\(hash)")
            let signature = try SSHSignature(text)
            #expect(signature.publicKey == key)
            #expect(signature.hash == hash)
            #expect(signature.signatureAlgorithm.keyAlgorithm == algorithm)
            #expect(signature.armoured == text)
            #expect(verdict(text) == "valid")
            #expect(verdict(text, of: Vectors.message + [0]) == doesNotFit)
            #expect(verdict(text, of: []) == doesNotFit)
        }
        #expect(verdict(Vectors.p256Signature) == "valid")
        #expect(verdict(Vectors.p521Signature) == "valid")
    }

    /// Numbers with leading zeros are rare, and come in enough signatures.
    @Test(arguments: [("256", "nistp256"), ("521", "nistp521")])
    func manyNewSignatures(bits: String, curve: String) throws {
        let workshop = try Workshop()
        try workshop.sshKeygen("-q", "-t", "ecdsa", "-b", bits, "-N", "", "-f", "key")
        for byte: UInt8 in 0..<20 {
            let text = try workshop.sign([byte], namespace: "git")
            #expect(verdict(text, of: [byte]) == "valid")
            #expect(verdict(text, of: [byte ^ 1]) == doesNotFit)
        }
    }

    @Test func otherNamespace() throws {
        #expect(
            verdict(try Fixtures.signature("p256.file"))
                == "the signature is for the namespace \"file\", not for \"git\"")
        var fields = try Fields(of: Fixtures.signature("p256.file"))
        fields.namespace = Array("git".utf8)
        #expect(verdict(fields) == doesNotFit)
        fields.namespace = []
        #expect(verdict(fields) == "the signature's namespace is empty")
    }

    @Test func fieldsSpoiltOneByOne() throws {
        let good = try Fields(of: Fixtures.signature("p256.sha512"))
        #expect(verdict(good) == "valid")
        var fields = good
        fields.hash = Array("sha256".utf8)
        #expect(verdict(fields) == doesNotFit)
        fields.hash = Array("sha1".utf8)
        #expect(verdict(fields) == "the signature's hash is \"sha1\" instead of sha256 or sha512")
        fields = good
        fields.reserved = [0]
        #expect(verdict(fields) == "the signature's reserved field is not empty")
        fields = good
        fields.key = try Fixtures.key("p384").blob
        #expect(
            verdict(fields)
                == "the signature's algorithm is ecdsa-sha2-nistp256, but its key is "
                + "ecdsa-sha2-nistp384")
        fields.key = try PublicKey.parse(line: Vectors.p256Line).key.blob
        #expect(verdict(fields) == doesNotFit)
        let line = try Fixtures.text("p256-cert.pub")
        fields.key = try #require(Base64.decode(Array(line.split(separator: " ")[1].utf8)))
        #expect(
            verdict(fields)
                == "the signature's public key: certificates are not accepted "
                + "(\"ecdsa-sha2-nistp256-cert-v01@openssh.com\"); give the plain key")
    }

    /// Each number once not in its one form, and once out of range.
    @Test func numbersInOtherForms() throws {
        let name = "ecdsa-sha2-nistp256"
        var fields = try Fields(of: Fixtures.signature("p256.sha512"))
        let value = try SSHSignature(Fixtures.signature("p256.sha512")).signatureBytes
        let (r, s) = (strings(in: value)[0], strings(in: value)[1])
        func spoilt(_ r: [UInt8], _ s: [UInt8], raw: [UInt8] = []) -> String {
            fields.signature = wire(name, number(r) + number(s) + raw)
            return verdict(fields)
        }
        let malformed =
            "the signature's two numbers are cut off or badly written, or too long for nistp256"
        #expect(spoilt(r, s) == "valid")
        #expect(spoilt([0] + r, s) == malformed)
        #expect(spoilt(r, [0] + s) == malformed)
        #expect(spoilt(r, s, raw: [0]) == malformed)
        #expect(spoilt([], s) == malformed)
        #expect(spoilt(r, [0]) == malformed)
        #expect(spoilt([0xff] + r, s) == malformed)
        #expect(spoilt([1] + [UInt8](repeating: 0, count: 32), s) == malformed)
        let largest = [0] + [UInt8](repeating: 0xff, count: 32)
        #expect(spoilt(largest, s) == doesNotFit)
        #expect(spoilt(r, largest) == doesNotFit)
        #expect(spoilt([1], [1]) == doesNotFit)
        fields.signature = wire(name, number(r))
        #expect(verdict(fields) == malformed)
        // The form of other programs, r and s one after the other.
        fields.signature = wire(name, Array(r.suffix(32) + s.suffix(32)))
        #expect(verdict(fields) == malformed)
    }

    /// Anybody can make (r, n − s) from (r, s), and OpenSSH accepts both: a second text of one
    /// statement, and never a second person's.
    @Test func secondFormOfASignature() throws {
        let order = hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
        var fields = try Fields(of: Fixtures.signature("p256.sha512"))
        let value = try SSHSignature(Fixtures.signature("p256.sha512")).signatureBytes
        let numbers = try #require(ECDSA.p256.numbers(in: value))
        var difference = [UInt8](repeating: 0, count: 32)
        var borrow = 0
        for index in (0..<32).reversed() {
            let digit = Int(order[index]) - Int(numbers[32 + index]) - borrow
            difference[index] = UInt8(digit & 0xff)
            borrow = digit < 0 ? 1 : 0
        }
        func shortest(_ digits: [UInt8]) -> [UInt8] {
            let rest = Array(digits.drop { $0 == 0 })
            return rest.first.map { $0 < 0x80 } == true ? rest : [0] + rest
        }
        fields.signature = wire(
            "ecdsa-sha2-nistp256",
            number(shortest(Array(numbers[..<32]))) + number(shortest(difference)))
        #expect(verdict(fields) == "valid")
    }

    @Test(arguments: curves)
    func pointsThatAreNone(name: String, curve: ECDSA, algorithm: KeyAlgorithm) throws {
        let point = Array(try Fixtures.key(name).blob.suffix(1 + 2 * curve.length))
        func refused(_ point: [UInt8]) -> Bool {
            refusal(key: wire(algorithm.name, Array(curve.name.utf8), point))
                == "the key's point is not an uncompressed point of \(curve.name)"
        }
        #expect(!refused(point))
        let last = point.count - 1
        #expect(refused(Array(point[..<last]) + [point[last] ^ 1]))
        #expect(refused([4] + [UInt8](repeating: 0, count: last)))
        #expect(refused([4] + [UInt8](repeating: 0xff, count: last)))
        #expect(refused([2 + (point[last] & 1)] + point[1...curve.length]))
        // The hybrid form of X9.62.
        #expect(refused([6 + (point[last] & 1)] + point[1...]))
        #expect(refused([0]))
        #expect(refused([]))
        #expect(refused(point + [0]))
        #expect(refused(Array(point[..<last])))
    }

    /// An mpint as it stands.
    private func number(_ digits: [UInt8]) -> [UInt8] {
        var writer = WireWriter()
        writer.append(string: digits)
        return writer.bytes
    }
}
