public import SSHSignature
internal import Terms

/// A public key as somebody gave it, with the line that goes into `parties.yaml`.
public struct KeyLine: Hashable, Sendable {
    /// The key.
    public let key: PublicKey
    /// The line, with the comment that it came with.
    public let text: String

    /// Reads the text of a `.pub` file, or the one line that stands in it.
    ///
    /// - Throws: ``Problem`` for a private key, for more than one key, and for a key that is
    ///   malformed, weak, or of a kind whose signatures don't count here.
    public init(_ text: String) throws(Problem) {
        if text.contains("PRIVATE KEY-----") || text.hasPrefix("PuTTY-User-Key-File") {
            throw Problem(
                "private-key", .unable,
                "this is a private key, which nobody but its owner may ever see; nothing was "
                    + "written", next: "Give the file beside it that ends in .pub")
        }
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            String(line.drop(while: \.isWhitespace)).droppingTrailingWhitespace
        }.filter { !$0.isEmpty }
        guard let line = lines.first, lines.count == 1 else {
            throw Problem(
                "bad-key", .unable,
                lines.isEmpty ? "there is no key in it" : "there is more than one line in it",
                next: "Give one key: the one line of a .pub file")
        }
        do {
            key = try PublicKey.parse(line: line).key
        } catch {
            throw Problem(
                "bad-key", .unable, "the key can't be used: \(error.description)",
                next: "Make one with: ssh-keygen -t ed25519")
        }
        if let problem = line.unicodeScalars.lazy.compactMap(TextRules.problem).first {
            throw Problem(
                "bad-key", .unable, "the comment of the key holds \(problem)",
                next: "Give the key without its comment")
        }
        self.text = line
    }
}

extension String {
    fileprivate var droppingTrailingWhitespace: String {
        var text = self
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }
}
