/// The text around a signature, in the one form that `ssh-keygen` writes.
///
/// PROTOCOL.sshsig wishes for lines of 76 characters and lets readers accept any; OpenSSH writes
/// 70. Readers that accept any make many texts of one signature, and so many commits of one
/// signed commit. Here exactly one is accepted.
enum Armour {
    static let begin = "-----BEGIN SSH SIGNATURE-----"
    static let end = "-----END SSH SIGNATURE-----"
    static let width = 70

    private static let newline = UInt8(ascii: "\n")

    /// The armour of `blob`, with a newline at its end.
    static func encode(_ blob: [UInt8]) -> [UInt8] {
        let digits = Base64.encode(blob)
        var text = Array(begin.utf8) + [newline]
        for start in stride(from: 0, to: digits.count, by: width) {
            text += digits[start..<min(start + width, digits.count)]
            text.append(newline)
        }
        return text + Array(end.utf8) + [newline]
    }

    /// The blob in the armour, which ends with one newline or none.
    static func decode(_ text: [UInt8]) throws(SSHSignatureError) -> [UInt8] {
        if text.starts(with: "-----BEGIN PGP".utf8) {
            throw SSHSignatureError("this is an OpenPGP signature; set gpg.format to ssh")
        }
        guard !text.contains(UInt8(ascii: "\r")) else {
            throw SSHSignatureError("the signature's text holds carriage returns")
        }
        var lines = text.split(separator: newline, omittingEmptySubsequences: false)[...]
        if lines.last?.isEmpty == true {
            lines.removeLast()
        }
        guard let first = lines.popFirst(), first.elementsEqual(begin.utf8) else {
            throw SSHSignatureError("the signature does not begin with the line \(begin)")
        }
        guard let last = lines.firstIndex(where: { $0.elementsEqual(end.utf8) }) else {
            throw SSHSignatureError("the signature is cut off: it lacks the line \(end)")
        }
        guard last == lines.endIndex - 1 else {
            throw SSHSignatureError("there is text after the signature")
        }
        lines.removeLast()
        guard let rest = lines.last, (1...width).contains(rest.count),
            lines.dropLast().allSatisfy({ $0.count == width })
        else {
            throw SSHSignatureError(
                "the signature's lines are not of \(width) characters, as ssh-keygen writes them")
        }
        guard let blob = Base64.decode(Array(lines.joined())) else {
            throw SSHSignatureError("the signature's base64 text is cut off or damaged")
        }
        // What the checks above amount to, said once more in the one way that can't be wrong.
        let canonical = encode(blob)
        guard text == canonical || text == canonical.dropLast() else {
            throw SSHSignatureError("the signature's text is not in its canonical form")
        }
        return blob
    }
}
