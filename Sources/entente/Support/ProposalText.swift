internal import Agreement
internal import Git
internal import Reports
internal import Terms

/// A proposal as a screen shows it and as JSON says it.
struct ProposalText {
    let proposal: Proposal

    /// `lower-fee`, with its framework where several are shown.
    var name: String { proposal.slug }

    /// What it would become: `version 2 of northwind-contoso`, or the founding.
    var target: String {
        let candidate = proposal.candidate
        switch proposal.state {
        case .agreed(let version): return "version \(version.number) of \(candidate.framework)"
        case .closed: return "was to change \(candidate.framework)"
        case .open: break
        }
        return candidate.inForce == nil
            ? "founds \(candidate.framework)"
            : "would become version \(candidate.version) of \(candidate.framework)"
    }

    /// Who proposed it and when.
    var origin: String {
        guard let origin = proposal.origin else { return "proposed by somebody" }
        return "proposed by \(origin.proposer.name) on \(Moments.day(origin.proposer.seconds))"
    }

    /// One line on how far it is.
    var stateLine: String {
        switch proposal.state {
        case .agreed(let version): return "agreed as version \(version.number)"
        case .closed(let closing):
            return "closed by \(closing.statement.person): \(firstLine(closing.statement.text))"
        case .open: break
        }
        if proposal.outdatedBase != nil {
            return "written on terms that are no longer in force"
        }
        if let obstacle = proposal.judgement.obstacles.first {
            return "can't be agreed: \(obstacle.message)"
        }
        if proposal.judgement.holds { return "everybody has signed" }
        return "waits for " + proposal.judgement.waitingFor.joined(separator: "; ")
    }

    /// Who has signed exactly this text.
    var signers: String {
        var names: [String] = []
        for (person, signed) in proposal.standing {
            let name = named(person, signed)
            if !names.contains(name) { names.append(name) }
        }
        return names.isEmpty ? "nobody yet" : names.joined(separator: ", ")
    }

    /// The whole of it, in a few lines.
    func lines(style: TerminalStyle, command: String? = nil) -> [String] {
        var lines: [StyledText] = [
            StyledText("\(target), \(origin)")
        ]
        if proposal.isOpen { lines.append(StyledText("signed by \(signers)")) }
        lines.append(StyledText(stateLine, proposal.judgement.holds ? .green : .yellow))
        if proposal.isOpen, !proposal.voided.isEmpty {
            let names = proposal.voided.map(\.name).joined(separator: ", ")
            lines.append(StyledText("no longer counts: the sign-off of \(names)"))
        }
        for (person, signed) in proposal.objections {
            let text = firstLine(signed.statement.text)
            let place = signed.statement.on.map { " to \($0)" } ?? ""
            lines.append(
                StyledText("objection", .red)
                    + StyledText(" of \(named(person, signed))\(place): \(text)"))
        }
        for ignored in proposal.candidate.ignored {
            lines.append(
                StyledText(
                    "not counted: a statement by \(ignored.committer), because \(ignored.reason)"))
        }
        if let command { lines.append(StyledText("→ \(command)")) }
        let title = StyledText(name, .bold) + StyledText("  \(proposal.origin?.title ?? "")")
        return style.paragraph(title) + lines.flatMap { style.paragraph($0, indent: 2) }
    }

    /// A person, and whether it is only the proposal that says so.
    func named(_ person: Registry.Person, _ signed: SignedStatement) -> String {
        proposal.hasUnprovenKey(signed)
            ? "\(person.name) (with a key that this proposal adds)" : person.name
    }

    private func firstLine(_ text: String) -> String {
        String(text.split(separator: "\n").first ?? "")
    }
}

/// A proposal for programs.
struct ProposalJSON: Encodable {
    struct Party: Encodable {
        let judgedBy: String
        let missing: Int
        let eligible: [String]
        let party: String
        let signed: [String]
    }
    struct NewKey: Encodable {
        let fingerprint: String
        let hasSigned: Bool
        let person: String
    }
    struct Said: Encodable {
        let at: String
        let kind: String
        let newKey: Bool
        let on: String?
        let person: String
        let stands: Bool
        let text: String
    }
    struct Broken: Encodable {
        let message: String
        let party: String?
        let rule: String
    }

    let agreed: Bool
    let framework: String
    let ignored: [String]
    let newKeys: [NewKey]
    let outdated: Bool
    let parties: [Party]
    let proposal: String
    let proposer: String?
    let ready: Bool
    let state: String
    let statements: [Said]
    let terms: String
    let tip: String
    let title: String?
    let version: Int
    let violations: [Broken]
    let voided: [String]
    let why: String?

    init(_ proposal: Proposal) {
        let judgement = proposal.judgement
        framework = proposal.framework
        self.proposal = proposal.slug
        switch proposal.state {
        case .open: state = "open"
        case .agreed: state = "agreed"
        case .closed: state = "closed"
        }
        agreed = state == "agreed"
        ready = proposal.isOpen && judgement.holds && proposal.outdatedBase == nil
        outdated = proposal.outdatedBase != nil
        title = proposal.origin?.title
        why = proposal.origin?.why
        proposer = proposal.origin?.proposer.name
        version = proposal.candidate.version
        terms = proposal.candidate.proposed.digest.description
        tip = proposal.reference.tip.description
        voided = proposal.voided.map(\.id)
        parties = judgement.standings.map {
            Party(
                judgedBy: $0.judge.rawValue, missing: $0.missing, eligible: $0.eligible,
                party: $0.party.id, signed: $0.signed)
        }
        newKeys = judgement.newKeys.map {
            NewKey(fingerprint: $0.fingerprint, hasSigned: $0.hasSigned, person: $0.person)
        }
        let standing = Set(proposal.standing.map(\.signed.id))
        statements = proposal.said.map { person, signed in
            Said(
                at: Moments.utc(signed.committer.seconds),
                kind: signed.statement.kind.rawValue.lowercased(),
                newKey: proposal.hasUnprovenKey(signed), on: signed.statement.on,
                person: person.id,
                stands: signed.statement.kind == .signOff
                    ? standing.contains(signed.id) : proposal.candidate.concerns(signed),
                text: signed.statement.text)
        }
        ignored = proposal.candidate.ignored.map { "\($0.id): \($0.reason)" }
        violations = judgement.violations.map {
            Broken(message: $0.message, party: $0.party, rule: $0.rule.rawValue)
        }
    }
}
