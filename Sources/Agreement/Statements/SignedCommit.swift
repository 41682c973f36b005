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
        // Reading it has established `tree`, the parents, `author` and `committer`, in this order.
        let headers = commit.headers
        guard let last = headers.last, headers.count == commit.parents.count + 4, last.isSignature
        else {
            let wanted =
                ["tree"] + commit.parents.map { _ in "parent" } + ["author", "committer", "gpgsig"]
            throw FormatError(
                description: headers.contains(where: \.isSignature)
                    ? "its headers are not exactly \(wanted.joined(separator: ", "))"
                    : "it is not signed")
        }
        guard Set(commit.parents).count == commit.parents.count else {
            throw FormatError(description: "it names a parent twice")
        }
        guard commit.authorIdentity != nil, commit.committerIdentity != nil else {
            throw FormatError(description: "its author or committer is not in Git's form")
        }
        // One form only: a final newline in the header would give the same content a second id.
        guard last.value.last != 0x0A else {
            throw FormatError(description: "its signature is not in the one form that Git writes")
        }
        do {
            signature = try SSHSignature(armoured: last.value)
        } catch {
            throw FormatError(description: error.description)
        }
        var written: [UInt8] = []
        written.reserveCapacity(bytes.count)
        for header in headers.dropLast() { header.write(to: &written) }
        let signatureStart = written.count
        last.write(to: &written)
        let signatureEnd = written.count
        written.append(0x0A)
        written += commit.message
        guard written == bytes else {
            throw FormatError(description: "its bytes are not in the one form that Git writes")
        }
        written.removeSubrange(signatureStart..<signatureEnd)
        payload = written
    }
}

extension Commit.Header {
    fileprivate var isSignature: Bool { name.elementsEqual("gpgsig".utf8) }

    /// Appends the header as Git writes it: lines after the first begin with a space.
    fileprivate func write(to bytes: inout [UInt8]) {
        bytes += name
        for line in value.split(separator: 0x0A, omittingEmptySubsequences: false) {
            bytes.append(0x20)
            bytes += line
            bytes.append(0x0A)
        }
    }
}
