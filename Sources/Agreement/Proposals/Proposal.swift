internal import Git
internal import SSHSignature
internal import Terms

/// A proposal as it stands: what it would put in force, who has said what, what is missing.
public struct Proposal: Sendable {
    /// How far a proposal has come.
    public enum State: Sendable {
        /// It waits for sign-offs, or for being agreed.
        case open
        /// It was agreed.
        case agreed(Version)
        /// Somebody ended it.
        case closed(SignedStatement)
    }

    /// The name and the tip.
    public let reference: ProposalReference
    /// How far it has come.
    public let state: State
    /// Where it comes from, as far as it says so.
    public let origin: ProposalOrigin?
    /// What the rules say about its terms.
    public let judgement: Judgement
    /// The terms that it was written on, where they are no longer in force.
    public let outdatedBase: StoredTerms?

    /// The framework.
    public var framework: String { reference.framework }
    /// The slug.
    public var slug: String { reference.slug }
    /// What is judged.
    public var candidate: Candidate { judgement.candidate }
    /// Whether it still waits.
    public var isOpen: Bool { if case .open = state { true } else { false } }

    /// The person who made a statement, by either registry; nil for a key that nobody has.
    public func person(of signed: SignedStatement) -> Registry.Person? {
        signed.person(among: [candidate.inForce?.registry, candidate.proposed.registry])
    }

    /// Whether a statement was made with a key that nothing but the proposal itself gives to its
    /// maker. That proves possession of the key, and says nothing about who holds it.
    public func hasUnprovenKey(_ signed: SignedStatement) -> Bool {
        candidate.inForce?.registry.map {
            $0.owner(of: signed.key)?.id != signed.statement.person
        } ?? false
    }

    /// Whether nothing but the proposal itself gives a key to somebody.
    func isUnproven(_ key: PublicKey) -> Bool {
        candidate.inForce?.registry.map { $0.owner(of: key) == nil } ?? false
    }

    /// The statements of people of the framework, oldest first.
    public var said: [(person: Registry.Person, signed: SignedStatement)] {
        candidate.statements.reversed().compactMap { signed in
            person(of: signed).map { ($0, signed) }
        }
    }

    /// The sign-offs that count for exactly this text, oldest first.
    public var standing: [(person: Registry.Person, signed: SignedStatement)] {
        var seen: Set<ObjectID> = []
        var result: [(person: Registry.Person, signed: SignedStatement)] = []
        for registry in [candidate.inForce?.registry, candidate.proposed.registry] {
            guard let registry else { continue }
            for entry in candidate.standingSignOffs(judgedBy: registry)
            where seen.insert(entry.signed.id).inserted { result.append(entry) }
        }
        let order = candidate.statements.map(\.id)
        return result.sorted {
            (order.firstIndex(of: $0.signed.id) ?? 0) > (order.firstIndex(of: $1.signed.id) ?? 0)
        }
    }

    /// The people whose sign-offs were about another text of it, or were withdrawn, and who have none
    /// that stands. What was signed of a proposal that it was made from is none of these.
    public var voided: [Registry.Person] {
        let standing = Set(standing.map(\.person.id))
        let new = candidate.newCommits
        let start = ProposalOrigin.commit(in: new, named: slug)
        var people: [Registry.Person] = []
        for (person, signed) in said
        where signed.statement.kind == .signOff && !standing.contains(person.id)
            && !people.contains(person) && start.map({ new.descends(signed.id, from: $0) }) ?? true
        {
            people.append(person)
        }
        return people
    }

    /// The last withdrawals from exactly this text of people who have not signed it since.
    public var withdrawals: [(person: Registry.Person, signed: SignedStatement)] {
        let standing = Set(standing.map(\.person.id))
        let all = said.filter { person, signed in
            signed.statement.kind == .withdrawal && candidate.concerns(signed)
                && !standing.contains(person.id)
        }
        return all.filter { person, signed in
            all.last { $0.person.id == person.id }?.signed.id == signed.id
        }
    }

    /// The objections to exactly this text whose makers have not signed it since.
    public var objections: [(person: Registry.Person, signed: SignedStatement)] {
        let standing = standing
        return said.filter { person, signed in
            signed.statement.kind == .objection && candidate.concerns(signed)
                && !standing.contains {
                    $0.person.id == person.id
                        && candidate.newCommits.descends($0.signed.id, from: signed.id)
                }
        }
    }

    /// The last comment that somebody of another party made after an objection; nil where nobody did.
    public func answer(
        to objection: (person: Registry.Person, signed: SignedStatement)
    ) -> (person: Registry.Person, signed: SignedStatement)? {
        said.last {
            $0.signed.statement.kind == .comment && $0.person.party != objection.person.party
                && candidate.newCommits.descends($0.signed.id, from: objection.signed.id)
        }
    }
}

extension Workspace {
    /// Reads a proposal and judges it against the agreed history.
    ///
    /// - Throws: `GitError`; ``Problem`` where it has no terms.
    public func proposal(_ reference: ProposalReference, history: History) throws -> Proposal {
        guard let tree = try store.termsTree(of: reference.framework, in: reference.tip) else {
            throw Problem(
                "no-terms", .no, "the proposal \(reference.slug) has no terms",
                next: "entente close \(reference.slug) --reason \"it is empty\"")
        }
        let judgement = try history.judge(
            reference.framework, tree: tree, proposal: reference.tip, store: store)
        let new = judgement.candidate.newCommits
        let agreed = try version(of: reference, before: new, history: history)
        let outdated =
            agreed == nil
            ? try outdatedBase(of: reference, judgement: judgement, history: history) : nil
        var proposal = Proposal(
            reference: reference, state: .open,
            origin: ProposalOrigin(in: new, named: reference.slug), judgement: judgement,
            outdatedBase: outdated)
        if let agreed {
            proposal = proposal.with(.agreed(agreed), origin: agreed.origin)
        } else if let closing = proposal.said.last(where: {
            proposal.candidate.isClosed(by: $0.signed) && !proposal.hasUnprovenKey($0.signed)
        }) {
            proposal = proposal.with(.closed(closing.signed), origin: proposal.origin)
        }
        return proposal
    }

    /// All proposals, judged; those that can't be read are left out with the reason.
    ///
    /// - Throws: `GitError`.
    public func proposals(
        history: History
    ) throws -> (read: [Proposal], unreadable: [(ProposalReference, Problem)]) {
        var read: [Proposal] = []
        var unreadable: [(ProposalReference, Problem)] = []
        for reference in try proposalReferences() {
            do {
                read.append(try proposal(reference, history: history))
            } catch let problem as Problem {
                unreadable.append((reference, problem))
            } catch let error as GitError {
                // What somebody pushed must not keep everybody from reading the rest.
                unreadable.append((reference, Problem(error)))
            }
        }
        return (read, unreadable)
    }

    /// The proposal that a word names.
    ///
    /// - Throws: ``Problem`` where there is none, or where it was agreed before.
    public func proposal(
        named word: String, of framework: String? = nil, history: History
    ) throws -> Proposal {
        if let reference = try findProposal(word, of: framework) {
            return try proposal(reference, history: history)
        }
        for known in history.frameworks.values where framework == nil || framework == known.name {
            let slug = word.hasPrefix(known.name + "/") ? word.dropFirst(known.name.count + 1) : nil
            guard let version = try known.versions(.slug(slug.map(String.init) ?? word)).first
            else { continue }
            throw Problem(
                "already-agreed", .no,
                "the proposal \(word) is agreed: it is version \(version.number) of \(known.name)",
                next: "entente log \(known.name)")
        }
        let slugs = try proposalReferences().map(\.slug)
        let nearest = Suggestion.nearest(to: word, in: slugs)
        throw Problem(
            "no-such-proposal", .unable,
            "there is no proposal `\(word)`"
                + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
            next: "entente proposals")
    }

    /// The version by which a proposal came into force, with this text or, under this name, with a
    /// later one; nil where it is not agreed. Being part of the history is not enough: any merge that
    /// changes nothing makes it so, and any agreement to a proposal that was built on this one.
    func version(
        of reference: ProposalReference, tree: ObjectID, history: History
    ) throws -> Version? {
        guard let framework = history.frameworks[reference.framework],
            try history.contains(reference.tip)
        else { return nil }
        return try framework.versions().last { version in
            // By what was agreed, not by name: another one may have had that, with the same text.
            guard try repository.isAncestor(reference.tip, of: version.proposal),
                try !repository.commit(version.commit).parents.prefix(1).contains(where: {
                    try repository.isAncestor(reference.tip, of: $0)
                })
            else { return false }
            return try version.tree == tree
                || AgreedName(of: version, framework: framework.name, in: repository)?
                    .names(reference.slug) ?? false
        }
    }

    /// The terms that a proposal was written on, where others are in force now.
    private func outdatedBase(
        of reference: ProposalReference, judgement: Judgement, history: History
    ) throws -> StoredTerms? {
        guard let main = history.tip, let inForce = judgement.candidate.inForce else { return nil }
        let base = try agreedTerms(of: reference.framework, under: reference.tip, main: main)
        return base?.tree == inForce.tree ? nil : base ?? inForce
    }
}

extension Proposal {
    fileprivate func with(_ state: State, origin: ProposalOrigin?) -> Proposal {
        Proposal(
            reference: reference, state: state, origin: origin, judgement: judgement,
            outdatedBase: outdatedBase)
    }
}
