/// What stands above an audit.
public struct AuditHeader: Hashable, Sendable {
    /// The framework.
    public var framework: String
    /// What people call the agreement.
    public var title: String
    /// The day that counts as today.
    public var day: String
    /// Which terms are in force, such as `version 2`.
    public var state: String
    /// The digest of these terms.
    public var digest: String
    /// How many records there are, and how far they are established.
    public var records: String

    /// Makes a header.
    public init(
        framework: String, title: String, day: String, state: String, digest: String,
        records: String
    ) {
        self.framework = framework
        self.title = title
        self.day = day
        self.state = state
        self.digest = digest
        self.records = records
    }
}
