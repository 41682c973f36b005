public import Git
public import SSHSignature
internal import Terms

extension Workspace {
    /// A statement that is about to be made: by whom, with which key, on which proposal.
    public struct Draft: Sendable {
        /// The proposal as it was shown.
        public let proposal: Proposal
        /// The person, who follows from the key.
        public let person: Registry.Person
        /// The person's party.
        public let party: Registry.Party
        /// What is said.
        public let statement: Statement
        /// The key.
        public let key: SigningKey
        /// Whether the same person said the same thing with the same key before, and it stands.
        public let isRepetition: Bool
        /// Whether nothing but the proposal itself gives the key to the person.
        public var hasUnprovenKey: Bool { proposal.isUnproven(key.publicKey) }
    }

    /// The keys that may speak about a proposal: those of the registry in force and of its own.
    public func knownKeys(of proposal: Proposal) -> Set<PublicKey> {
        (proposal.candidate.inForce?.registry?.keys ?? [])
            .union(proposal.candidate.proposed.registry?.keys ?? [])
    }

    /// Prepares a statement. Nothing is changed.
    ///
    /// - Throws: ``Problem`` where the key is nobody's, the proposal is not open, or, for a
    ///   sign-off, the text can't be signed.
    public func draft(
        _ kind: Statement.Kind, on proposal: Proposal, key: SigningKey, text: String = "",
        place: String? = nil
    ) throws -> Draft {
        let (person, party) = try signer(with: key.publicKey, of: proposal)
        if kind == .signOff { try refuseUnsignable(proposal) }
        if kind == .withdrawal, !proposal.standing.contains(where: { $0.person.id == person.id }) {
            throw Problem(
                "nothing-to-withdraw", .no,
                "\(person.name) has not signed this text of \(proposal.slug), so there is nothing "
                    + "to withdraw",
                next: "entente object \(proposal.slug) says what stands in the way")
        }
        if kind == .closing, proposal.isUnproven(key.publicKey) {
            throw Problem(
                "unregistered-key", .no,
                "only the proposal itself knows your key \(key.publicKey.fingerprint), so you can't "
                    + "close it",
                next: "Close it with a key that `entente keys` lists (--key FILE)")
        }
        try checkText(text, what: "text")
        if let place { try checkPlace(place, in: proposal) }
        let candidate = proposal.candidate
        let sentence =
            kind == .signOff
            ? "\(person.name) signs these terms for \(party.name)." : Self.paragraphs(of: text)
        let statement = Statement(
            kind: kind, framework: candidate.framework, founding: candidate.founding,
            version: candidate.version, base: candidate.inForce?.digest,
            terms: candidate.proposed.digest, party: party.id, person: person.id, on: place,
            text: sentence)
        do {
            _ = try Statement(parsing: Array(statement.message.utf8))
        } catch {
            throw Problem(
                "bad-text", .unable, "this text can't be part of a statement: \(error.description)",
                next: "Say it in plain lines of text")
        }
        let repeated = proposal.standing.contains { $0.signed.key == key.publicKey }
        return Draft(
            proposal: proposal, person: person, party: party, statement: statement, key: key,
            isRepetition: kind == .signOff && repeated)
    }

    /// Signs a statement and adds it to its proposal.
    ///
    /// The signature is made without holding any lock, so a passphrase may take its time. Where
    /// others said something meanwhile, the statement is made again on top of theirs; where the
    /// text changed, it is refused.
    ///
    /// - Throws: ``Problem``; `GitError`.
    public func say(_ draft: Draft, signer: any Signer) async throws -> ObjectID {
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        for _ in 0..<5 {
            let history = try soundHistory()
            let proposal = try open(draft.proposal.reference, history: history)
            guard proposal.candidate.proposed.digest == draft.statement.terms,
                proposal.candidate.inForce?.digest == draft.statement.base,
                proposal.candidate.version == draft.statement.version
            else {
                throw Problem(
                    "changed-meanwhile", .no,
                    "the text of \(proposal.slug) or the terms in force changed while you were "
                        + "reading; nothing was signed",
                    next: "entente diff \(proposal.framework) in-force \(proposal.slug)")
            }
            let tip = proposal.reference.tip
            let commit = CommitDraft(
                tree: try repository.commit(tip).tree, parents: [tip], author: author,
                committer: committer, message: draft.statement.message)
            let signature = try await signer.sign(try commit.bytes(), with: draft.key)
            let id = try repository.write(commit: try commit.bytes(signature: signature))
            do {
                try repository.withWorkspaceLock { _ in
                    try move(
                        proposal.reference, to: id, reason: draft.statement.subject, by: committer)
                }
                return id
            } catch let problem as Problem where problem.code == "changed-meanwhile" {
                continue
            }
        }
        throw Problem(
            "busy", .unable, "the proposal \(draft.proposal.slug) keeps changing",
            next: "Try again in a moment")
    }

    private func signer(
        with key: PublicKey, of proposal: Proposal
    ) throws -> (Registry.Person, Registry.Party) {
        let candidate = proposal.candidate
        for registry in [candidate.inForce?.registry, candidate.proposed.registry] {
            if let registry, let person = registry.owner(of: key),
                let party = registry.party(person.party)
            {
                return (person, party)
            }
        }
        guard candidate.proposed.registry != nil || candidate.inForce?.registry != nil else {
            throw Problem(
                "unreadable-registry", .no, "nobody can sign: parties.yaml has errors",
                next: "entente check \(candidate.framework) --at \(proposal.slug)")
        }
        throw Problem(
            "unregistered-key", .no,
            "your key \(key.fingerprint) belongs to nobody in \(candidate.framework)",
            next: "Sign with a key that `entente keys` lists (--key FILE), or have yours added to "
                + "parties.yaml by a proposal")
    }

    /// Refuses to sign what could not be agreed or has errors.
    private func refuseUnsignable(_ proposal: Proposal) throws {
        try refuseOutdated(proposal, purpose: " to the terms in force")
        try refuseErrors(
            in: TermsDocument(proposal.candidate.proposed.files), of: proposal.framework,
            inForce: proposal.candidate.inForce?.files, at: proposal.slug)
        if let obstacle = proposal.judgement.obstacles.first {
            throw Problem(
                obstacle.rule.rawValue, .no, "this text can never be agreed: \(obstacle.message)",
                next: obstacle.next)
        }
    }

    private func checkPlace(_ place: String, in proposal: Proposal) throws {
        let document = TermsDocument(proposal.candidate.proposed.files)
        if place.hasPrefix("clauses/") {
            if document.clauses[String(place.dropFirst(8))] != nil { return }
        } else if let path = TermPath(place), document[path] != nil {
            return
        }
        throw Problem(
            "no-such-term", .unable, "there is no term `\(TextRules.visible(place))`",
            next: "Name one like commercials.streams, or a clause like clauses/definitions")
    }

    /// Text with at most one blank line in a row and no space at the ends of lines, as Git keeps
    /// the text of a message.
    private static func paragraphs(of text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            while line.last == " " || line.last == "\t" { line.removeLast() }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        return lines.joined(separator: "\n").trimmingNewlines()
    }
}
