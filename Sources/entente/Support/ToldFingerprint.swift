internal import Agreement
internal import Terms

extension Digest {
    /// A fingerprint that somebody was told, with `sha256:` or without, as it was copied.
    ///
    /// - Throws: `Problem` where it is none.
    init(told word: String) throws {
        let plain = word.filter { !$0.isWhitespace }.lowercased()
        guard let digest = Digest(plain.hasPrefix("sha256:") ? plain : "sha256:" + plain) else {
            throw Problem(
                "bad-digest", .unable, "`\(TextRules.visible(word))` is not a fingerprint",
                next: "Give all of its 64 hexadecimal digits, with sha256: or without")
        }
        self = digest
    }
}
