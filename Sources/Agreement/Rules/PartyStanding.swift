/// How far one party is with signing, judged by one registry.
public struct PartyStanding: Hashable, Sendable {
    /// Which registry judges.
    public enum Judge: String, Hashable, Sendable {
        /// The registry in force.
        case inForce = "in-force"
        /// The proposal's own registry, because the proposal changes it or founds the framework.
        case proposed
    }

    /// The party.
    public let party: Registry.Party
    /// Which registry judges.
    public let judge: Judge
    /// The party's rules that cover the changed files, each enough by itself.
    public let rules: [SigningRule]
    /// The people whose sign-offs stand, by id, sorted.
    public let signed: [String]
    /// The people whom the rules name and who have no key, by id, sorted: they can't sign.
    public let keyless: [String]

    /// The rule that is met or nearest to being met; of several, the first that lets most people
    /// sign.
    public var nearestRule: SigningRule? {
        rules.min { (missing(for: $0), -able(of: $0)) < (missing(for: $1), -able(of: $1)) }
    }

    /// How many more people have to sign under the nearest rule.
    public var missing: Int { nearestRule.map { missing(for: $0) } ?? 1 }

    /// Whether a rule is met.
    public var isSatisfied: Bool { missing == 0 }

    /// Who may still sign under the nearest rule, in the order of the rule.
    public var eligible: [String] {
        (nearestRule?.of ?? []).filter { !signed.contains($0) && !keyless.contains($0) }
    }

    /// The people whose sign-offs count under the nearest rule, in the order of the rule.
    public var counted: [String] {
        (nearestRule?.of ?? []).filter(signed.contains)
    }

    /// The people of the party whose sign-offs don't count under the nearest rule.
    public var uncounted: [String] {
        signed.filter { !(nearestRule?.of ?? []).contains($0) }
    }

    private func able(of rule: SigningRule) -> Int {
        rule.of.count { !keyless.contains($0) }
    }

    private func missing(for rule: SigningRule) -> Int {
        max(0, rule.needs - Set(rule.of).intersection(signed).count)
    }

    /// The standing of every party that has to sign.
    static func all(
        _ candidate: Candidate, registry: Registry, judge: Judge
    ) -> [PartyStanding] {
        let signOffs = candidate.standingSignOffs(judgedBy: registry)
        let holders = Set(registry.people.filter { !$0.keys.isEmpty }.map(\.id))
        return registry.parties.filter(\.signs).map { party in
            let people = Set(signOffs.filter { $0.person.party == party.id }.map(\.person.id))
            return PartyStanding(
                party: party, judge: judge,
                rules: party.rules.filter { $0.covers(candidate.changedFiles) },
                signed: people.sorted(),
                keyless: Set(party.rules.flatMap(\.of)).subtracting(holders).sorted())
        }
    }
}
