internal import Git
internal import SSHSignature

@testable internal import Agreement

/// The bytes of a commit object. What is accepted has one form: putting its parts together again
/// gives the same bytes.
@Sendable func readCommit(_ bytes: [UInt8]) {
    guard let signed = try? SignedCommit(parsing: bytes) else { return }
    let header = "gpgsig " + signed.signature.armoured.dropLast().replacing("\n", with: "\n ")
    let blank = zip(signed.payload, signed.payload.dropFirst()).enumerated()
        .first { $0.element == (10, 10) }?.offset
    guard let blank else { return expect(false, "the payload has no blank line") }
    let again =
        signed.payload[...blank] + Array((header + "\n").utf8) + signed.payload[(blank + 1)...]
    expect(Array(again) == bytes, "a signed commit has two forms")
    expect(!bytes.contains(0), "a signed commit holds a NUL")
    _ = signed.signature.verify(signed.payload, namespace: "git")
    _ = try? Statement(parsing: signed.commit.message)
}
