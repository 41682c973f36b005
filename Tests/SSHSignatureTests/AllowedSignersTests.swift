import Testing

@testable import SSHSignature

@Suite struct AllowedSignersTests {
    @Test(arguments: [
        "ada@northwind.example", "Ada Example", "#1", "a#b", " ada ", "back\\slash", "it's", "Zoë",
        "a=b", String(repeating: "a", count: 1000),
    ])
    func sshKeygenAcceptsTheLine(principal: String) throws {
        let workshop = try Workshop()
        let key = try PublicKey.parse(line: workshop.makeKey(comment: "")).key
        let line = try key.allowedSignersLine(principal: principal)
        try workshop.write((line + "\n").utf8, to: "allowed")
        _ = try workshop.sign(Vectors.message, namespace: "git")
        let right = try workshop.sshKeygen(
            "-Y", "verify", "-f", "allowed", "-I", principal, "-n", "git", "-s", "message.sig",
            input: "message")
        #expect(right.status == 0, "\(line)")
        let wrong = try workshop.sshKeygen(
            "-Y", "verify", "-f", "allowed", "-I", principal + "x", "-n", "git", "-s",
            "message.sig", input: "message")
        #expect(wrong.status != 0)
        _ = try workshop.sign(Vectors.message, namespace: "file")
        let otherNamespace = try workshop.sshKeygen(
            "-Y", "verify", "-f", "allowed", "-I", principal, "-n", "file", "-s", "message.sig",
            input: "message")
        #expect(otherNamespace.status != 0)
    }

    @Test func form() throws {
        let key = try PublicKey.parse(line: Vectors.ed25519Line).key
        #expect(
            try key.allowedSignersLine(principal: "ada") == "ada namespaces=\"git\" \(key.line)")
        #expect(
            try key.allowedSignersLine(principal: "Ada E")
                == "\"Ada E\" namespaces=\"git\" \(key.line)")
    }

    @Test(arguments: [
        "", "*", "a?", "!a", "a,b", "a\"b", "a\nb", "a\tb", "a\u{0}", "a\r\nb", "\u{7f}",
        String(repeating: "a", count: 1001),
    ])
    func principalsRefused(principal: String) throws {
        let key = try PublicKey.parse(line: Vectors.ed25519Line).key
        #expect(throws: KeyError.self) { try key.allowedSignersLine(principal: principal) }
    }
}
