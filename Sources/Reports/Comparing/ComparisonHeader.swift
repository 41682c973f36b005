/// What stands above a comparison and is not part of it.
public struct ComparisonHeader: Hashable, Sendable {
    /// The proposal that makes the changes.
    public struct Proposal: Hashable, Sendable {
        /// What it is called.
        public var title: String
        /// Why it is made.
        public var why: String?
        /// Who proposed it.
        public var proposer: String?

        /// Makes a proposal.
        public init(title: String, why: String? = nil, proposer: String? = nil) {
            self.title = title
            self.why = why
            self.proposer = proposer
        }
    }

    /// The framework.
    public var framework: String
    /// The old state, such as `version 2`.
    public var from: String
    /// The new state, such as `the working files`.
    public var to: String
    /// The digest of the old terms; nil where there are none.
    public var oldDigest: String?
    /// The digest of the new terms; nil where there are none.
    public var newDigest: String?
    /// The proposal, where the new state is one.
    public var proposal: Proposal?

    /// Makes a header.
    public init(
        framework: String, from: String, to: String, oldDigest: String? = nil,
        newDigest: String? = nil, proposal: Proposal? = nil
    ) {
        self.framework = framework
        self.from = from
        self.to = to
        self.oldDigest = oldDigest
        self.newDigest = newDigest
        self.proposal = proposal
    }
}
