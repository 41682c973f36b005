internal import Agreement
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
        let signingKey = try await SSHKeygen(session.environment).findKey(
            named: key, in: workspace, known: workspace.knownKeys(of: proposal))
        return try workspace.draft(
            kind, on: proposal, key: signingKey, text: text, place: place)
    }

    /// Signs a statement, adds it, and says what is next.
    func say(_ draft: Workspace.Draft, sentence: String) async throws {
        let id = try await workspace.say(draft, signer: SSHKeygen(session.environment))
        session.console.detail("commit \(id)")
        let history = try workspace.history()
        let reference = draft.proposal.reference
        let after = try workspace.proposal(
            named: reference.slug, of: reference.framework, history: history)
        if session.options.json {
            try session.console.print(json: ProposalJSON(after))
            return
        }
        session.console.print(TextRules.visible(sentence))
        let text = ProposalText(proposal: after)
        guard after.isOpen else { return }
        session.console.print("  \(reference.slug): \(TextRules.visible(text.stateLine))")
        if after.judgement.holds, after.outdatedBase == nil {
            session.console.note("Next: entente agree \(reference.slug)")
        }
    }
}
