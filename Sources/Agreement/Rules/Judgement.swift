/// What the rules say about terms that might become a version: the one function that preview,
/// agreement and verification share.
public struct Judgement: Sendable {
    /// What was judged.
    public let candidate: Candidate
    /// How far every party is, first by the registry in force, then by a changed one.
    public let standings: [PartyStanding]
    /// The keys that the proposal adds, and whether each has signed.
    public let newKeys: [NewKey]
    /// The rules that are broken, in the order of trust.md; empty where the terms are agreed.
    public let violations: [Violation]

    /// Whether every rule holds, so that merging the proposal puts its terms in force.
    public var holds: Bool { violations.isEmpty }

    /// A key that the proposal adds to the registry.
    public struct NewKey: Hashable, Sendable {
        /// Whose key it is.
        public let person: String
        /// Its fingerprint.
        public let fingerprint: String
        /// Whether it has made a sign-off of these terms (proof of possession).
        public let hasSigned: Bool
    }

    /// Applies every rule to a candidate. Linear in the number of statements and people, apart
    /// from withdrawals, each of which looks at the new commits.
    public init(_ candidate: Candidate) {
        self.candidate = candidate
        var standings: [PartyStanding] = []
        if let registry = candidate.inForce?.registry {
            standings += PartyStanding.all(candidate, registry: registry, judge: .inForce)
        }
        if RegistryChangeRule.applies(to: candidate), let registry = candidate.proposed.registry {
            standings += PartyStanding.all(candidate, registry: registry, judge: .proposed)
        }
        self.standings = standings
        newKeys = RegistryChangeRule.newKeys(of: candidate)
        violations =
            WellFormedRule.violations(of: candidate)
            + SignOffRule.violations(of: standings)
            + RegistryChangeRule.violations(of: candidate, standings: standings, keys: newKeys)
            + IdentityRule.violations(of: candidate)
    }

    /// The violations that more signatures can't cure.
    public var obstacles: [Violation] {
        violations.filter { !$0.isAboutSignatures }
    }
}

extension Violation {
    /// Whether the violation is that somebody has not signed yet.
    public var isAboutSignatures: Bool { party != nil }
}
