internal import Agreement
internal import SSHSignature
internal import Terms

/// The open proposals on which whoever runs a command can do the next step, with the command.
struct WaitingProposals {
    /// One of them.
    struct Item: Encodable {
        let framework: String
        let next: String
        let proposal: String
    }

    let items: [Item]

    init(_ session: Session, _ workspace: Workspace, key: String?) async throws {
        let history = try workspace.history()
        guard try !workspace.proposalReferences().isEmpty else {
            items = []
            return
        }
        let open = try workspace.proposals(history: history).read.filter(\.isOpen)
        var known: Set<PublicKey> = []
        for proposal in open { known.formUnion(workspace.knownKeys(of: proposal)) }
        let me = try? await SSHKeygen(session.environment)
            .findKey(named: key, in: workspace, known: known).publicKey
        items = open.compactMap { proposal in
            Self.next(for: proposal, me: me).map {
                Item(framework: proposal.framework, next: $0, proposal: proposal.slug)
            }
        }
    }

    private static func next(for proposal: Proposal, me: PublicKey?) -> String? {
        guard let me else { return nil }
        let registries = [
            proposal.candidate.inForce?.registry, proposal.candidate.proposed.registry,
        ]
        guard let person = registries.lazy.compactMap({ $0?.owner(of: me) }).first else {
            return nil
        }
        if proposal.outdatedBase != nil { return "entente revise \(proposal.slug)" }
        if !proposal.judgement.obstacles.isEmpty { return nil }
        if proposal.judgement.holds { return "entente agree \(proposal.slug)" }
        return proposal.judgement.waitingPeople.contains(person.id)
            ? "entente sign \(proposal.slug)" : nil
    }
}
