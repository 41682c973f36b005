/// What a change of the terms does to what is found in them.
public struct FindingsChange: Sendable {
    /// What is found now and was not before, the gravest first.
    public let introduced: [Finding]
    /// What was found before and is no longer, the gravest first.
    public let cured: [Finding]

    /// Compares what was found before with what is found now. A finding is the same where its rule
    /// and its term are, whatever its figures; what the parties accept counts as found no longer.
    public init(from old: [Finding], to new: [Finding]) {
        introduced = Self.surplus(of: new, over: old)
        cured = Self.surplus(of: old, over: new)
    }

    private static func surplus(of findings: [Finding], over others: [Finding]) -> [Finding] {
        var counts: [Finding.Cause: Int] = [:]
        for other in others where !other.isWaived { counts[other.cause, default: 0] += 1 }
        let left = findings.filter { finding in
            guard !finding.isWaived else { return false }
            counts[finding.cause, default: 0] -= 1
            return counts[finding.cause, default: 0] < 0
        }
        return [Finding.Severity.error, .warning, .fairness].flatMap { severity in
            left.filter { $0.severity == severity }
        }
    }
}
