public import Terms

/// Terms that might become the next version of a framework, and all that was said about them.
///
/// It is the one input of the rules: preview, agreement and verification build it the same way.
public struct Candidate: Sendable {
    /// The framework.
    public let framework: String
    /// The terms in force; nil at the founding.
    public let inForce: StoredTerms?
    /// The digest of the founding terms; nil at the founding.
    public let founding: Digest?
    /// The version that the terms would become.
    public let version: Int
    /// The proposed terms.
    public let proposed: StoredTerms
    /// The files that differ from the terms in force, sorted.
    public let changedFiles: [String]
    /// The statements on the proposal with signatures that fit.
    public let statements: [SignedStatement]
    /// What looks like a statement and does not count.
    public let ignored: [IgnoredStatement]
    /// The unique ids of all frameworks in force, and whose they are.
    let uids: [String: String]
    let newCommits: NewCommits

    /// Whether a statement is about exactly this: framework, lineage, version, terms in force
    /// and proposed terms, also in its own tree (trust.md, rule 4).
    public func concerns(_ signed: SignedStatement) -> Bool {
        let statement = signed.statement
        return statement.framework == framework && statement.founding == founding
            && statement.version == version && statement.base == inForce?.digest
            && statement.terms == proposed.digest && signed.terms == proposed.tree
    }

    /// Whether a statement ends the proposal: a closing of this text. It goes on doing so when
    /// other terms come into force; the closing of another text ends nothing here.
    public func isClosed(by signed: SignedStatement) -> Bool {
        let statement = signed.statement
        return statement.kind == .closing && statement.framework == framework
            && statement.terms == proposed.digest && signed.terms == proposed.tree
    }

    /// The statements that are about exactly this, by a person of the registry who signs with
    /// a key of their own and in their own name.
    public func statements(
        _ kind: Statement.Kind, judgedBy registry: Registry
    ) -> [(person: Registry.Person, signed: SignedStatement)] {
        statements.compactMap { signed in
            guard signed.statement.kind == kind, concerns(signed),
                let person = registry.owner(of: signed.key),
                signed.statement.person == person.id, signed.statement.party == person.party
            else { return nil }
            return (person, signed)
        }
    }

    /// The sign-offs that stand: those that no withdrawal of the same person voids. A withdrawal
    /// voids every sign-off that does not descend from it, or from a copy of it with another
    /// signature: else anybody could take back, with such a copy, what was signed after the first.
    public func standingSignOffs(
        judgedBy registry: Registry
    ) -> [(person: Registry.Person, signed: SignedStatement)] {
        let withdrawals = statements(.withdrawal, judgedBy: registry)
        return statements(.signOff, judgedBy: registry).filter { person, signed in
            withdrawals.allSatisfy { withdrawn, withdrawal in
                withdrawn.id != person.id
                    || withdrawals.contains { _, copy in
                        copy.payload == withdrawal.payload
                            && newCommits.descends(signed.id, from: copy.id)
                    }
            }
        }
    }
}
