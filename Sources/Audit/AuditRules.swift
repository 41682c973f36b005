/// All kinds of promises that are held against records.
public enum AuditRules {
    /// The rules, in the order of the sections.
    public static let all: [AuditRule] = [.objective, .success, .investment]
}
