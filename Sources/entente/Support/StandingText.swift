internal import Agreement
internal import Reports
internal import Terms

/// How far a proposal is, party by party: under which rule, who has signed, who may still, and
/// which new keys have proven themselves.
struct StandingText {
    private let proposal: Proposal

    init(_ proposal: Proposal) { self.proposal = proposal }

    /// A line for each party, and one for each new key.
    var lines: [StyledText] {
        var parties: [String] = []
        for standing in standings where !parties.contains(standing.party.id) {
            parties.append(standing.party.id)
        }
        var lines: [StyledText] = []
        for party in parties {
            let own = standings.filter { $0.party.id == party }
            let isSame = own.allSatisfy {
                $0.nearestRule == own[0].nearestRule && $0.signed == own[0].signed
            }
            lines += (isSame ? Array(own.prefix(1)) : own).map { line($0, saysJudge: !isSame) }
        }
        return lines + others + newKeys
    }

    private var standings: [PartyStanding] { proposal.judgement.standings }

    /// `Contoso GmbH: signed by Dora Winkler, waits for 1 more of emil (2 of dora, emil)`.
    private func line(_ standing: PartyStanding, saysJudge: Bool) -> StyledText {
        var heading = standing.party.name
        if saysJudge {
            heading += standing.judge == .inForce ? ", by the rules in force" : ", by the new rules"
        }
        guard let rule = standing.nearestRule else { return StyledText(heading) }
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
        return StyledText("\(heading): ")
            + StyledText(text, standing.isSatisfied ? .green : .yellow)
    }

    private func name(_ id: String, in standing: PartyStanding) -> String {
        let terms =
            standing.judge == .inForce ? proposal.candidate.inForce : proposal.candidate.proposed
        return terms?.registry?.person(id)?.name ?? id
    }

    /// Those who signed although no rule asks them.
    private var others: [StyledText] {
        let shown = Set(standings.flatMap(\.signed) + proposal.judgement.newKeys.map(\.person))
        var names: [String] = []
        for (person, _) in proposal.standing
        where !shown.contains(person.id) && !names.contains(person.name) {
            names.append(person.name)
        }
        return names.isEmpty
            ? [] : [StyledText("signed without being asked: \(names.joined(separator: ", "))")]
    }

    /// The new keys. At a founding all are new, and only those need a word that have to sign
    /// although nobody waits for their owner.
    private var newKeys: [StyledText] {
        let isFounding = proposal.candidate.inForce == nil
        let asked = Set(standings.filter { !$0.isSatisfied }.flatMap(\.eligible))
        return proposal.judgement.newKeys.filter {
            !isFounding || (!$0.hasSigned && !asked.contains($0.person))
        }.map { key in
            StyledText("New key of \(key.person): ")
                + StyledText(
                    key.hasSigned ? "proven by its sign-off" : "waits for a sign-off with it",
                    key.hasSigned ? .green : .yellow) + StyledText(" (\(key.fingerprint))")
        }
    }
}
