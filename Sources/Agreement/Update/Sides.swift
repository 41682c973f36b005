internal import Git
internal import Merging
internal import Terms

extension MergeNames {
    /// The sides of an update of which nobody knows whose they are.
    static let unknown = MergeNames(left: "The proposal", right: "The terms in force")
}

extension Workspace {
    /// Whose the two sides of an update are: of each, the one party whose people wrote last what
    /// is contested, as far as they are known by their addresses or names. Two people of one party
    /// go by their own names. Nobody signs this, so it informs and never decides.
    func sides(
        of proposal: Proposal, about paths: [TermPath], history: History
    ) throws -> MergeNames {
        // The places of one text are numbered.
        let paths = paths.map { Int($0.last) == nil ? $0 : $0.parent ?? $0 }
        let registries = [
            proposal.candidate.inForce?.registry, proposal.candidate.proposed.registry,
        ].compactMap(\.self)
        func people(_ authors: [Identity?]) -> Set<Registry.Person?> {
            Set(
                authors.map { who in
                    who.flatMap { who in
                        registries.lazy.compactMap { $0.person(behind: who) }.first
                    }
                })
        }
        let mine = people(try proposers(of: proposal, changing: paths))
        let others = people(
            try agreedProposers(since: proposal, changing: paths, history: history))
        func party(_ people: Set<Registry.Person?>) -> String? {
            let parties = Set(people.map(\.?.party))
            guard parties.count == 1, let id = parties.first ?? nil else { return nil }
            return registries.lazy.compactMap { $0.party(id)?.name }.first
        }
        var (left, right) = (party(mine), party(others))
        if left == right {
            func name(_ people: Set<Registry.Person?>) -> String? {
                people.count == 1 ? people.first??.name : nil
            }
            (left, right) = (name(mine), name(others))
        }
        guard left != right else { return .unknown }
        return MergeNames(
            left: left ?? MergeNames.unknown.left, right: right ?? MergeNames.unknown.right)
    }

    /// Who made the steps of a proposal that gave these terms the text that they have in it.
    private func proposers(of proposal: Proposal, changing paths: [TermPath]) throws -> [Identity?]
    {
        let steps = try attribution(of: proposal).steps(changing: paths)
        return paths.map { steps[$0]?.last?.author ?? proposal.origin?.proposer }
    }

    /// Who proposed the last of the versions that changed these terms since a proposal was
    /// written; all who proposed one, for a term that none of them changed by itself.
    private func agreedProposers(
        since proposal: Proposal, changing paths: [TermPath], history: History
    ) throws -> [Identity?] {
        let versions = try history.frameworks[proposal.framework]?.versions() ?? []
        let base = try repository.mergeBase(try main(), proposal.reference.tip)
        let known = try versions.lastIndex { version in
            try base.map { try repository.isAncestor(version.commit, of: $0) } ?? false
        }
        let since = versions.indices.suffix(from: known.map { $0 + 1 } ?? 0)
        func reading(_ file: String, at index: Int) throws -> TermReading {
            let tree = index < 0 ? nil : versions[index].tree
            return TermReading(
                file: file, bytes: try tree.flatMap { try store.terms($0).files[file] })
        }
        var proposers: [Identity?] = []
        for (file, asked) in Dictionary(grouping: paths, by: \.file) {
            var open = Set(asked)
            for index in since.reversed()
            where !open.isEmpty && versions[index].changedFiles.contains(file) {
                let before = try reading(file, at: index - 1)
                let after = try reading(file, at: index)
                let changed = open.filter { before.value(at: $0) != after.value(at: $0) }
                if !changed.isEmpty { proposers.append(versions[index].origin?.proposer) }
                open.subtract(changed)
            }
            if !open.isEmpty { proposers += since.map { versions[$0].origin?.proposer } }
        }
        return proposers
    }
}
