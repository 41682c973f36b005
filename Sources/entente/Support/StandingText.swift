internal import Agreement
internal import Reports
internal import Terms

/// How far a proposal is, party by party: under which rule, who has signed, who may still, and
/// which new keys have proven themselves.
struct StandingText {
    private let proposal: Proposal

    init(_ proposal: Proposal) { self.proposal = proposal }

    /// A line for each party, and one for each new key.
    var lines: [ProposalLines.Line] {
        parts.map { part in
            guard !part.text.isEmpty else { return [.init(part.name)] }
            return [.init("\(part.name): "), .init(part.text, part.isDone ? .green : .yellow)]
        }
    }

    /// The same, part by part.
    var parts: [SignOffs.Standing] {
        var parties: [String] = []
        for standing in standings where !parties.contains(standing.party.id) {
            parties.append(standing.party.id)
        }
        var parts: [SignOffs.Standing] = []
        for party in parties {
            let own = standings.filter { $0.party.id == party }
            let isSame = own.allSatisfy {
                $0.nearestRule == own[0].nearestRule && $0.signed == own[0].signed
            }
            parts += (isSame ? Array(own.prefix(1)) : own).map { part($0, saysJudge: !isSame) }
        }
        return parts + others + newKeys
    }

    private var standings: [PartyStanding] { proposal.judgement.standings }

    /// `Contoso GmbH: signed by Dora Winkler, waits for 1 more of emil (2 of dora, emil)`.
    private func part(_ standing: PartyStanding, saysJudge: Bool) -> SignOffs.Standing {
        var heading = standing.party.name
        if saysJudge {
            heading += standing.judge == .inForce ? ", by the rules in force" : ", by the new rules"
        }
        guard let rule = standing.nearestRule else {
            return SignOffs.Standing(name: heading, text: "", isDone: false)
        }
        let people = rule.of.joined(separator: ", ")
        let names = standing.counted.map { name($0, in: standing) }.joined(separator: ", ")
        let limit = rule.only.map { ", under the rule for \($0.joined(separator: ", "))" } ?? ""
        var text: String
        if standing.counted.isEmpty {
            text = "waits for \(rule.needs) of \(standing.eligible.joined(separator: ", "))" + limit
        } else if standing.isSatisfied {
            text = "signed by \(names) (\(rule.needs) of \(people)\(limit))"
        } else {
            text =
                "signed by \(names), waits for \(standing.missing) more of "
                + "\(standing.eligible.joined(separator: ", ")) (\(rule.needs) of \(people)\(limit))"
        }
        let keyless = standing.isSatisfied ? [] : rule.of.filter(standing.keyless.contains)
        if !keyless.isEmpty {
            let verb = keyless.count == 1 ? "has" : "have"
            text += "; \(keyless.joined(separator: ", ")) \(verb) no key"
        }
        // Who only proves a new key has a line for that.
        let proving = Set(proposal.judgement.newKeys.map(\.person))
        let uncounted = standing.uncounted.filter { !proving.contains($0) }
        if !uncounted.isEmpty {
            let names = uncounted.map { name($0, in: standing) }.joined(separator: ", ")
            text += "; the rule does not name \(names), who signed, too"
        }
        return SignOffs.Standing(
            name: heading, text: text, isDone: standing.isSatisfied, reason: reason(standing, rule))
    }

    /// Why a rule of several applies, by what changes; nil where that decides nothing.
    private func reason(_ standing: PartyStanding, _ rule: SigningRule) -> String? {
        if let only = rule.only {
            return "the rule for \(only.joined(separator: ", ")) is enough, as nothing else changes"
        }
        let lighter = standing.party.rules.filter { $0.only != nil }
        let beyond = proposal.candidate.changedFiles.filter { file in
            !lighter.contains { $0.covers([file]) }
        }
        guard !lighter.isEmpty, !lighter.contains(where: standing.rules.contains) else {
            return nil
        }
        let files = (beyond.isEmpty ? proposal.candidate.changedFiles : beyond)
            .joined(separator: ", ")
        return "the first rule applies, because of " + files
    }

    private func name(_ id: String, in standing: PartyStanding) -> String {
        let terms =
            standing.judge == .inForce ? proposal.candidate.inForce : proposal.candidate.proposed
        return terms?.registry?.person(id)?.name ?? id
    }

    /// Those who signed although no rule asks them.
    private var others: [SignOffs.Standing] {
        let shown = Set(standings.flatMap(\.signed) + proposal.judgement.newKeys.map(\.person))
        var names: [String] = []
        for (person, _) in proposal.standing
        where !shown.contains(person.id) && !names.contains(person.name) {
            names.append(person.name)
        }
        return names.isEmpty
            ? []
            : [
                SignOffs.Standing(
                    name: "signed without being asked", text: names.joined(separator: ", "),
                    isDone: true)
            ]
    }

    /// The new keys. At a founding all are new, and only those need a word that have to sign
    /// although nobody waits for their owner.
    private var newKeys: [SignOffs.Standing] {
        let isFounding = proposal.candidate.inForce == nil
        let asked = Set(standings.filter { !$0.isSatisfied }.flatMap(\.eligible))
        return proposal.judgement.newKeys.filter {
            !isFounding || (!$0.hasSigned && !asked.contains($0.person))
        }.map { key in
            let state = key.hasSigned ? "proven by its sign-off" : "waits for a sign-off with it"
            return SignOffs.Standing(
                name: "New key of \(key.person)", text: "\(state) (\(key.fingerprint))",
                isDone: key.hasSigned)
        }
    }
}
