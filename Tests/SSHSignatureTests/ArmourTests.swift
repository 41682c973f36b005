import Testing

@testable import SSHSignature

@Suite struct ArmourTests {
    private let text = Vectors.ed25519Signature

    @Test func canonicalText() throws {
        #expect(try SSHSignature(text).armoured == text)
        #expect(try SSHSignature(String(text.dropLast())).armoured == text)
        #expect(try SSHSignature(String(text.dropLast())) == SSHSignature(text))
        for other in [Vectors.rsaSignature, Vectors.p256Signature, Vectors.p521Signature] {
            #expect(try SSHSignature(other).armoured == other)
        }
    }

    /// A blob of 210 bytes fills its four lines exactly; `ssh-keygen` then adds no empty line.
    @Test(arguments: [1, 38, 39, 40, 41])
    func lastLineAsSSHKeygenWritesIt(namespaceLength: Int) throws {
        let workshop = try Workshop()
        _ = try workshop.makeKey(comment: "")
        let namespace = String(repeating: "n", count: namespaceLength)
        let written = try workshop.sign(Vectors.message, namespace: namespace)
        let signature = try SSHSignature(written)
        #expect(signature.armoured == written)
        #expect(signature.verify(Vectors.message, namespace: namespace) == .valid)
    }

    @Test func variationsRefused() throws {
        let blob = try blob(text)
        let lines = text.split(separator: "\n").map(String.init)
        let body = lines[1..<lines.count - 1].joined()
        func wrapped(_ width: Int) -> String {
            var rest = body[...]
            var wrapped: [String] = []
            while !rest.isEmpty {
                wrapped.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            return ([Armour.begin] + wrapped + [Armour.end, ""]).joined(separator: "\n")
        }
        #expect(wrapped(70) == text)

        let begin = "the signature does not begin with the line -----BEGIN SSH SIGNATURE-----"
        let noEnd = "the signature is cut off: it lacks the line -----END SSH SIGNATURE-----"
        let after = "there is text after the signature"
        let width = "the signature's lines are not of 70 characters, as ssh-keygen writes them"
        let base64 = "the signature's base64 text is cut off or damaged"
        let carriage = "the signature's text holds carriage returns"
        // The blob's length leaves one character of padding: the last digit has two spare bits.
        #expect(text.contains("FAs=\n"))
        let cases: [(String, String)] = [
            ("", begin),
            ("\n", begin),
            ("\n" + text, begin),
            (" " + text, begin),
            ("\u{feff}" + text, begin),
            ("hello\n" + text, begin),
            (text.replacing("BEGIN SSH", with: "BEGIN  SSH"), begin),
            (text.replacing(Armour.begin, with: Armour.begin + " "), begin),
            ("-----BEGIN SSH SIGNATURE-----", noEnd),
            (lines.dropLast().joined(separator: "\n"), noEnd),
            (text.replacing(Armour.end, with: Armour.end + " "), noEnd),
            (text + "\n", after),
            (text + "x", after),
            (text + text, after),
            (String(text.dropLast()) + " ", noEnd),
            (text.replacing("\n", with: "\r\n"), carriage),
            (String(text.dropLast()) + "\r\n", carriage),
            (wrapped(76), width),
            (wrapped(64), width),
            (wrapped(1000), width),
            (Armour.begin + "\n" + Armour.end + "\n", width),
            (Armour.begin + "\n\n" + Armour.end + "\n", width),
            (text.replacing("\n" + Armour.end, with: "\n\n" + Armour.end), width),
            (text.replacing(Armour.begin + "\n", with: Armour.begin + "\n\n"), width),
            (text.replacing("FAs=\n", with: "FAs= \n"), base64),
            (text.replacing("FAs=\n", with: "FAt=\n"), base64),
            (text.replacing("FAs=\n", with: "FAs\n"), base64),
            (text.replacing("FAs=\n", with: "FAs==\n"), base64),
            (text.replacing("SIGNATURE-----\nU1NI", with: "SIGNATURE-----\nU1N*"), base64),
            (
                text.replacing("SSH SIGNATURE", with: "PGP SIGNATURE"),
                "this is an OpenPGP signature; set gpg.format to ssh"
            ),
        ]
        for (text, reason) in cases {
            #expect(refusal(armoured: text.utf8) == reason, "\(text)")
        }
        #expect(refusal(blob: blob) == "accepted")
        #expect(refusal(armoured: [0xff, 0, 0x80]) == begin)
    }
}
