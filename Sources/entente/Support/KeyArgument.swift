internal import Agreement
internal import Foundation
internal import Terms

/// A public key on the command line: a file, or the line that stands in one.
enum KeyArgument {
    /// Reads a key.
    ///
    /// - Throws: `Problem` where there is no such file, or it holds no key that can be used.
    static func read(_ word: String) throws(Problem) -> KeyLine {
        if ["ssh-", "ecdsa-", "sk-"].contains(where: word.hasPrefix), word.contains(" ") {
            return try KeyLine(word)
        }
        if word.contains("PRIVATE KEY-----") { return try KeyLine(word) }
        guard let handle = FileHandle(forReadingAtPath: word) else {
            throw Problem(
                "no-key", .unable, "there is no file \(TextRules.visible(word)) that can be read",
                next: "Give a .pub file, or its line in quotes: \"ssh-ed25519 AAAA...\"")
        }
        defer { try? handle.close() }
        // Keys are far shorter; whatever else is named here is not read to its end.
        guard let data = try? handle.read(upToCount: 1 << 16),
            let text = String(validating: data, as: UTF8.self)
        else {
            throw Problem(
                "bad-key", .unable, "this is not a key file", at: word,
                next: "Give the file that ends in .pub")
        }
        do throws(Problem) {
            return try KeyLine(text)
        } catch var problem {
            problem.place = word
            throw problem
        }
    }
}
