internal import Git
internal import Terms

extension Workspace {
    /// Makes up for whatever an interrupted command left undone after its decision: temporary files, working
    /// files that do not follow the agreed history or belong to a proposal without anybody knowing,
    /// and the names of proposals that are agreed.
    ///
    /// - Parameter adopting: Whether all working files are looked at that may hold the text of a
    ///   proposal; ``adopt(_:history:)`` does it for some.
    /// - Throws: `GitError`; ``Problem``.
    public func settle(adopting: Bool = true) throws {
        lookedAt = [:]
        try repository.clearAbandoned()
        try settleUpdates()
        let history = try history()
        guard history.breach == nil else { return }
        try finishCheckout(history: history)
        var open: [ProposalReference] = []
        let references = try proposalReferences()
        let versions = try history.together {
            try references.map {
                try history.contains($0.tip)
                    ? history.frameworks[$0.framework]?.versions(.proposal($0.tip)).last : nil
            }
        }
        for (reference, version) in zip(references, versions) {
            if let version {
                try repository.withWorkspaceLock { _ in
                    try clear(reference, agreedAs: version)
                }
            } else {
                open.append(reference)
            }
        }
        guard try followsMain else { return }
        let bases = Set(try repository.referenceNames(under: References.bases))
        let based = history.frameworks.values.filter { bases.contains(References.basis($0.name)) }
        for framework in based.sorted(by: { $0.name < $1.name }) {
            guard let basis = try basis(of: framework.name),
                try store.termsTree(of: framework.name, in: basis) != framework.inForce.tree,
                try pendingUpdate(of: framework.name) == nil,
                try history.contains(basis)
                    || workingTerms(of: framework.name)?.digest == framework.inForce.digest
            else { continue }
            try repository.withWorkspaceLock { _ in
                _ = try refreshWorkingFiles(of: framework, history: history)
            }
        }
        if adopting { try adopt(open, history: history) }
    }

    /// Remembers which working files hold the text of one of these proposals. Linear in the number
    /// of files of their frameworks.
    ///
    /// - Throws: `GitError`.
    func adopt(_ open: [ProposalReference], history: History) throws {
        guard try !open.isEmpty && followsMain else { return }
        let frameworks = Dictionary(grouping: open, by: \.framework)
        // Most working files hold what is in force, and then there is nothing to remember. Where an
        // answer that is kept for screens is wrong, no more than that note is left out.
        let digests = try workingDigests(of: frameworks.keys.sorted())
        for (framework, proposals) in frameworks.sorted(by: { $0.key < $1.key })
        where digests[framework] != nil
            && digests[framework] != history.frameworks[framework]?.inForce.digest
        {
            try adopt(proposals, of: framework, history: history)
        }
    }

    /// Takes an agreed proposal off the list: its version gets a tag, and its name goes, unless it
    /// is the branch that somebody works on.
    func clear(_ reference: ProposalReference, agreedAs version: Version) throws {
        let tag = References.tag(reference.framework, version.number)
        if try repository.reference(tag) == nil {
            try repository.setReference(
                tag, to: version.commit, expecting: nil, reason: "agree", by: housekeeper)
        }
        let name = References.proposal(reference.framework, reference.slug)
        guard try repository.head() != .branch(name) else { return }
        try repository.deleteReference(name, expecting: reference.tip)
    }

    /// Remembers that the working files of a framework hold the text of one of its proposals, where
    /// they do.
    private func adopt(
        _ proposals: [ProposalReference], of framework: String, history: History
    ) throws {
        guard try pendingUpdate(of: framework) == nil else { return }
        if let basis = try basis(of: framework), try !history.contains(basis) { return }
        guard let digest = try workingTerms(of: framework)?.digest,
            digest != history.frameworks[framework]?.inForce.digest
        else { return }
        for reference in proposals {
            guard let tree = try store.termsTree(of: framework, in: reference.tip),
                try store.terms(tree).digest == digest
            else { continue }
            try repository.withWorkspaceLock { _ in
                try setBasis(of: framework, to: reference.tip)
            }
            return
        }
    }
}
