public import Git
public import SSHSignature

/// A commit with an SSH signature, read strictly from its bytes (trust.md, "Raw objects").
///
/// Accepted are `tree`, one `parent` or more, `author`, `committer`, `gpgsig`, in this order, each
/// single one once, no parent twice, nothing else; a blank line; the message; no NUL anywhere.
public struct SignedCommit: Sendable {
    /// Why a commit is refused.
    public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason, as part of a sentence.
        public let description: String
    }

    /// The commit.
    public let commit: Commit
    /// The bytes that the signature covers: the commit without its `gpgsig`.
    public let payload: [UInt8]
    /// The signature.
    public let signature: SSHSignature

    /// Reads the bytes of a commit object. Linear in their number.
    ///
    /// - Throws: ``FormatError``.
    public init(parsing bytes: [UInt8]) throws(FormatError) {
        guard !bytes.contains(0) else { throw FormatError(description: "it holds a NUL byte") }
        do {
            commit = try Commit(parsing: bytes)
        } catch {
            throw FormatError(description: error.description)
        }
        let names = commit.headers.map { String(decoding: $0.name, as: UTF8.self) }
        let wanted =
            ["tree"] + commit.parents.map { _ in "parent" } + ["author", "committer", "gpgsig"]
        guard names == wanted else {
            throw FormatError(
                description: names.contains("gpgsig")
                    ? "its headers are not exactly \(wanted.joined(separator: ", "))"
                    : "it is not signed")
        }
        guard Set(commit.parents).count == commit.parents.count else {
            throw FormatError(description: "it names a parent twice")
        }
        guard commit.authorIdentity != nil, commit.committerIdentity != nil else {
            throw FormatError(description: "its author or committer is not in Git's form")
        }
        let armour = commit.headers[commit.headers.count - 1].value
        do {
            signature = try SSHSignature(armoured: armour)
        } catch {
            throw FormatError(description: error.description)
        }
        // One form only: a final newline in the header would give the same content a second id.
        guard Array(signature.armoured.utf8.dropLast()) == armour else {
            throw FormatError(description: "its signature is not in the one form that Git writes")
        }
        let signed = Self.encode(commit, signed: true)
        guard signed == bytes else {
            throw FormatError(description: "its bytes are not in the one form that Git writes")
        }
        payload = Self.encode(commit, signed: false)
    }

    private static func encode(_ commit: Commit, signed: Bool) -> [UInt8] {
        var bytes: [UInt8] = []
        for header in commit.headers {
            let isSignature = header.name.elementsEqual("gpgsig".utf8)
            if isSignature, !signed { continue }
            bytes += header.name + [0x20]
            for byte in header.value {
                bytes.append(byte)
                if byte == 0x0A { bytes.append(0x20) }
            }
            bytes.append(0x0A)
        }
        return bytes + [0x0A] + commit.message
    }
}
