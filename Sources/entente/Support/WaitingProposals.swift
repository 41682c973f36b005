internal import Agreement
internal import Records
internal import SSHSignature
internal import Terms

/// What waits on whoever runs a command: the open proposals on which they can do the next step, with
/// the command, and the records to confirm.
struct WaitingProposals {
    /// One of them.
    struct Item: Encodable {
        let framework: String
        let next: String
        let proposal: String
    }

    /// What others recorded in one framework.
    struct Recorded: Encodable {
        let framework: String
        let records: [String]
    }

    let items: [Item]
    /// The records to confirm, where new ones came.
    let records: [Recorded]
    /// The updates that were begun here.
    let updates: [WaitingUpdate]
    /// Why nobody can tell what waits on whoever runs the command; nil where that is known.
    let unknown: Problem?

    /// Records are looked through only where new ones came, so that quiet times cost nothing.
    init(
        _ session: Session, _ workspace: Workspace, key: String?, came: [SyncReport.News]
    ) async throws {
        let history = try workspace.history()
        let updates = try workspace.waitingUpdates(history: history)
        self.updates = updates
        let open = try workspace.listing(history: history, ListedProposal.init).read
            .filter(\.isOpen)
        let recorded = came.compactMap { news in
            if case .records(let framework, _) = news { framework } else { nil }
        }
        guard !open.isEmpty || !recorded.isEmpty else {
            (items, records, unknown) = ([], [], nil)
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
        records =
            try me.map { me in
                try recorded.compactMap { name in
                    let waiting = try inForce[name]?.recordsToConfirm(
                        by: inForce[name]?.holder(of: me), in: history.frameworks[name])
                    return waiting.flatMap { ids in
                        ids.isEmpty
                            ? nil : Recorded(framework: name, records: ids.map(\.description))
                    }
                }
            } ?? []
        items = open.compactMap { proposal in
            let update = updates.first { $0.framework == proposal.framework }
            // What has to be mended first waits on nobody in particular.
            guard let me, let holder = proposal.holder(of: me), !proposal.needsMending,
                let next = proposal.next(for: holder, during: update),
                proposal.waits(on: holder, during: update)
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
