@testable internal import SSHSignature

/// An armoured signature, a key line, or what is inside them, by the first byte: the fuzzer would
/// have to learn base64 to get past the armour.
@Sendable func readSignature(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    switch kind {
    case UInt8(ascii: "-"): readArmour(bytes)
    case UInt8(ascii: "K"):
        guard let key = try? PublicKey(blob: rest) else { return }
        expect(key.blob == rest, "a key has two forms")
        expect((try? PublicKey.parse(line: key.line).key) == key, "a key's line is not its own")
    case UInt8(ascii: "S"): readArmour(Armour.encode(rest))
    default:
        guard
            let (key, comment) = try? PublicKey.parse(line: String(decoding: bytes, as: UTF8.self))
        else { return }
        expect(
            (try? PublicKey.parse(line: key.line + " " + comment).key) == key,
            "a key's line is not its own")
    }
}

private func readArmour(_ text: [UInt8]) {
    guard let signature = try? SSHSignature(armoured: text) else { return }
    let again = Array(signature.armoured.utf8)
    expect(text == again || text == again.dropLast(), "a signature has two texts")
    let verdict = signature.verify(message, namespace: "git")
    guard verdict == .valid else { return }
    expect(signature.namespace == Array("git".utf8), "a signature for something else is valid")
    expect(
        signature.verify(message + [0], namespace: "git") != .valid,
        "a signature is valid for two texts")
    expect(signature.verify(message, namespace: "file") != .valid, "a namespace does not matter")
}

/// What the signatures of the corpus are for.
private let message = Array("Northwind and Contoso agree.\n".utf8)
