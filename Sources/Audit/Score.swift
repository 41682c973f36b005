/// How well a group of promises is kept, with all that it comes from.
///
/// What is kept counts a whole point, what drifts half of one, what is broken none. What is not yet
/// due or unknown counts neither way, and is said.
public struct Score: Hashable, Sendable {
    /// How many promises stand how.
    public let counts: [Assessment.Status: Int]

    /// Counts some assessments.
    public init(_ assessments: [Assessment]) {
        counts = assessments.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
    }

    /// How many stand like this.
    public func count(_ status: Assessment.Status) -> Int { counts[status] ?? 0 }

    /// How many are judged.
    public var judged: Int { counts.filter(\.key.isJudged).values.reduce(0, +) }

    /// The part of the points, in percent and rounded down; nil where nothing is judged.
    public var percent: Int? {
        judged == 0 ? nil : (2 * count(.kept) + count(.drifting)) * 50 / judged
    }

    /// What it comes from: `2 kept, 1 broken`.
    public var reasons: String {
        let parts = Assessment.Status.allCases.compactMap { status in
            count(status) == 0 ? nil : "\(count(status)) \(status.label)"
        }
        return parts.isEmpty ? "nothing promised" : parts.joined(separator: ", ")
    }
}
