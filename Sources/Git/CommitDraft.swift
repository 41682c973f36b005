/// A commit to be written.
public struct CommitDraft: Sendable, Hashable {
    /// The tree.
    public var tree: ObjectID
    /// The parents, in order.
    public var parents: [ObjectID]
    /// Who wrote it.
    public var author: Identity
    /// Who commits it.
    public var committer: Identity
    /// The message, taken as it is: by custom it ends with a line feed.
    public var message: String

    /// A draft from its parts.
    public init(
        tree: ObjectID, parents: [ObjectID], author: Identity, committer: Identity, message: String
    ) {
        self.tree = tree
        self.parents = parents
        self.author = author
        self.committer = committer
        self.message = message
    }

    /// The exact bytes of the commit object, which are also what is signed when `signature` is nil.
    ///
    /// An armoured signature goes where Git puts it: in a `gpgsig` header after the committer,
    /// without its final line feed, each further line after one space.
    ///
    /// - Throws: ``GitError`` of code ``GitError/Code/invalid`` for an identity, message or signature
    ///   that a commit can't hold.
    public func bytes(signature: String? = nil) throws -> [UInt8] {
        func refused(_ reason: String) -> GitError {
            GitError(operation: "write commit", code: .invalid, message: reason)
        }
        guard !message.utf8.contains(0) else { throw refused("the message has a NUL") }
        var text = "tree \(tree)\n"
        for parent in parents { text += "parent \(parent)\n" }
        text += "author \(try author.line())\n"
        text += "committer \(try committer.line())\n"
        var bytes = Array(text.utf8)
        if let signature {
            var armour = Array(signature.utf8)
            guard !armour.contains(0) else { throw refused("the signature has a NUL") }
            if armour.last == 10 { armour.removeLast() }
            guard !armour.isEmpty else { throw refused("the signature is empty") }
            bytes += Array("gpgsig ".utf8)
            for byte in armour {
                bytes.append(byte)
                if byte == 10 { bytes.append(32) }
            }
            bytes.append(10)
        }
        bytes.append(10)
        return bytes + Array(message.utf8)
    }
}
