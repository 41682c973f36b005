internal import Agreement
internal import Git
internal import Redline
internal import Reports
internal import Terms

/// Where the changes of a proposal come from, and what was said about them.
struct ChangeOrigins {
    private let proposal: Proposal
    private let steps: [TermPath: [ProposalStep]]
    private let paths: [TermPath]

    init(_ changes: [TermChange], of proposal: Proposal, attribution: Attribution) {
        func isMove(_ change: TermChange) -> Bool {
            if case .moved = change.kind { true } else { false }
        }
        self.proposal = proposal
        paths = changes.map(\.path)
        steps = attribution.steps(
            changing: changes.filter { !isMove($0) }.map(\.path),
            moving: changes.filter(isMove).map(\.path))
    }

    /// Who has the last word on each term, and what there was before.
    var origins: [TermPath: ChangeOrigin] {
        var origins: [TermPath: ChangeOrigin] = [:]
        for path in paths {
            let remarks = remarks { $0.isAbout(path) }
            guard let steps = steps[path] else { continue }
            origins[path] = ChangeOrigin(
                steps: steps, remarks: remarks, author: { proposal.byline(of: $0) })
        }
        return origins
    }

    /// What was said about the proposal as a whole, or about what is not among its changes.
    var others: [ChangeOrigin.Remark] {
        remarks { signed in !paths.contains { signed.isAbout($0) && steps[$0] != nil } }
    }

    /// Objections that stand are not repeated: they have to be decided.
    private func remarks(where isWanted: (SignedStatement) -> Bool) -> [ChangeOrigin.Remark] {
        let standing = Set(proposal.objections.map(\.signed.id))
        return proposal.said.filter { _, signed in
            signed.statement.kind != .signOff && isWanted(signed)
                && !(signed.statement.on == nil && standing.contains(signed.id))
        }.map { person, signed in
            ChangeOrigin.Remark(
                signed, by: ProposalText(proposal: proposal).named(person, signed),
                isOutdated: !proposal.candidate.concerns(signed))
        }
    }
}

extension ChangeOrigin {
    /// The last of some steps, with the earlier ones among what was said.
    init?(steps: [ProposalStep], remarks: [Remark], author: (Identity) -> String) {
        func name(_ step: ProposalStep) -> String { step.author.map(author) ?? "somebody" }
        func day(_ step: ProposalStep) -> String {
            step.author.map { Moments.day($0.seconds) } ?? "on an unknown day"
        }
        guard let last = steps.last else { return nil }
        let earlier = steps.dropLast().map { step in
            Remark(
                kind: "earlier text", person: name(step), date: day(step),
                text: step.why.isEmpty ? "without a reason" : step.why)
        }
        self.init(
            proposer: name(last), date: day(last), why: last.why.isEmpty ? nil : last.why,
            remarks: earlier + remarks)
    }
}

extension ChangeOrigin.Remark {
    /// What somebody said in a statement; `isOutdated` where it was about an earlier text.
    init(_ signed: SignedStatement, by name: String, isOutdated: Bool) {
        let kind = signed.statement.kind.rawValue.lowercased()
        self.init(
            kind: isOutdated ? "earlier \(kind)" : kind, person: name,
            date: Moments.day(signed.committer.seconds), text: signed.statement.text)
    }
}

extension Proposal {
    /// Whom a commit names: with their party, where a registry knows them by their address. Nobody
    /// signs this.
    func byline(of identity: Identity) -> String {
        let party = [candidate.inForce?.registry, candidate.proposed.registry].lazy
            .compactMap { $0?.partyName(of: identity) }.first
        return identity.name + (party.map { " (\($0))" } ?? "")
    }
}
