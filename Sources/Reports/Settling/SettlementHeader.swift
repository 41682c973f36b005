/// What stands above a distribution and is not part of it.
public struct SettlementHeader: Hashable, Sendable {
    /// The framework.
    public var framework: String
    /// Which terms divide, such as `version 2, in force`.
    public var state: String
    /// The digest of these terms.
    public var digest: String
    /// Where the revenue is from: a file, or amounts of a year.
    public var revenue: String
    /// Whether the revenue has days of its own; amounts that are only tried have none.
    public var hasDays: Bool

    /// Makes a header.
    public init(
        framework: String, state: String, digest: String, revenue: String, hasDays: Bool
    ) {
        self.framework = framework
        self.state = state
        self.digest = digest
        self.revenue = revenue
        self.hasDays = hasDays
    }
}
