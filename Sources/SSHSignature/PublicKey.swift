/// An OpenSSH public key: its algorithm and its wire form.
///
/// Two keys are equal when their wire forms are the same bytes; a comment is no part of a key.
///
/// ```swift
/// let (key, comment) = try PublicKey.parse(
///     line: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKHE…iqb ada@northwind.example")
/// key.fingerprint  // "SHA256:…", as `ssh-keygen -l` prints it
/// key.line         // the line again, without the comment
/// ```
///
/// A value of this type is well formed: it was read strictly, so there is one wire form for each
/// key, and it is fit to verify signatures with.
public struct PublicKey: Hashable, Sendable {
    /// What kind of key this is.
    public let algorithm: KeyAlgorithm

    /// The wire form of RFC 4253 section 6.6, which begins with the algorithm's name.
    public let blob: [UInt8]

    /// What the wire form says.
    let material: KeyMaterial

    /// Reads a key's wire form.
    ///
    /// - Parameter blob: The wire form, with nothing after it.
    /// - Throws: ``KeyError`` if the form is not exactly that of its algorithm, the algorithm is
    ///   not one of ``KeyAlgorithm``, or the key is known to be weak.
    public init(blob: [UInt8]) throws(KeyError) {
        (algorithm, material) = try KeyForm.read(blob)
        self.blob = blob
    }

    /// Two keys are equal when their wire forms are.
    public static func == (left: PublicKey, right: PublicKey) -> Bool {
        left.blob == right.blob
    }

    /// Hashes the wire form.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(blob)
    }

    /// Reads the line of a `.pub` file: algorithm, base64 text and, if there is one, a comment,
    /// each set off by one space.
    ///
    /// - Parameter line: The line, with its newline or without. Options before the key, as
    ///   `authorized_keys` has them, are refused.
    /// - Returns: The key, and the comment as it stands, empty if there is none.
    /// - Throws: ``KeyError`` if the line is not such a line or ``init(blob:)`` refuses the key.
    public static func parse(line: String) throws(KeyError) -> (key: PublicKey, comment: String) {
        var bytes = Array(line.utf8)
        if bytes.last == UInt8(ascii: "\n") {
            bytes.removeLast()
        }
        if bytes.starts(with: "-----BEGIN".utf8) {
            throw KeyError("this is not a public key line; give the text of the .pub file")
        }
        guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }) else {
            throw KeyError("a public key is one line, without tabs or other control characters")
        }
        let fields = bytes.split(
            separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
        let name = fields[0]
        try KeyForm.checkName(name)
        guard fields.count > 1, !fields[1].isEmpty else {
            throw KeyError("the key's base64 text must follow \(printable(name)) after one space")
        }
        guard let blob = Base64.decode(fields[1]) else {
            throw KeyError("the key's base64 text is cut off or damaged")
        }
        let key = try PublicKey(blob: blob)
        guard name.elementsEqual(key.algorithm.name.utf8) else {
            throw KeyError(
                "the line says \(printable(name)), but the key itself is \(key.algorithm.name)")
        }
        let comment = fields.count > 2 ? String(decoding: fields[2], as: UTF8.self) : ""
        return (key, comment)
    }

    /// What people compare, as `ssh-keygen -l` prints it: `SHA256:` and the unpadded base64 text
    /// of the wire form's SHA-256.
    public var fingerprint: String {
        let digest = HashAlgorithm.sha256.digest(blob)
        return "SHA256:" + String(decoding: Base64.encode(digest, padded: false), as: UTF8.self)
    }

    /// The key as one line without a comment and without a newline, such as `ssh-ed25519 AAAA…`.
    public var line: String {
        algorithm.name + " " + String(decoding: Base64.encode(blob), as: UTF8.self)
    }
}

/// Why a public key can't be used, in words for the person who gave it.
public struct KeyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// A sentence without capital letter and full stop, to be put after the key's place.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
