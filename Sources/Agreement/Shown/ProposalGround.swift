internal import Git

/// Everything outside of a proposal's own commits that decides what the rules say about it.
///
/// The commits that a tip reaches say what they say. What can change around them is which of them
/// are new, whether other terms come into force, and whether another framework takes the unique id.
/// The agreed history holds all ancestors of what it holds. So as long as it holds none of the
/// oldest new commits, they all are new; and as long as it holds what they came from, no others are.
struct ProposalGround: Equatable {
    private let tip: ObjectID
    /// The commit that put the terms in force that were judged against.
    private let inForce: ObjectID?
    /// The new commits with no new commit before them.
    private let oldest: [ObjectID]
    /// The commits of the agreed history from which they came.
    private let origins: [ObjectID]
    private let uid: String?
    /// The framework that had the unique id.
    private let owner: String?

    /// The ground of a judgement; nil where it is more than can be told apart quickly.
    ///
    /// - Throws: `GitError`.
    init?(_ proposal: Proposal, history: History, repository: Repository) throws {
        let new = proposal.candidate.newCommits
        var oldest: [ObjectID] = []
        var origins: Set<ObjectID> = []
        for id in new.order {
            let known = (new.commits[id]?.parents ?? []).filter { new.commits[$0] == nil }
            origins.formUnion(known)
            if known.count == new.commits[id]?.parents.count { oldest.append(id) }
        }
        guard new.commits[proposal.reference.tip] != nil else { return nil }
        // With several, it has to be clear which of them the proposal was written on.
        if origins.count > 1 {
            guard let main = history.tip,
                let base = try repository.mergeBase(main, proposal.reference.tip),
                try origins.allSatisfy({
                    try $0 == base || repository.isAncestor($0, of: base)
                })
            else { return nil }
        }
        tip = proposal.reference.tip
        inForce = history.frameworks[proposal.framework]?.inForce.commit
        self.oldest = oldest
        self.origins = origins.sorted()
        uid = proposal.candidate.proposed.uid
        owner = uid.flatMap(history.framework(withUID:))
    }

    /// Whether judging a proposal anew would come to the same.
    ///
    /// - Throws: `GitError`.
    func holds(for reference: ProposalReference, in history: History) throws -> Bool {
        guard reference.tip == tip,
            history.frameworks[reference.framework]?.inForce.commit == inForce,
            uid.flatMap(history.framework(withUID:)) == owner
        else { return false }
        return try origins.allSatisfy(history.contains)
            && oldest.allSatisfy { try !history.contains($0) }
    }

    func pack(into writer: inout PackingWriter) {
        for ids in [[tip], inForce.map { [$0] } ?? [], oldest, origins] {
            writer.add(ids) { $0.add($1.bytes) }
        }
        for text in [uid, owner] { writer.add(ifAny: text) }
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        func ids() throws(PackingReader.Damage) -> [ObjectID] {
            try reader.list { reader throws(PackingReader.Damage) in try reader.id() }
        }
        guard let tip = try ids().first else { throw PackingReader.Damage() }
        self.tip = tip
        inForce = try ids().first
        oldest = try ids()
        origins = try ids()
        uid = try reader.textIfAny()
        owner = try reader.textIfAny()
    }
}
