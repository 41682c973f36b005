/// The stable ids of the rules that decide what is agreed (trust.md, "When a merge on `main` is
/// an agreement"). Diagnostics, documents and tests use these words.
public enum RuleID: String, CaseIterable, Hashable, Sendable {
    /// A change of terms is a merge of exactly two: the agreed history and the proposal.
    case shape
    /// The merge changes the terms of one framework to the proposal's, and nothing else.
    case onlyThat = "only-that"
    /// The new terms keep the limits, and their registry parses strictly.
    case wellFormed = "well-formed"
    /// Every party in force signed exactly these terms.
    case signOffs = "sign-offs"
    /// Every party of a changed registry signed too, new keys proved themselves, removed keys are
    /// retired, and every rule can be met.
    case registryChange = "registry-change"
    /// The unique id never changes and is never shared.
    case identity
    /// Records are added one by one, signed, and never edited or removed.
    case records
    /// What lies under `frameworks/` is terms or records of a framework.
    case layout
    /// Terms are never removed.
    case removal
}

/// A rule that is broken: which one, by what, and what would help.
public struct Violation: Error, Hashable, Sendable {
    /// The rule.
    public var rule: RuleID
    /// What is wrong, as one sentence without a final full stop.
    public var message: String
    /// The party that it concerns, where it is one.
    public var party: String?
    /// What to do next, where there is something.
    public var next: String?

    /// Makes a violation.
    public init(_ rule: RuleID, _ message: String, party: String? = nil, next: String? = nil) {
        self.rule = rule
        self.message = message
        self.party = party
        self.next = next
    }
}
