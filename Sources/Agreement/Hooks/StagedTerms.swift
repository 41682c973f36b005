internal import Git
public import Terms

/// Terms of a framework that are about to be committed with plain Git.
public struct StagedTerms: Sendable {
    /// The framework.
    public let framework: String
    /// What keeps them from being signed.
    public let errors: [Finding]
}

extension Workspace {
    /// The terms that the index changes, checked.
    ///
    /// - Throws: ``Problem`` where they would be committed to `main`, where only an agreement
    ///   changes them, or where a proposal would hold more than its terms; `GitError`.
    public func stagedTerms() throws -> [StagedTerms] {
        let staged = try repository.stagedTree()
        let (branch, tip) = try headBranch()
        let before = try tip.map { try repository.commit($0).tree }
        var changed: [(framework: String, terms: ObjectID?)] = []
        do {
            for root in try TreeChange.between(before, staged, in: repository)
            where root.name == "frameworks" {
                for framework in try root.inner(in: repository) {
                    for part in try framework.inner(in: repository) where part.name == "terms" {
                        let terms = part.new?.mode == .tree ? part.new?.id : nil
                        changed.append((framework.name, terms))
                    }
                }
            }
            // What a merge brings was judged where it was made, or is when it is pushed.
            if !repository.isMerging { try refuse(changed.map(\.framework), on: branch) }
            if !repository.isMerging, let (framework, slug) = ProposalReference.names(in: branch) {
                let scope = ProposalScope(framework: framework, repository: repository)
                if let stray = try scope.stray(from: before, to: staged) {
                    throw Problem(
                        "outside-terms", .no,
                        "you are on the proposal \(slug), which changes the terms of "
                            + "\(framework) only, and \(stray) is staged",
                        next: "git restore --staged \(stray); other files go to main")
                }
            }
        } catch let violation as Violation {
            throw Problem(violation.rule.rawValue, .no, violation.message, next: violation.next)
        }
        return try changed.compactMap { framework, tree in
            guard let tree else { return nil }
            let findings = try findings(
                in: TermsDocument(try store.terms(tree).files), companionsIn: .tree(staged))
            return StagedTerms(
                framework: framework, errors: findings.filter { $0.severity == .error })
        }
    }

    private func headBranch() throws -> (name: String, tip: ObjectID?) {
        switch try repository.head() {
        case .branch(let name): (name, try repository.reference(name))
        case .detached(let tip): ("", tip)
        }
    }

    private func refuse(_ frameworks: [String], on branch: String) throws {
        guard branch == References.main, let framework = frameworks.first else { return }
        throw Problem(
            "terms-on-main", .no,
            "terms of \(framework) can't be committed to main: only an agreement changes them",
            at: TermsStore.path(of: framework),
            next: "git restore --staged frameworks, then entente propose <slug> --title \"...\" "
                + "--why \"...\"")
    }

    /// Whether there is an agreed history at all.
    ///
    /// - Throws: `GitError`.
    public func hasMain() throws -> Bool { try repository.reference(References.main) != nil }
}
