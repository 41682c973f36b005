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
    private let parts: [TermPath: [ChangeOrigin.Part]]

    init(_ changes: [TermChange], of proposal: Proposal, attribution: Attribution) {
        func isMove(_ change: TermChange) -> Bool {
            if case .moved = change.kind { true } else { false }
        }
        self.proposal = proposal
        paths = changes.map(\.path)
        steps = attribution.steps(
            changing: changes.filter { !isMove($0) }.map(\.path),
            moving: changes.filter(isMove).map(\.path))
        let clauses = changes.filter { $0.isClause && !isMove($0) }.map { change in
            let edits = attribution.edits(ofFileOf: change.path).compactMap { edit in
                ChangeOrigin(
                    steps: [edit.step], remarks: [], author: { proposal.byline(of: $0) }
                ).map { SentenceOrigins.Edit(origin: $0, old: edit.old, new: edit.new) }
            }
            return (change.path, SentenceOrigins.parts(of: change, edits))
        }
        parts = Dictionary(clauses) { first, _ in first }
    }

    /// Who has the last word on each term, and what there was before.
    var origins: [TermPath: ChangeOrigin] {
        var origins: [TermPath: ChangeOrigin] = [:]
        for path in paths {
            let remarks = remarks { $0.isAbout(path) }
            guard let steps = steps[path] else { continue }
            origins[path] = ChangeOrigin(
                steps: steps, remarks: remarks, author: { proposal.byline(of: $0) })
            origins[path]?.parts = parts[path] ?? []
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
    /// Where what a version changed in a term comes from, or what some of its steps did; nil where no
    /// step of it says so.
    init?(_ passage: TermPassage, steps: [ProposalStep]? = nil) {
        self.init(
            steps: steps ?? passage.steps,
            remarks: passage.remarks.map { person, signed in
                Remark(
                    signed, by: person.name,
                    isOutdated: signed.statement.terms != passage.version.digest)
            },
            author: { $0.byline(among: passage.registries) })
    }

    /// The last of some steps, with the earlier ones among what was said.
    init?(steps: [ProposalStep], remarks: [Remark], author: (Identity) -> String) {
        let origins = steps.map { step in
            ChangeOrigin(
                proposer: step.author.map(author) ?? "somebody",
                date: step.author.map { Moments.day($0.seconds) } ?? "on an unknown day",
                seconds: step.author?.seconds, why: step.why.isEmpty ? nil : step.why)
        }
        guard var last = origins.last else { return nil }
        last.remarks = origins.dropLast().flatMap(\.asRemarks) + remarks
        self = last
    }

    /// What it is to a later text: an earlier one, and what was said about that.
    var asRemarks: [Remark] {
        let text = Remark(
            kind: "earlier text", person: proposer, date: date, text: why ?? "without a reason")
        return remarks + [text]
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
    /// Whom a commit of it names.
    func byline(of identity: Identity) -> String {
        identity.byline(
            among: [candidate.inForce?.registry, candidate.proposed.registry].compactMap(\.self))
    }
}

extension Identity {
    /// Whom a commit names: with their party, where a registry knows them by their address. Nobody
    /// signs this.
    fileprivate func byline(among registries: [Registry]) -> String {
        let party = registries.lazy.compactMap { $0.partyName(of: self) }.first
        return name + (party.map { " (\($0))" } ?? "")
    }
}
