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
    /// The updates that were begun here.
    let updates: [WaitingUpdate]
    /// Why nobody can tell what waits on whoever runs the command; nil where that is known.
    let unknown: Problem?

    init(_ session: Session, _ workspace: Workspace, key: String?) async throws {
        let history = try workspace.history()
        let updates = try workspace.waitingUpdates(history: history)
        self.updates = updates
        let open = try workspace.listing(history: history, ListedProposal.init).read
            .filter(\.isOpen)
        guard !open.isEmpty else {
            (items, unknown) = ([], nil)
            return
        }
        lazy var inForce =
            (try? TermsInForceText.of(
                history.frameworks.keys.sorted(), in: workspace, history: history)) ?? [:]
        func isKnown(_ key: PublicKey) -> Bool {
            open.contains { $0.holder(of: key) != nil }
                || inForce.values.contains { $0.holder(of: key) != nil || $0.isRetired(key) }
        }
        var me: PublicKey?
        do {
            let found = try await SSHKeygen(session.environment)
                .findKey(named: key, in: workspace, where: isKnown).publicKey
            me = found
            unknown = isKnown(found) ? nil : Problem(nobodys: found)
        } catch let problem as Problem {
            unknown = problem
        }
        items = open.compactMap { proposal in
            // What has to be mended first waits on nobody in particular.
            guard let me, let holder = proposal.holder(of: me), !proposal.needsMending,
                let next = proposal.next(
                    for: holder.person,
                    during: updates.first { $0.framework == proposal.framework })
            else { return nil }
            return Item(framework: proposal.framework, next: next, proposal: proposal.slug)
        }
    }
}

extension Problem {
    /// A key that is in no registry, so nobody can tell who signs with it.
    init(nobodys key: PublicKey) {
        self.init(
            "unregistered-key", .no, "your key \(key.fingerprint) is in no registry here",
            next: "Name another one with --key FILE; entente keys lists those that are known")
    }

    /// What is wrong and where, as a sentence.
    var sentence: String { message + (place.map { " (\($0))" } ?? "") + "." }
}
