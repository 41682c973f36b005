public import Git
public import SSHSignature
internal import Terms

/// A statement whose signature fits: somebody with this key said this. Whether the key counts is
/// for the rules to decide.
public struct SignedStatement: Sendable {
    /// The commit.
    public let id: ObjectID
    /// What was said.
    public let statement: Statement
    /// The key that signed it.
    public let key: PublicKey
    /// Who the commit names, and when: reported, never decisive.
    public let committer: Identity
    /// The terms of the statement's framework in the statement's own tree, or nil.
    public let terms: ObjectID?
    /// What was signed: the commit without its signature. Copies of one statement that differ in
    /// their signatures only, as anybody can make them of an ECDSA signature, have it in common.
    let payload: [UInt8]

    /// The person who made it, by the first registry that knows the key as that person's; nil for
    /// a key that nobody has.
    func person(among registries: [Registry?]) -> Registry.Person? {
        registries.lazy.compactMap { $0?.owner(of: key) }.first { $0.id == statement.person }
    }
}

/// A commit that looks like a statement and does not count, with the reason.
public struct IgnoredStatement: Hashable, Sendable {
    /// The commit.
    public let id: ObjectID
    /// Whom the commit names.
    public let committer: String
    /// Why it does not count, as part of a sentence.
    public let reason: String
}
