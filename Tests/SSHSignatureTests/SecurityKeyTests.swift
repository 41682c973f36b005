import Testing

@testable import SSHSignature

@Suite struct SecurityKeyTests {
    private let message = Vectors.message

    @Test func signatures() throws {
        for device in Authenticator.both {
            let fields = try device.sign(message)
            let signature = try SSHSignature(blob: fields.blob)
            #expect(signature.publicKey.blob == device.keyBlob)
            #expect(signature.publicKey.algorithm.name == device.name)
            #expect(verdict(fields) == "valid")
            #expect(verdict(fields, of: message + [0]) == doesNotFit)
            #expect(
                signature.verify(message, namespace: "file")
                    == .invalid(
                        .otherNamespace(found: Array("git".utf8), expected: "file")))
        }
    }

    /// The software device is what OpenSSH takes for a device.
    @Test func openSSHAgrees() throws {
        let workshop = try Workshop()
        try workshop.write(message, to: "message")
        for var device in Authenticator.both {
            device.application = "ssh:ada"
            let key = try PublicKey(blob: device.keyBlob)
            let line = try key.allowedSignersLine(principal: "ada")
            try workshop.write((line + "\n").utf8, to: "signers")
            let fields = try device.sign(message)
            try workshop.write(Armour.encode(fields.blob), to: "signature")
            let result = try workshop.sshKeygen(
                "-Y", "verify", "-f", "signers", "-I", "ada", "-n", "git", "-s", "signature",
                input: "message")
            #expect(result.status == 0)
            #expect(verdict(fields) == "valid")
        }
    }

    @Test func withoutUserPresence() throws {
        let reason = "the security key signed without being touched"
        for var device in Authenticator.both {
            for flags: UInt8 in [0, 4, 0xfe] {
                device.flags = flags
                #expect(verdict(try device.sign(message)) == reason)
                // To say afterwards that somebody was there doesn't help.
                device.signedFlags = flags
                device.flags = flags | 1
                #expect(verdict(try device.sign(message)) == doesNotFit)
                device.signedFlags = nil
                #expect(verdict(try device.sign(message)) == "valid")
            }
        }
    }

    @Test func otherApplication() throws {
        for var device in Authenticator.both {
            device.signedApplication = "ssh:other"
            #expect(verdict(try device.sign(message)) == doesNotFit)
            device.application = "ssh:other"
            #expect(verdict(try device.sign(message)) == "valid")
            for application in ["", "ssh", "https://bank.example", "SSH:", "ssh:\u{0}"] {
                device.application = application
                device.signedApplication = nil
                #expect(
                    verdict(try device.sign(message))
                        == "the signature's public key: the key's application is "
                        + "\(printable(application.utf8)); it has to begin with ssh:")
            }
        }
    }

    @Test func counter() throws {
        for var device in Authenticator.both {
            let good = try device.sign(message)
            var fields = good
            fields.signature.removeLast()
            #expect(verdict(fields) == "the signature is cut off at its flags and counter")
            fields.signature.removeLast(4)
            #expect(verdict(fields) == "the signature is cut off at its flags and counter")
            fields.signature = good.signature + [0]
            #expect(verdict(fields) == "the signature's value has surplus bytes at its end")
            fields = good
            fields.signature[fields.signature.count - 1] ^= 1
            #expect(verdict(fields) == doesNotFit)
            // Any counter will do, as long as it is signed.
            for counter: [UInt8] in [[0, 0, 0, 0], [0xff, 0xff, 0xff, 0xff]] {
                device.counter = counter
                #expect(verdict(try device.sign(message)) == "valid")
            }
            device.counter = [0, 0, 7]
            #expect(
                verdict(try device.sign(message))
                    == "the signature is cut off at its flags and counter")
        }
    }

    /// The same secret with and without a device: neither signature passes for the other.
    @Test func confusionWithPlainKeys() throws {
        let device = Authenticator.p256
        let fields = try device.sign(message)
        var plain = fields
        plain.key = wire(
            "ecdsa-sha2-nistp256", Array("nistp256".utf8),
            Array(device.keyBlob.dropLast(8).suffix(65)))
        #expect(
            verdict(plain)
                == "the signature's algorithm is sk-ecdsa-sha2-nistp256@openssh.com, "
                + "but its key is ecdsa-sha2-nistp256")
        plain.signature = wire("ecdsa-sha2-nistp256", strings(in: fields.signature)[1])
        #expect(verdict(plain) == doesNotFit)
        plain.key = fields.key
        #expect(
            verdict(plain)
                == "the signature's algorithm is ecdsa-sha2-nistp256, "
                + "but its key is sk-ecdsa-sha2-nistp256@openssh.com")
    }

    @Test func formsThatAreRefused() throws {
        for device in Authenticator.both {
            let good = try device.sign(message)
            for name in [
                "webauthn-" + device.name, "webauthn-sk-ecdsa-sha2-nistp256@openssh.com",
                device.name.replacing("@", with: "-cert-v01@"),
            ] {
                var fields = good
                let rest = fields.signature.dropFirst(4 + device.name.utf8.count)
                fields.signature = wire(name, raw: Array(rest))
                #expect(
                    verdict(fields)
                        == "the signature's algorithm is \(printable(name.utf8)), "
                        + "which is not accepted")
                fields = good
                fields.key = wire(
                    name, raw: Array(fields.key.dropFirst(4 + device.name.utf8.count)))
                #expect(verdict(fields).hasPrefix("the signature's public key: "))
            }
            for length in 0..<good.blob.count {
                #expect(refusal(blob: Array(good.blob[..<length])) != "accepted")
            }
        }
    }
}
