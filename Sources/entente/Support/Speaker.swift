internal import Agreement
internal import Reports
internal import Terms

/// Makes statements: finds the key, and with it the person.
struct Speaker {
    let session: Session
    let workspace: Workspace
    let key: String?

    /// A statement that is ready to be signed.
    func draft(
        _ kind: Statement.Kind, on proposal: Proposal, text: String = "", place: String? = nil
    ) async throws -> Workspace.Draft {
        try refuseEnded(proposal)
        let signingKey = try await SSHKeygen(session.environment).findKey(
            named: key, in: workspace, known: workspace.knownKeys(of: proposal))
        return try workspace.draft(
            kind, on: proposal, key: signingKey, text: text, place: place)
    }

    private func refuseEnded(_ proposal: Proposal) throws {
        switch proposal.state {
        case .open: break
        case .agreed(let version):
            throw Problem(
                "already-agreed", .no,
                "the proposal \(proposal.slug) is agreed: it is version \(version.number)",
                next: "entente log \(proposal.framework)")
        case .closed:
            throw Problem(
                "closed", .no, "the proposal \(proposal.slug) is closed",
                next: "entente proposals --all")
        }
    }

    /// Signs a statement, adds it, and says what is next.
    func say(_ draft: Workspace.Draft, sentence: String) async throws {
        try await say([(draft, sentence)])
    }

    /// Signs statements on one proposal one after the other, and says what is next.
    func say(_ drafts: [(draft: Workspace.Draft, sentence: String)]) async throws {
        guard let draft = drafts.first?.draft else { return }
        for (draft, sentence) in drafts {
            let id = try await workspace.say(draft, signer: SSHKeygen(session.environment))
            session.console.detail("commit \(id)")
            if !session.options.json { session.console.print(TextRules.visible(sentence)) }
        }
        let history = try workspace.history()
        let reference = draft.proposal.reference
        let after = try workspace.proposal(
            named: reference.slug, of: reference.framework, history: history)
        if session.options.json {
            try session.console.print(json: ProposalJSON(after))
            return
        }
        let text = ProposalText(proposal: after)
        guard after.isOpen else { return try session.sayHowToSend(from: workspace) }
        session.console.print(
            line: StyledText("\(reference.slug): \(text.stateLine)"), indent: 2, hanging: 4)
        let isStillSigned = after.standing.contains { $0.person.id == draft.person.id }
        if draft.statement.kind == .objection, isStillSigned {
            session.console.note(
                session.console.style.wrap(
                    TextRules.visible(
                        "The sign-off of \(draft.person.name) still counts. To take it back: entente "
                            + "withdraw \(reference.slug)"), indent: 0, hanging: 2))
            try session.sayHowToSend(from: workspace)
        } else if after.judgement.holds, after.outdatedBase == nil {
            session.console.note("Next: entente agree \(reference.slug)")
        } else {
            try session.sayHowToSend(from: workspace)
        }
        if draft.statement.kind == .signOff {
            sayKeysToSign(of: draft.person, on: after)
        }
    }

    /// Says which other keys of a person still have to sign, and how.
    func sayKeysToSign(of person: Registry.Person, on proposal: Proposal) {
        let keys = proposal.judgement.keysToSign(of: person.id)
        for key in keys {
            session.console.note(
                session.console.style.wrap(
                    TextRules.visible("\(person.name) still has to sign with \(key)."),
                    indent: 0, hanging: 2))
        }
        guard !keys.isEmpty else { return }
        session.console.note("Next: entente sign \(proposal.slug) --key <file of that key>")
    }
}
