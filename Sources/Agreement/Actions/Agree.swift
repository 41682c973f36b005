internal import Git
internal import Terms

extension Workspace {
    /// What an agreement came to.
    public struct Agreed: Sendable {
        /// The new version.
        public let version: Version
        /// The framework.
        public let framework: String
        /// The working files that somebody changed and that were left alone.
        public let leftAlone: [String]
        /// Why this copy does not follow yet; ``Workspace/settle()`` makes up for it.
        public let unfinished: Problem?
    }

    /// Puts a proposal's terms in force, if every rule holds.
    ///
    /// The decision is one compare-and-swap of `main`. What follows it, the tag, the working
    /// files and the removal of the proposal's name, is made up for by the next command where it
    /// is interrupted.
    ///
    /// - Throws: ``Problem`` where a rule does not hold or somebody else was faster; `GitError`.
    public func agree(_ reference: ProposalReference) throws -> Agreed {
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        return try repository.withWorkspaceLock { _ in
            try refuseUnfinishedGit()
            let before = try soundHistory()
            var history = before
            let proposal = try open(reference, history: history)
            try refuseUnagreed(proposal)
            let framework = proposal.framework
            let main = try main()
            let tree = try repository.tree(
                try repository.commit(main).tree, replacing: TermsStore.path(of: framework),
                with: (.tree, proposal.candidate.proposed.tree))
            let draft = CommitDraft(
                tree: tree, parents: [main, proposal.reference.tip], author: author,
                committer: committer, message: Self.message(for: proposal))
            let merge = try repository.write(commit: try draft.bytes())
            // The very check that every partner's verification makes, before anything moves.
            try history.advance(to: merge, store: store)
            guard history.breach == nil, let agreed = history.frameworks[framework] else {
                throw Problem(
                    "does-not-verify", .no,
                    "the agreement would not verify: "
                        + (history.breach?.violations[0].message ?? "no version results"),
                    next: "entente status")
            }
            do {
                try beginCheckout(from: main, before: before, to: history) {
                    try repository.setReference(
                        References.main, to: merge, expecting: main,
                        reason: "agree: \(framework) v\(agreed.inForce.number)", by: committer)
                }
            } catch let error as GitError where error.code == .modified {
                throw Problem(
                    "changed-meanwhile", .no, "the agreed history moved at the same moment",
                    next: "entente status, then try again", detail: error.description)
            }
            // It is in force now. What else can be done is done, whatever fails of it.
            var left: [String] = []
            var unfinished: Problem?
            let steps = [
                { try self.pinFoundings(of: [agreed]) },
                { try self.rememberVerified(merge) },
                { left = try self.finishCheckout(history: history) },
                { try self.clear(proposal.reference, agreedAs: agreed.inForce) },
            ]
            for step in steps {
                do {
                    try step()
                } catch let error as GitError {
                    unfinished = unfinished ?? Problem(error)
                } catch let problem as Problem {
                    unfinished = unfinished ?? problem
                }
            }
            return Agreed(
                version: agreed.inForce, framework: framework, leftAlone: left,
                unfinished: unfinished)
        }
    }

    private func refuseUnagreed(_ proposal: Proposal) throws {
        try refuseOutdated(proposal, purpose: "; then everybody signs anew")
        let judgement = proposal.judgement
        if let obstacle = judgement.obstacles.first {
            throw Problem(
                obstacle.rule.rawValue, .no, obstacle.message,
                at: "the proposal \(proposal.slug)", next: obstacle.next)
        }
        guard !judgement.holds else { return }
        let voided = proposal.voided.map(\.name)
        let note =
            voided.isEmpty
            ? "" : " (no longer counted: \(voided.joined(separator: ", ")))"
        throw Problem(
            "sign-offs-missing", .no,
            "not agreed yet: the proposal \(proposal.slug) waits for "
                + judgement.waitingFor.joined(separator: "; ") + note,
            next: "entente sign \(proposal.slug), by those who are missing")
    }

    private static func message(for proposal: Proposal) -> String {
        let candidate = proposal.candidate
        let title = proposal.origin?.title ?? proposal.slug
        let signers = proposal.standing.map { person, _ in
            "\(person.name) signed for "
                + (candidate.proposed.registry?.party(person.party)
                ?? candidate.inForce?.registry?.party(person.party)).map(\.name, or: person.party)
                + "."
        }
        return """
            Agree \(candidate.framework) v\(candidate.version): \(title)

            \(signers.joined(separator: "\n"))

            Entente-Agreement: 1
            Framework: \(candidate.framework)
            Version: \(candidate.version)
            Proposal: \(proposal.slug)
            Terms: \(candidate.proposed.digest)

            """
    }
}

extension Optional {
    fileprivate func map(_ path: KeyPath<Wrapped, String>, or other: String) -> String {
        self?[keyPath: path] ?? other
    }
}
