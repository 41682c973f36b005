internal import Git
internal import Terms

extension Workspace {
    /// What a list says of each proposal: it follows from the judged proposal alone. A proposal about
    /// which nothing changed since it was last judged is not judged again.
    ///
    /// This is for screens. Whoever acts on a proposal has to read it: ``proposal(_:history:)``.
    ///
    /// - Parameters:
    ///   - history: The agreed history.
    ///   - describe: What a list says of a proposal.
    /// - Returns: What is said of each, by framework and slug, and what can't be read, with the reason.
    /// - Throws: `GitError`.
    package func listing<Entry: Packed & Sendable>(
        history: History, _ describe: (Proposal) -> Entry
    ) throws -> (read: [Entry], unreadable: [(ProposalReference, Problem)]) {
        let references = try proposalReferences()
        let kept = shown?.load(.proposals) ?? [:]
        let decoded = decoded(kept, of: references, as: Entry.self)
        let known = history.together {
            zip(references, decoded).map { reference, known in
                // What can't be told anew is judged anew.
                (try? known?.ground.holds(for: reference, in: history)) ?? false
                    ? known?.entry : nil
            }
        }
        var read: [Entry] = []
        var unreadable: [(ProposalReference, Problem)] = []
        var new: [(key: [UInt8], value: [UInt8])] = []
        for (reference, known) in zip(references, known) {
            if let known {
                read.append(known)
                continue
            }
            do {
                let proposal = try proposal(reference, history: history)
                let entry = describe(proposal)
                read.append(entry)
                if let value = try? sealed(entry, of: proposal, history: history) {
                    new.append((Self.key(reference), value))
                }
            } catch let problem as Problem {
                unreadable.append((reference, problem))
            } catch let error as GitError {
                // What somebody pushed must not keep everybody from reading the rest.
                unreadable.append((reference, Problem(error)))
            }
        }
        shown?.save(.proposals, new, dropping: gone(from: kept, beside: references))
        return (read, unreadable)
    }

    /// The keys of what is kept of proposals that are none any more.
    private func gone(
        from kept: [[UInt8]: [UInt8]], beside references: [ProposalReference]
    ) -> [[UInt8]] {
        let all = references.map(Self.key)
        guard all.count(where: { kept[$0] != nil }) < kept.count else { return [] }
        return Array(Set(kept.keys).subtracting(all))
    }

    private static func key(_ reference: ProposalReference) -> [UInt8] {
        Array("\(reference.framework)/\(reference.slug)".utf8)
    }

    /// What was kept of each proposal; nil where nothing was, or it is damaged.
    private func decoded<Entry: Packed & Sendable>(
        _ kept: [[UInt8]: [UInt8]], of references: [ProposalReference], as: Entry.Type
    ) -> [(ground: ProposalGround, entry: Entry)?] {
        references.map { reference in
            let key = Self.key(reference)
            return kept[key].flatMap { value in
                shown.map { (value: value, seal: $0.seal(.proposals, key)) }
            }
        }.mapOnAllCores { found in
            guard let found,
                var reader = try? PackingReader(found.value, sealedAs: found.seal),
                let ground = try? ProposalGround(from: &reader),
                let entry = try? Entry(from: &reader)
            else { return nil }
            return (ground, entry)
        }
    }

    private func sealed<Entry: Packed>(
        _ entry: Entry, of proposal: Proposal, history: History
    ) throws -> [UInt8]? {
        guard let shown,
            let ground = try ProposalGround(proposal, history: history, repository: repository)
        else { return nil }
        var writer = PackingWriter()
        ground.pack(into: &writer)
        try entry.pack(into: &writer)
        return writer.sealed(as: shown.seal(.proposals, Self.key(proposal.reference)))
    }
}
