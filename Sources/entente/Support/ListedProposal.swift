internal import Agreement
internal import SSHSignature
internal import Terms

/// What lists say of a proposal, and what decides which step is next. It follows from the judged
/// proposal alone.
struct ListedProposal: Sendable {
    let framework: String
    let slug: String
    let isOpen: Bool
    /// The digest of its terms.
    let digest: String
    /// The title of the framework by its terms.
    let title: String?
    let lines: Deferred<ProposalLines>
    /// For programs alone.
    let json: Deferred<ProposalJSON>
    let isOutdated: Bool
    /// The name of the party of whoever proposed it, as far as anybody can tell.
    private let proposer: String?
    private let hasObstacles: Bool
    /// Whether its text is that in force.
    private let changesNothing: Bool
    private let holds: Bool
    private let waitingPeople: Set<String>
    /// Who objected and waits for an answer.
    private let objectors: Set<String>
    private let holders: [KeyHolder]

    init(_ proposal: Proposal) {
        let judgement = proposal.judgement
        framework = proposal.framework
        slug = proposal.slug
        isOpen = proposal.isOpen
        digest = proposal.candidate.proposed.digest.description
        title = proposal.candidate.proposed.title
        lines = Deferred(ProposalText(proposal: proposal).lines)
        json = Deferred(ProposalJSON(proposal))
        isOutdated = proposal.outdatedBase != nil
        let registries = [
            proposal.candidate.inForce?.registry, proposal.candidate.proposed.registry,
        ]
        proposer = proposal.origin.flatMap { origin in
            registries.lazy.compactMap { $0?.likelyParty(of: origin.proposer) }.first
        }
        hasObstacles = !judgement.obstacles.isEmpty
        changesNothing = !isOutdated && proposal.candidate.changedFiles.isEmpty
        holds = judgement.holds
        // Who took a sign-off back knows that it is missing.
        waitingPeople = judgement.waitingPeople.subtracting(
            proposal.withdrawals.map(\.person.id))
        objectors = Set(
            proposal.objections.filter { proposal.answer(to: $0) == nil }.map(\.person.id))
        holders = registries.flatMap { $0?.holders ?? [] }.uniqued()
    }

    /// Whose a key is, first by the registry in force.
    func holder(of key: PublicKey) -> KeyHolder? {
        holders.isEmpty ? nil : holders.first { $0.fingerprint == key.fingerprint }
    }

    /// Whether it keeps to no rule until it is mended.
    var needsMending: Bool { hasObstacles && !isOutdated && !changesNothing }

    /// Whether the next step is one of this person: whoever proposed it answers objections, and
    /// carries it over unless somebody else began to; who is asked for a signature signs.
    func waits(on person: KeyHolder, during update: WaitingUpdate?) -> Bool {
        if isBegun(by: update) { return true }
        guard !isOutdated, !changesNothing else {
            return proposer.map { $0 == person.party } ?? true
        }
        return holds || answers(person) || signs(person)
    }

    /// Whether a person is to answer an objection.
    private func answers(_ person: KeyHolder) -> Bool {
        !objectors.isEmpty && proposer == person.party
    }

    /// Whether a person is asked for a signature; not who objected and waits for an answer.
    private func signs(_ person: KeyHolder) -> Bool {
        waitingPeople.contains(person.person) && !objectors.contains(person.person)
    }

    private func isBegun(by update: WaitingUpdate?) -> Bool {
        update.map { $0.framework == framework && $0.slug == slug } ?? false
    }

    /// The next step of a person; nil where there is none for them.
    func next(for person: KeyHolder?, during update: WaitingUpdate?) -> String? {
        let update = update?.framework == framework ? update : nil
        if isBegun(by: update) || isOutdated { return update.next(carryingOver: slug) }
        if changesNothing { return "entente close \(slug) --reason \"...\"" }
        if hasObstacles { return "entente check \(framework) --at \(slug)" }
        if holds { return "entente agree \(slug)" }
        guard let person else { return nil }
        if answers(person) {
            return "entente comment \(slug), or a better text and entente revise \(slug)"
        }
        return signs(person) ? "entente sign \(slug)" : nil
    }
}

extension ListedProposal: Packed {
    func pack(into writer: inout PackingWriter) throws {
        for text in [framework, slug, digest] { writer.add(text) }
        for text in [title, proposer] { writer.add(ifAny: text) }
        for flag in [isOpen, isOutdated, hasObstacles, changesNothing, holds] { writer.add(flag) }
        for people in [waitingPeople, objectors] { writer.add(people.sorted()) { $0.add($1) } }
        writer.add(holders) { $1.pack(into: &$0) }
        try writer.addForLater(lines.value.pack)
        try writer.addForLater(json.value.pack)
    }

    init(from reader: inout PackingReader) throws(PackingReader.Damage) {
        func people() throws(PackingReader.Damage) -> Set<String> {
            Set(try reader.list { reader throws(PackingReader.Damage) in try reader.text() })
        }
        (framework, slug, digest) = (try reader.text(), try reader.text(), try reader.text())
        (title, proposer) = (try reader.textIfAny(), try reader.textIfAny())
        (isOpen, isOutdated) = (try reader.flag(), try reader.flag())
        (hasObstacles, changesNothing) = (try reader.flag(), try reader.flag())
        holds = try reader.flag()
        (waitingPeople, objectors) = (try people(), try people())
        holders = try reader.list { reader throws(PackingReader.Damage) in
            try KeyHolder(from: &reader)
        }
        (lines, json) = (try Deferred(from: &reader), try Deferred(from: &reader))
    }
}

extension [KeyHolder] {
    /// Each once, in their order.
    fileprivate func uniqued() -> [KeyHolder] {
        var seen: Set<KeyHolder> = []
        return filter { seen.insert($0).inserted }
    }
}
