internal import Agreement
internal import Git
internal import Reports
internal import Terms

/// What a review says of a proposal besides what it changes.
struct ReviewedProposal {
    let proposal: Proposal
    let origins: ChangeOrigins
    let impact: Impact
    /// The update that waits in the working files of its framework.
    let update: WaitingUpdate?

    /// All of it, tried on some revenue where there is any.
    func review(on settled: SettledRevenue?) throws -> Review {
        Review(
            signatures: ShownTerms(proposal).cover.signatures,
            decisions: decisions + (try impact.decisions()),
            settlement: try impact.settlement(settled), origins: origins.origins,
            remarks: origins.others, signOffs: signOffs)
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
                next: update.next(carryingOver: proposal.slug))
        }
        return objections + [outdated].compactMap(\.self)
            + proposal.judgement.obstacles.map { Decision(.error, $0.message, next: $0.next) }
    }

    private var signOffs: SignOffs {
        let text = ProposalText(proposal: proposal)
        guard proposal.isOpen else { return SignOffs(state: text.stateSentence) }
        return SignOffs(
            standings: StandingText(proposal).parts, voided: proposal.voided.map(\.name),
            state: proposal.judgement.holds ? "Everybody has signed." : nil, next: next)
    }

    private var next: String {
        let slug = proposal.slug
        if proposal.outdatedBase != nil { return update.next(carryingOver: slug) }
        if !proposal.judgement.obstacles.isEmpty {
            return "entente check \(proposal.framework) --at \(slug)"
        }
        return "entente \(proposal.judgement.holds ? "agree" : "sign") \(slug)"
    }
}
