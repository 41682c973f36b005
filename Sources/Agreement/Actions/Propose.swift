internal import Git
public import Merging
public import Terms

extension Workspace {
    /// What a new or revised proposal came to.
    public struct Proposed: Sendable {
        /// The proposal as it stands now.
        public let proposal: Proposal
        /// The people whose sign-offs the new text voids.
        public let voided: [Registry.Person]
        /// The texts in which both sides of a merge changed something, to be read as a whole.
        public let flags: [MergeFlag]
        /// Its text, as it was read to look for errors.
        public let document: TermsDocument
        /// What it contradicts in the terms in force, where it is written on earlier ones.
        public var conflicts: [MergeConflict] = []
    }

    /// Puts terms on a new proposal, which founds the framework or amends it.
    ///
    /// One reference is created; until then nothing refers to the new objects. Where the terms
    /// come from the working files, these hold the proposal's text afterwards. Working changes that
    /// contradict what was agreed since are proposed on the terms that they were made on, so that
    /// ``update(_:why:)`` brings both together.
    ///
    /// - Throws: ``Problem`` where the proposal exists, or the terms are those in force or have
    ///   errors; `GitError`.
    public func propose(
        _ source: TextSource, framework: String, slug: String, title: String, why: String
    ) throws -> Proposed {
        try checkName(framework, what: "framework")
        try checkName(slug, what: "proposal")
        guard !title.unicodeScalars.contains("\n") else {
            throw Problem(
                "bad-text", .unable, "the title has more than one line",
                next: "Keep one line, and put the rest into --why")
        }
        try checkText(title, what: "title")
        try checkText(why, what: "reason")
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        return try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            if let taken = try findProposal(slug, of: framework) {
                throw try taken.alreadyExists(in: self, history: history)
            }
            let text = try text(from: source, proposing: framework, history: history)
            let files = text.files
            let document = TermsDocument(files)
            try refuseErrors(
                in: document, of: framework,
                inForce: try history.frameworks[framework]?.terms.files)
            if let known = history.frameworks[framework], known.inForce.digest == files.digest {
                throw Problem(
                    "nothing-to-propose", .no,
                    "the terms of \(framework) are those in force (version "
                        + "\(known.inForce.number)): there is nothing to propose",
                    next: "Edit the files in frameworks/\(framework)/terms, or use "
                        + "--set path=value")
            }
            let ground = try text.ground ?? main()
            let tree = try write(files, of: framework)
            let root = try repository.tree(
                try repository.commit(ground).tree, replacing: TermsStore.path(of: framework),
                with: (.tree, tree))
            let draft = CommitDraft(
                tree: root, parents: [ground], author: author, committer: committer,
                message: ProposalOrigin.message(
                    framework: framework, slug: slug, title: title, why: why))
            let tip = try repository.write(commit: try draft.bytes())
            try repository.setReference(
                References.proposal(framework, slug), to: tip, expecting: nil,
                reason: "propose: \(title)", by: committer)
            if source.isWorkingFiles { try putIntoWorkingFiles(framework, of: tip) }
            let reference = ProposalReference(framework: framework, slug: slug, tip: tip)
            return Proposed(
                proposal: try proposal(reference, history: history), voided: [],
                flags: text.flags, document: document, conflicts: text.conflicts)
        }
    }

    /// Adds changes to a proposal, and brings it up to the terms in force.
    ///
    /// - Throws: ``Problem`` where the proposal is not open, nothing changes, or the changes don't
    ///   fit; `GitError`.
    public func revise(
        _ reference: ProposalReference, with source: TextSource, why: String
    ) throws -> Proposed {
        try checkText(why, what: "reason")
        return try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            let before = try open(reference, history: history)
            let (files, takesUpWorkingFiles, flags) = try text(
                from: source, revising: before, history: history)
            if before.outdatedBase == nil, files.digest == before.candidate.proposed.digest {
                throw Problem(
                    "nothing-to-revise", .no,
                    "nothing changes: the proposal \(reference.slug) has this text already",
                    next: "entente revise \(reference.slug) --load puts its text into the working "
                        + "files, to edit it")
            }
            return try revise(
                before, saying: TermsDocument(files), on: try main(), why: why,
                takesUp: takesUpWorkingFiles,
                flags: flags, history: history)
        }
    }

    /// Gives a proposal a new text, on top of an agreed history. `prepare` is called with the new
    /// tip before the proposal is moved there, and `afterwards` when it was. Call it under the
    /// workspace lock.
    func revise(
        _ before: Proposal, saying document: TermsDocument, on main: ObjectID, why: String,
        takesUp: Bool, flags: [MergeFlag] = [], history: History,
        prepare: (ObjectID) throws -> Void = { _ in },
        afterwards: () throws -> Void = {}
    ) throws -> Proposed {
        let (framework, slug) = (before.framework, before.slug)
        try refuseErrors(
            in: document, of: framework,
            inForce: try history.frameworks[framework]?.terms.files)
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        let tree = try write(document.files, of: framework)
        // Where it leads to that step already, perhaps with later ones, it keeps what is there.
        let isUpToDate = try repository.isAncestor(main, of: before.reference.tip)
        let ground = isUpToDate ? before.reference.tip : main
        let root = try repository.tree(
            try repository.commit(ground).tree, replacing: TermsStore.path(of: framework),
            with: (.tree, tree))
        let reason = why.isEmpty ? "" : "\n\(why)\n"
        let draft = CommitDraft(
            tree: root,
            parents: isUpToDate ? [before.reference.tip] : [before.reference.tip, main],
            author: author, committer: committer,
            message: ProposalStep.subject(revising: framework, slug) + "\n\(reason)")
        let tip = try repository.write(commit: try draft.bytes())
        try prepare(tip)
        try move(before.reference, to: tip, reason: "revise", by: committer)
        if takesUp { try putIntoWorkingFiles(framework, of: tip) }
        try afterwards()
        let after = try proposal(
            ProposalReference(framework: framework, slug: slug, tip: tip), history: history)
        // Where other terms came into force, that voided what had been signed: it is said here.
        let text = before.candidate.proposed.digest
        let signedBefore = Set(
            before.outdatedBase == nil
                ? before.standing.map(\.person.id)
                : before.said.filter {
                    $0.signed.statement.kind == .signOff && $0.signed.statement.terms == text
                }.map(\.person.id))
        return Proposed(
            proposal: after, voided: after.voided.filter { signedBefore.contains($0.id) },
            flags: flags, document: document)
    }

    /// Puts the text of a proposal into the working files, to edit it there.
    ///
    /// - Throws: ``Problem`` where the working files hold changes that would be lost; `GitError`.
    public func load(_ reference: ProposalReference) throws {
        try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            let framework = reference.framework
            try refusePendingUpdate(of: framework, history: history)
            let inForce = history.frameworks[framework]?.inForce.tree
            let basis = try basis(of: framework).flatMap {
                try store.termsTree(of: framework, in: $0)
            }
            let target = try store.termsTree(of: framework, in: reference.tip)
            let known = try [inForce, basis, target].compactMap { tree in
                try tree.map { try store.terms($0).digest }
            }
            guard try workingTerms(of: framework).map({ known.contains($0.digest) }) ?? true else {
                throw Problem(
                    "unproposed-changes", .no,
                    "the working files of \(framework) hold changes that are in no proposal",
                    at: TermsStore.path(of: framework),
                    next: "Propose them first: entente propose <slug> --title ...")
            }
            try putIntoWorkingFiles(framework, of: reference.tip)
        }
    }

    /// A proposal that can still be changed.
    ///
    /// - Throws: ``Problem`` where it was agreed or closed.
    func open(_ reference: ProposalReference, history: History) throws -> Proposal {
        let current = try findProposal(reference.slug, of: reference.framework)
        guard let current else {
            return try proposal(
                named: reference.slug, of: reference.framework, history: history)
        }
        let proposal = try proposal(current, history: history)
        switch proposal.state {
        case .open:
            return proposal
        case .agreed(let version):
            throw Problem(
                "already-agreed", .no,
                "the proposal \(reference.slug) is agreed: it is version \(version.number) of "
                    + reference.framework,
                next: "entente log \(reference.framework)")
        case .closed(let closing):
            let waits =
                try pendingUpdate(of: reference.framework)?.update.slug == reference.slug
            throw Problem(
                "closed", .no,
                "the proposal \(reference.slug) was closed by \(closing.statement.person): "
                    + closing.statement.text,
                next: waits
                    ? "entente update \(reference.slug) --abandon, then propose it anew under "
                        + "another name: entente propose <slug> --title ..."
                    : "Propose it anew under another name: entente propose <slug> --title ...")
        }
    }

    /// Moves a proposal from where it was read to a new tip.
    ///
    /// - Throws: ``Problem`` where somebody else was faster.
    func move(
        _ reference: ProposalReference, to tip: ObjectID, reason: String, by who: Identity
    ) throws {
        do {
            try repository.setReference(
                References.proposal(reference.framework, reference.slug), to: tip,
                expecting: reference.tip, reason: reason, by: who)
        } catch let error as GitError where error.code == .modified {
            throw Problem(
                "changed-meanwhile", .no,
                "somebody changed the proposal \(reference.slug) at the same moment",
                next: "entente status, then try again", detail: error.description)
        }
    }

    private func checkName(_ name: String, what: String) throws {
        guard !Identifier.isValid(name) else { return }
        throw Problem(
            "bad-name", .unable, "`\(TextRules.visible(name))` can't be the name of a \(what)",
            next: "Use lower-case letters, digits and hyphens, starting with a letter")
    }

    func checkText(_ text: String, what: String) throws {
        let problem = text.unicodeScalars.lazy.compactMap(TextRules.problem).first
        guard let problem else { return }
        throw Problem("bad-text", .unable, "the \(what) holds \(problem)", next: "Delete it")
    }
}

extension ProposalReference {
    fileprivate func alreadyExists(in workspace: Workspace, history: History) throws -> Problem {
        let isOpen = try workspace.proposal(self, history: history).isOpen
        return Problem(
            "proposal-exists", .no, "there is a proposal `\(slug)` already",
            next: isOpen
                ? "Change it with entente revise \(slug), or choose another name"
                : "It is no longer open; choose another name")
    }
}
