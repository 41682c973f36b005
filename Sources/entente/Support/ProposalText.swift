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
            : "would be version \(candidate.version) of \(candidate.framework)"
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

    /// The same in a sentence.
    var stateSentence: String {
        guard proposal.isOpen else {
            // A reason may be a sentence already.
            return "It is \(stateLine)" + (stateLine.hasSuffix(".") ? "" : ".")
        }
        if proposal.outdatedBase != nil { return "It was \(stateLine)." }
        if proposal.judgement.obstacles.isEmpty, proposal.judgement.holds {
            return "Everybody has signed."
        }
        return "It \(stateLine)."
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
    var lines: ProposalLines {
        var lines: [ProposalLines.Line] = [[.init("\(target), \(origin)")]]
        let canBeAgreed = proposal.outdatedBase == nil && proposal.judgement.obstacles.isEmpty
        if proposal.isOpen, canBeAgreed {
            lines += StandingText(proposal).lines
            if proposal.judgement.holds { lines.append([.init(stateLine, .green)]) }
        } else {
            if proposal.isOpen { lines.append([.init("signed by \(signers)")]) }
            lines.append([.init(stateLine, proposal.judgement.holds ? .green : .yellow)])
        }
        let withdrawals = proposal.isOpen ? proposal.withdrawals : []
        for (person, signed) in withdrawals {
            let reason = firstLine(signed.statement.text)
            lines.append([
                .init("withdrawn", .red),
                .init(" by \(named(person, signed))\(reason.isEmpty ? "" : ": \(reason)")"),
            ])
        }
        let voided = proposal.voided.filter { person in
            !withdrawals.contains { $0.person.id == person.id }
        }
        if proposal.isOpen, !voided.isEmpty {
            let names = voided.map(\.name).joined(separator: ", ")
            lines.append([.init("no longer counts: the sign-off of \(names)")])
        }
        for objection in proposal.objections {
            let (person, signed) = objection
            let text = firstLine(signed.statement.text)
            let place = signed.statement.on.map { " to \($0)" } ?? ""
            lines.append([
                .init("objection", .red), .init(" of \(named(person, signed))\(place): \(text)"),
            ])
            if let answer = proposal.answer(to: objection) {
                let text = firstLine(answer.signed.statement.text)
                lines.append([.init("answer of \(answer.person.name): \(text)")])
            }
        }
        for ignored in proposal.candidate.ignored {
            lines.append([
                .init(
                    "not counted: a statement by \(ignored.committer), because \(ignored.reason)")
            ])
        }
        let title = proposal.origin?.title ?? ""
        return ProposalLines(name: name, title: title == name ? "" : title, lines: lines)
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
