internal import Agreement
internal import Git
internal import Reports
internal import Terms

/// What a review says of a proposal besides what it changes.
struct ReviewedProposal {
    let proposal: Proposal

    init(_ proposal: Proposal) { self.proposal = proposal }

    /// All of it.
    var review: Review {
        Review(
            signatures: ShownTerms(proposal).cover.signatures, decisions: decisions,
            signOffs: signOffs)
    }

    /// The objections to exactly this text, and what keeps it from being agreed.
    private var decisions: [Decision] {
        guard proposal.isOpen else { return [] }
        let objections = proposal.objections.map { person, signed in
            Decision(
                .objection, signed.statement.text, place: signed.statement.on,
                by: "\(ProposalText(proposal: proposal).named(person, signed)), "
                    + Moments.day(signed.committer.seconds))
        }
        let outdated = proposal.outdatedBase.map { _ in
            Decision(
                .conflict, "It was written on terms that are no longer in force.",
                next: "entente revise \(proposal.slug)")
        }
        return objections + [outdated].compactMap(\.self)
            + proposal.judgement.obstacles.map { Decision(.error, $0.message, next: $0.next) }
    }

    private var signOffs: SignOffs {
        let text = ProposalText(proposal: proposal)
        guard proposal.isOpen else { return SignOffs(state: "It is \(text.stateLine).") }
        return SignOffs(
            standings: StandingText(proposal).parts, voided: proposal.voided.map(\.name),
            state: proposal.judgement.holds ? "Everybody has signed." : nil, next: next)
    }

    private var next: String? {
        guard proposal.judgement.obstacles.isEmpty, proposal.outdatedBase == nil else {
            return nil
        }
        return "entente \(proposal.judgement.holds ? "agree" : "sign") \(proposal.slug)"
    }
}
