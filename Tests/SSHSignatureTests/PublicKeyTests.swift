import Testing

@testable import SSHSignature

@Suite struct PublicKeyTests {
    @Test(arguments: Vectors.fingerprints)
    func lineAndFingerprint(line: String, fingerprint: String) throws {
        let (key, comment) = try PublicKey.parse(line: line)
        #expect(comment == "ada@northwind.example")
        #expect(key.fingerprint == fingerprint)
        #expect(key.line + " " + comment == line)
        #expect(try PublicKey(blob: key.blob) == key)
    }

    @Test func fingerprintAsSSHKeygenPrintsIt() throws {
        let workshop = try Workshop()
        let line = try workshop.makeKey(comment: "Ada Example, Northwind")
        let (key, comment) = try PublicKey.parse(line: line)
        #expect(comment == "Ada Example, Northwind")
        let printed = try workshop.sshKeygen("-lf", "key.pub").output
        #expect(printed == "256 \(key.fingerprint) \(comment) (ED25519)\n")
    }

    @Test func algorithms() throws {
        let lines = [
            (Vectors.ed25519Line, KeyAlgorithm.ed25519), (Vectors.rsaLine, .rsa),
            (Vectors.p256Line, .ecdsaP256), (Vectors.p521Line, .ecdsaP521),
        ]
        for (line, algorithm) in lines {
            let key = try PublicKey.parse(line: line).key
            #expect(key.algorithm == algorithm)
        }
    }

    @Test func securityKeys() throws {
        let ed25519 = try PublicKey.parse(line: Vectors.ed25519Line).key.blob.suffix(32)
        let point = try PublicKey.parse(line: Vectors.p256Line).key.blob.suffix(65)
        let application = Array("ssh:".utf8)
        let first = wire("sk-ssh-ed25519@openssh.com", Array(ed25519), application)
        let second = wire(
            "sk-ecdsa-sha2-nistp256@openssh.com", Array("nistp256".utf8), Array(point), application)
        #expect(try PublicKey(blob: first).algorithm == .securityKeyEd25519)
        #expect(try PublicKey(blob: second).algorithm == .securityKeyECDSAP256)
        for blob in [first, second] {
            #expect(
                refusal(key: blob.dropLast(8))
                    == "the key is cut off: it does not name its application")
        }
    }

    @Test func equalityIsThatOfBytes() throws {
        let key = try PublicKey.parse(line: Vectors.ed25519Line).key
        let same = try PublicKey.parse(line: key.line + " another comment\n")
        let other = try PublicKey.parse(line: Vectors.p256Line).key
        #expect(key == same.key)
        #expect(same.comment == "another comment")
        #expect(Set([key, same.key, other]).count == 2)
    }

    @Test func linesRefused() throws {
        let line = try PublicKey.parse(line: Vectors.ed25519Line).key.line
        let base64 = line.dropFirst("ssh-ed25519 ".count)
        let afterName = "the key's base64 text must follow \"ssh-ed25519\" after one space"
        func notAccepted(_ name: String) -> String {
            "\"\(name)\" is not a key type that is accepted; "
                + "a key begins with its type, such as ssh-ed25519"
        }
        let control = "a public key is one line, without tabs or other control characters"
        let damaged = "the key's base64 text is cut off or damaged"
        let cases: [(String, String)] = [
            ("", notAccepted("")),
            ("ssh-ed25519", afterName),
            ("ssh-ed25519  \(base64)", afterName),
            (" " + line, notAccepted("")),
            ("no-pty " + line, notAccepted("no-pty")),
            ("SSH-ED25519 \(base64)", notAccepted("SSH-ED25519")),
            ("ssh-ed25519\t\(base64)", control),
            (line + "\r\n", control),
            (line + "\n\n", control),
            (line + "\n" + line, control),
            (line + " a\u{0}b", control),
            (String(line.dropLast()), damaged),
            (line + "=", damaged),
            (line.replacing("AAAA", with: "AA*A"), damaged),
            (String(line.dropLast(4)), "the key is cut off"),
            ("ssh-ed25519 AAAA", "the key is cut off: it does not hold its algorithm's name"),
            ("ssh-rsa \(base64)", "the line says \"ssh-rsa\", but the key itself is ssh-ed25519"),
            (
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz",
                "this is not a public key line; give the text of the .pub file"
            ),
            (
                Vectors.certificateLine,
                "certificates are not accepted (\"ssh-ed25519-cert-v01@openssh.com\"); "
                    + "give the plain key"
            ),
            (Vectors.rsa2048Line, "an RSA key has 3072 to 8192 bits, and this one 2048"),
        ]
        for (text, reason) in cases {
            #expect(refusal(line: text) == reason)
        }
    }

    @Test func certificateBlobIsRefusedByName() {
        for kind in ["ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "sk-ssh-ed25519"] {
            let name = kind + "-cert-v01@openssh.com"
            let reason = "certificates are not accepted (\"\(name)\"); give the plain key"
            #expect(refusal(key: wire(name, [1, 2, 3])) == reason)
        }
    }

    @Test func hostileNamesArePrintedSafely() {
        let reason = refusal(key: wire("\u{1b}[2J evil\n" + String(repeating: "x", count: 500)))
        #expect(reason.hasPrefix("\"?[2J?evil?xxx"))
        #expect(reason.utf8.count < 200)
    }

    @Test func formIsExact() throws {
        let key = Array(try PublicKey.parse(line: Vectors.ed25519Line).key.blob.suffix(32))
        #expect(refusal(key: wire("ssh-ed25519", key)) == "accepted")
        #expect(
            refusal(key: wire("ssh-ed25519", key, raw: [0]))
                == "the key has surplus bytes at its end")
        #expect(
            refusal(key: wire("ssh-ed25519", key + [0]))
                == "an ed25519 key has 32 bytes, and this one 33")
        #expect(
            refusal(key: wire("ssh-ed25519", key.dropLast()))
                == "an ed25519 key has 32 bytes, and this one 31")
        let point = Array(try PublicKey.parse(line: Vectors.p256Line).key.blob.suffix(65))
        #expect(
            refusal(key: wire("ecdsa-sha2-nistp256", Array("nistp384".utf8), point))
                == "the key's curve is \"nistp384\" instead of nistp256")
        #expect(
            refusal(key: wire("ecdsa-sha2-nistp256", Array("nistp256".utf8), [2] + point[1..<33]))
                == "the key's point is not an uncompressed point of nistp256")
    }

    @Test(arguments: Vectors.fingerprints.map(\.0))
    func everyTruncationIsRefused(line: String) throws {
        let blob = try PublicKey.parse(line: line).key.blob
        for length in 0..<blob.count {
            #expect(throws: KeyError.self) { try PublicKey(blob: Array(blob[..<length])) }
        }
        #expect(throws: KeyError.self) { try PublicKey(blob: blob + [0]) }
    }

    /// The eight points of small order, each also with the other sign and as y + p where that
    /// fits; and the other y of p or more.
    @Test func weakKeysAreRefused() {
        let zeros = [UInt8](repeating: 0, count: 32)
        var points = [zeros, [1] + zeros[1...]]
        for low: UInt8 in 0xec...0xff {
            points.append([low] + [UInt8](repeating: 0xff, count: 30) + [0x7f])
        }
        points.append(
            hex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"))
        points.append(
            hex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"))
        let reason = "the key is weak: signatures by it can be made without any secret"
        for point in points {
            for sign: UInt8 in [0, 0x80] {
                let key = point[..<31] + [point[31] | sign]
                #expect(refusal(key: wire("ssh-ed25519", Array(key))) == reason)
                #expect(
                    refusal(key: wire("sk-ssh-ed25519@openssh.com", Array(key), [0x61])) == reason)
            }
        }
        // One less than -1 is an ordinary y.
        let ordinary = [0xeb] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
        #expect(refusal(key: wire("ssh-ed25519", ordinary)) == "accepted")
    }
}
