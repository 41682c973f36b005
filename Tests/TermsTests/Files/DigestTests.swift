import Terms
import Testing

struct DigestTests {
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    @Test func matchesKnownVectors() {
        #expect(Digest(of: []).digits == Self.empty)
        #expect(
            Digest(of: bytes("abc")).description
                == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func readsWhatItWrites() {
        let digest = Digest(of: [])
        #expect(Digest("sha256:" + Self.empty) == digest)
        #expect(digest.short == "e3b0c44298fc")
    }

    @Test(arguments: [
        "", empty, "sha256:", "SHA256:" + empty, "sha256:" + empty.uppercased(),
        "sha256:" + empty + "0", "sha256:" + String(empty.dropLast()), "sha512:" + empty,
        "sha256:" + empty.dropLast() + "g", " sha256:" + empty.dropLast(),
    ])
    func refusesOtherForms(text: String) {
        #expect(Digest(text) == nil)
    }

    @Test func sortsByDigits() {
        let digests = (0..<20).map { Digest(of: [UInt8($0)]) }
        #expect(digests.sorted().map(\.digits) == digests.map(\.digits).sorted())
    }
}
