internal import Git
internal import Merging
public import Terms

extension Workspace {
    /// Where the text of a new or a revised proposal comes from.
    public enum TextSource: Sendable {
        /// What somebody changed in the working files since they were taken from agreed terms or
        /// from a proposal, on top of what holds there now.
        case workingChanges
        /// The working files are the whole text.
        case workingFilesAsTheyAre
        /// These files are the whole text.
        case files(TermsFiles)

        /// Whether the working files have a part in it.
        var isWorkingFiles: Bool { if case .files = self { false } else { true } }
    }

    /// The text of a new proposal.
    struct ProposedText {
        let files: TermsFiles
        var flags: [MergeFlag] = []
        /// The agreed terms that it is written on, where it contradicts those in force.
        var ground: ObjectID?
        /// What it contradicts there.
        var conflicts: [MergeConflict] = []
    }

    /// The text of a new proposal: changes that were made on earlier terms are carried over to
    /// those in force, so that nothing agreed since is undone by the way. Where the two contradict
    /// each other, it stays on the terms that it was written on, to be carried over step by step.
    func text(
        from source: TextSource, proposing framework: String, history: History
    ) throws -> ProposedText {
        if case .files(let files) = source { return ProposedText(files: files) }
        let working = try requiredWorkingTerms(
            of: framework, history: history,
            next: "entente new \(framework) writes them, or use --set path=value")
        guard case .workingChanges = source,
            let (commit, base, inForce) = try overtakenBase(
                of: working, framework, history: history)
        else { return ProposedText(files: working) }
        let merge = MergeResult(
            base: base.files, left: working, right: inForce.files,
            names: MergeNames(left: "You", right: "The terms in force"))
        if let files = merge.terms { return ProposedText(files: files, flags: merge.flags) }
        return ProposedText(files: working, ground: commit, conflicts: merge.conflicts)
    }

    /// What somebody changed in the working files, as a proposal of it would have it: what was agreed
    /// since they were taken is not undone by it. Where it contradicts that, it is what was changed in
    /// the terms that they were taken from.
    ///
    /// - Throws: ``Problem`` where the workspace is bare; `GitError`.
    public func workingChanges(
        of framework: String, history: History
    ) throws -> (old: State, new: State) {
        let old = try state("in-force", of: framework, history: history)
        let new = try state("working", of: framework, history: history)
        guard try pendingUpdate(of: framework) == nil, let working = new.files,
            let (_, base, inForce) = try overtakenBase(
                of: working, framework, history: history)
        else { return (old, new) }
        let merge = MergeResult(
            base: base.files, left: working, right: inForce.files, names: .unknown)
        if let files = merge.terms {
            return (
                old,
                State(
                    label: "the working files, carried over to it", files: files, version: nil,
                    companions: .workingFiles)
            )
        }
        let version = try history.frameworks[framework]?.versions().last { $0.tree == base.tree }
        return (
            State(
                label: version.map { "version \($0.number), no longer in force" }
                    ?? "the terms that they were taken from",
                files: base.files, version: version?.number, companions: old.companions), new
        )
    }

    /// The proposal that a draft goes on with, as its files were taken from there; nil where they were
    /// taken from what is agreed. It may be over.
    ///
    /// - Throws: `GitError`.
    public func proposal(
        underDraftOf framework: String, history: History
    ) throws -> ProposalReference? {
        guard let basis = try basis(of: framework), try !history.contains(basis) else { return nil }
        let known = try proposalReferences().filter { $0.framework == framework }
        return try known.first { $0.tip == basis }
            ?? known.first { try repository.isAncestor(basis, of: $0.tip) }
    }

    /// The agreed terms that working files were taken from, with the newest commit of the agreed
    /// history that has them there, and those in force, where these are others and the files hold
    /// something else.
    private func overtakenBase(
        of working: TermsFiles, _ framework: String, history: History
    ) throws -> (commit: ObjectID, base: StoredTerms, inForce: StoredTerms)? {
        guard let basis = try basis(of: framework),
            let inForce = try history.frameworks[framework]?.terms, let main = history.tip,
            let commit = try repository.mergeBase(main, basis),
            let base = try store.termsTree(of: framework, in: commit).map(store.terms),
            base.tree != inForce.tree, working.digest != inForce.digest
        else { return nil }
        return (commit, base, inForce)
    }

    /// The new text of a proposal, brought up to the terms in force, and whether it takes up the
    /// working files, so that they go on with it.
    func text(
        from source: TextSource, revising proposal: Proposal, history: History
    ) throws -> (files: TermsFiles, takesUpWorkingFiles: Bool, flags: [MergeFlag]) {
        let framework = proposal.framework
        let slug = proposal.slug
        var changed = proposal.candidate.proposed.files
        var takesUp = false
        var flags: [MergeFlag] = []
        switch source {
        case .files(let files):
            changed = files
        case .workingFilesAsTheyAre:
            return (
                try requiredWorkingTerms(
                    of: framework, history: history, next: Self.load(slug)), true, []
            )
        case .workingChanges:
            let isMissing = try repository.isBare || workingTerms(of: framework) == nil
            if isMissing, proposal.outdatedBase != nil { break }
            let working = try requiredWorkingTerms(
                of: framework, history: history, next: Self.load(slug))
            let inForce = try history.frameworks[framework]?.terms
            if working.digest == inForce?.digest { break }
            takesUp = true
            if working.digest == changed.digest { break }
            let basis = try basis(of: framework)
            if let basis, try !history.contains(basis),
                try !repository.isAncestor(basis, of: proposal.reference.tip)
            {
                throw Problem(
                    "other-proposal", .no,
                    "the working files hold the text of another proposal than \(slug)",
                    next: "entente revise \(slug) --load brings its text; --as-is takes the "
                        + "working files as its whole new text")
            }
            let tree = try basis.map { try store.termsTree(of: framework, in: $0) } ?? inForce?.tree
            (changed, flags) = try merged(
                base: try tree.map { try store.terms($0).files }, working, changed,
                names: MergeNames(left: "You", right: "The proposal"), of: framework,
                message: { "the proposal \(slug) and your working files both change \($0)" },
                next: Self.asIs(slug))
        }
        guard let outdated = proposal.outdatedBase else { return (changed, takesUp, flags) }
        let (text, more) = try merged(
            base: outdated.files, changed, proposal.candidate.inForce?.files,
            names: MergeNames(left: "The proposal", right: "The terms in force"), of: framework,
            message: { "the proposal \(slug) and the terms in force both change \($0)" },
            next: "entente update \(slug) brings them together, and lets you decide")
        return (text, takesUp, flags + more.filter { !flags.contains($0) })
    }

    /// Two states that come from one, brought together term by term.
    ///
    /// - Throws: A ``Problem`` that names the terms about which they disagree.
    func merged(
        base: TermsFiles?, _ left: TermsFiles, _ right: TermsFiles?, names: MergeNames,
        of framework: String, message: (String) -> String, next: String
    ) throws -> (files: TermsFiles, flags: [MergeFlag]) {
        let merge = MergeResult(base: base, left: left, right: right, names: names)
        if let terms = merge.terms { return (terms, merge.flags) }
        let paths = merge.conflicts.map(\.path.description)
        let listed = paths.prefix(5).joined(separator: ", ")
        let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
        // What one sentence can tell is told.
        let sentence = merge.conflicts.count == 1 ? merge.conflicts.first?.sentence : nil
        throw Problem(
            "conflict", .no,
            message(listed + more)
                + (sentence.map { ". " + ($0.hasSuffix(".") ? $0.dropLast() : $0[...]) } ?? ""),
            at: TermsStore.path(of: framework), next: next)
    }

    private static func asIs(_ slug: String) -> String {
        "Make the working files say what you mean, then: entente revise \(slug) --as-is"
    }

    /// Refuses a text that nobody could sign, before anything is written. `state` is the one that
    /// a person would check, where it is not the working files.
    ///
    /// What a rule finds in the terms in force as well was agreed, and keeps nobody from changing
    /// something else.
    func refuseErrors(
        in document: TermsDocument, of framework: String, inForce: TermsFiles?,
        at state: String? = nil
    ) throws {
        let place = try companionPlace()
        var errors = try findings(in: document, companionsIn: place)
            .filter { $0.severity == .error }
        if let inForce, !errors.isEmpty {
            let agreed = Set(
                try findings(in: TermsDocument(inForce), companionsIn: place)
                    .filter(\.isAboutMeaning).map(\.cause))
            errors.removeAll { agreed.contains($0.cause) }
        }
        guard let first = errors.first else { return }
        let check = "entente check \(framework)" + (state.map { " --at \($0)" } ?? "")
        let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
        throw Problem(
            first.rule, .no, first.message + more, at: "\(framework)/\(first.place)",
            next: state == nil && errors.count == 1 ? first.next ?? check : check)
    }

    /// The terms that were in force where a commit left `main`; nil where nothing was.
    func agreedTerms(
        of framework: String, under commit: ObjectID, main: ObjectID
    ) throws -> StoredTerms? {
        guard let base = try repository.mergeBase(main, commit) else { return nil }
        return try store.termsTree(of: framework, in: base).map { try store.terms($0) }
    }

    private func requiredWorkingTerms(
        of framework: String, history: History, next: String
    ) throws -> TermsFiles {
        try refusePendingUpdate(of: framework, history: history)
        if let working = try workingTerms(of: framework) {
            try refuseErrors(
                in: TermsDocument(working), of: framework,
                inForce: try history.frameworks[framework]?.terms.files)
            return working
        }
        throw Problem(
            "no-working-files", .unable,
            "there are no working files in \(TermsStore.path(of: framework))", next: next)
    }

    private static func load(_ slug: String) -> String {
        "entente revise \(slug) --load puts the proposal's text there"
    }
}
