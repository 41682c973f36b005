/// How far a proposal is on its way to being agreed.
public struct SignOffs: Hashable, Sendable {
    /// What one party, or one new key, still has to do.
    public struct Standing: Hashable, Sendable {
        /// Whose it is, such as the name of a party.
        public var name: String
        /// Who has signed, who still may, and under which rule.
        public var text: String
        /// Whether nothing is missing.
        public var isDone: Bool
        /// Why this rule applies and not another one; nil where there is only one.
        public var reason: String?

        /// Makes a standing.
        public init(name: String, text: String, isDone: Bool, reason: String? = nil) {
            self.name = name
            self.text = text
            self.isDone = isDone
            self.reason = reason
        }
    }

    /// One line for each party and new key.
    public var standings: [Standing]
    /// The names of those whose sign-offs were for another text and no longer count.
    public var voided: [String]
    /// Where it stands as a whole, such as `everybody has signed`; nil where it can't be said.
    public var state: String?
    /// The command to run next; nil where there is none.
    public var next: String?

    /// Makes the state of the sign-offs; empty, unless it is given.
    public init(
        standings: [Standing] = [], voided: [String] = [], state: String? = nil,
        next: String? = nil
    ) {
        self.standings = standings
        self.voided = voided
        self.state = state
        self.next = next
    }

    /// Whether there is nothing to say.
    var isEmpty: Bool { standings.isEmpty && voided.isEmpty && state == nil && next == nil }
}
