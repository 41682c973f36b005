internal import Git
public import Terms

extension Workspace {
    /// What a new or revised proposal came to.
    public struct Proposed: Sendable {
        /// The proposal as it stands now.
        public let proposal: Proposal
        /// The people whose sign-offs the new text voids.
        public let voided: [Registry.Person]
    }

    /// Puts terms on a new proposal, which founds the framework or amends it.
    ///
    /// One reference is created; until then nothing refers to the new objects. Where the terms
    /// are what the working files hold, that is remembered for the next revision.
    ///
    /// - Throws: ``Problem`` where the proposal exists, or the terms are those in force or break
    ///   the rules for files; `GitError`.
    public func propose(
        _ files: TermsFiles, framework: String, slug: String, title: String, why: String,
        fromWorkingFiles: Bool
    ) throws -> Proposed {
        try checkName(framework, what: "framework")
        try checkName(slug, what: "proposal")
        try checkText(title, what: "title")
        try checkText(why, what: "reason")
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        return try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            if let taken = try findProposal(slug, of: framework) {
                throw try taken.alreadyExists(in: self, history: history)
            }
            if let known = history.frameworks[framework], known.inForce.digest == files.digest {
                throw Problem(
                    "nothing-to-propose", .no,
                    "the terms of \(framework) are those in force (version "
                        + "\(known.inForce.number)): there is nothing to propose",
                    next: "Edit the files in frameworks/\(framework)/terms, or use "
                        + "--set path=value")
            }
            let main = try main()
            let tree = try write(files, of: framework)
            let root = try repository.tree(
                try repository.commit(main).tree, replacing: TermsStore.path(of: framework),
                with: (.tree, tree))
            let draft = CommitDraft(
                tree: root, parents: [main], author: author, committer: committer,
                message: ProposalOrigin.message(
                    framework: framework, slug: slug, title: title, why: why))
            let tip = try repository.write(commit: try draft.bytes())
            try repository.setReference(
                References.proposal(framework, slug), to: tip, expecting: nil,
                reason: "propose: \(title)", by: committer)
            if fromWorkingFiles { try setBasis(of: framework, to: tip, by: committer) }
            let reference = ProposalReference(framework: framework, slug: slug, tip: tip)
            return Proposed(
                proposal: try proposal(reference, history: history), voided: [])
        }
    }

    /// How the text of a revised proposal is found.
    public enum Revision: Sendable {
        /// What changed in the working files since they were taken from the proposal, or from the
        /// terms in force, is carried over to the proposal.
        case workingChanges
        /// The working files are the whole new text.
        case workingFilesAsTheyAre
        /// These files are the whole new text.
        case files(TermsFiles)
    }

    /// Adds changes to a proposal, and brings it up to the terms in force.
    ///
    /// - Throws: ``Problem`` where the proposal is not open, nothing changes, or the changes don't
    ///   fit; `GitError`.
    public func revise(
        _ reference: ProposalReference, with revision: Revision, why: String
    ) throws -> Proposed {
        try checkText(why, what: "reason")
        let author = try environment.identity("AUTHOR", in: repository)
        let committer = try environment.identity("COMMITTER", in: repository)
        return try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            let before = try open(reference, history: history)
            let framework = reference.framework
            let files = try revised(before, with: revision, history: history)
            if before.outdatedBase == nil, files.digest == before.candidate.proposed.digest {
                throw Problem(
                    "nothing-to-revise", .no,
                    "nothing changes: the proposal \(reference.slug) has this text already",
                    next: "entente revise \(reference.slug) --load puts its text into the working "
                        + "files, to edit it")
            }
            let main = try main()
            let tree = try write(files, of: framework)
            let root = try repository.tree(
                try repository.commit(main).tree, replacing: TermsStore.path(of: framework),
                with: (.tree, tree))
            let isUpToDate = try repository.isAncestor(main, of: before.reference.tip)
            let reason = why.isEmpty ? "" : "\n\(why)\n"
            let draft = CommitDraft(
                tree: root,
                parents: isUpToDate ? [before.reference.tip] : [before.reference.tip, main],
                author: author, committer: committer,
                message: "Revise \(framework) \(reference.slug)\n\(reason)")
            let tip = try repository.write(commit: try draft.bytes())
            try move(before.reference, to: tip, reason: "revise", by: committer)
            if case .files = revision {
            } else {
                try setBasis(of: framework, to: tip, by: committer)
            }
            let after = try proposal(
                ProposalReference(framework: framework, slug: reference.slug, tip: tip),
                history: history)
            let signedBefore = Set(before.standing.map(\.person.id))
            return Proposed(
                proposal: after, voided: after.voided.filter { signedBefore.contains($0.id) })
        }
    }

    /// Puts the text of a proposal into the working files, to edit it there.
    ///
    /// - Throws: ``Problem`` where the working files hold changes that would be lost; `GitError`.
    public func load(_ reference: ProposalReference) throws {
        let committer = try environment.identity("COMMITTER", in: repository)
        try repository.withWorkspaceLock { _ in
            let history = try soundHistory()
            let framework = reference.framework
            let folder = TermsStore.path(of: framework)
            let basis = try basisTree(of: framework, history: history)
            let target = try store.termsTree(of: framework, in: reference.tip)
            let working = try workingTerms(of: framework)?.digest
            let untouched =
                try working == nil || working == basis.map { try store.terms($0).digest }
                || working == target.map { try store.terms($0).digest }
            guard untouched else {
                throw Problem(
                    "unproposed-changes", .no,
                    "the working files of \(framework) hold changes that are in no proposal",
                    at: folder, next: "Propose them first: entente propose <slug> --title ...")
            }
            _ = try repository.updateWorkingFiles(
                under: folder, from: working == nil ? nil : basis, to: target)
            try setBasis(of: framework, to: reference.tip, by: committer)
            // Git's own index goes on showing the agreed text.
            let inForce = history.frameworks[framework]?.inForce.terms.tree
            _ = try repository.updateWorkingFiles(under: folder, from: inForce, to: inForce)
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
            throw Problem(
                "closed", .no,
                "the proposal \(reference.slug) was closed by \(closing.statement.person): "
                    + closing.statement.text,
                next: "Propose it anew under another name: entente propose <slug> --title ...")
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

    private func revised(
        _ proposal: Proposal, with revision: Revision, history: History
    ) throws -> TermsFiles {
        let framework = proposal.framework
        let proposed = proposal.candidate.proposed.files
        let changed: TermsFiles
        switch revision {
        case .files(let files):
            changed = files
        case .workingFilesAsTheyAre:
            guard let working = try workingTerms(of: framework) else {
                throw noWorkingFiles(framework, slug: proposal.slug)
            }
            return working
        case .workingChanges:
            guard let working = try workingTerms(of: framework) else {
                throw noWorkingFiles(framework, slug: proposal.slug)
            }
            if let basis = try basis(of: framework), !history.contains(basis),
                try !repository.isAncestor(basis, of: proposal.reference.tip)
            {
                throw Problem(
                    "other-proposal", .no,
                    "the working files hold the text of another proposal than \(proposal.slug)",
                    next: "entente revise \(proposal.slug) --load brings its text; --as-is takes "
                        + "the working files as its whole new text")
            }
            let base = try basisTree(of: framework, history: history)
            let carried = CarryOver(
                base: try base.map { try store.terms($0).files }, ours: proposed, theirs: working)
            try refuse(carried.conflicts, of: proposal, against: "your working files")
            changed = carried.terms
        }
        guard let outdated = proposal.outdatedBase else { return changed }
        let carried = CarryOver(
            base: outdated.files, ours: proposal.candidate.inForce?.files, theirs: changed)
        try refuse(carried.conflicts, of: proposal, against: "the terms in force")
        return carried.terms
    }

    private func basisTree(of framework: String, history: History) throws -> ObjectID? {
        if let basis = try basis(of: framework) {
            return try store.termsTree(of: framework, in: basis)
        }
        return history.frameworks[framework]?.inForce.terms.tree
    }

    private func refuse(
        _ conflicts: [String], of proposal: Proposal, against other: String
    ) throws {
        guard !conflicts.isEmpty else { return }
        let files = conflicts.joined(separator: ", ")
        throw Problem(
            "conflict", .no, "the proposal \(proposal.slug) and \(other) both change \(files)",
            at: TermsStore.path(of: proposal.framework),
            next: "Make the working files say what you mean, then: "
                + "entente revise \(proposal.slug) --as-is")
    }

    private func noWorkingFiles(_ framework: String, slug: String) -> Problem {
        Problem(
            "no-working-files", .unable,
            "there are no working files in \(TermsStore.path(of: framework))",
            next: "entente revise \(slug) --load puts the proposal's text there")
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
