internal import Terms

/// Why something was not done, in words for the person who asked for it.
///
/// It says what is wrong, where or whose it is, and what to do next (command-line.md).
public struct Problem: Error, Hashable, Sendable {
    /// How the command that met the problem ends.
    public enum Outcome: Int32, Hashable, Sendable {
        /// The answer is no: errors were found, sign-offs are missing, verification failed.
        case no = 1
        /// It could not judge or act.
        case unable = 2
        /// History was rolled back or forked.
        case rolledBack = 3
    }

    /// A stable kebab-case word for programs.
    public var code: String
    /// How the command ends.
    public var outcome: Outcome
    /// What is wrong, as one sentence without a final full stop.
    public var message: String
    /// What the message ends with, each on a line of its own.
    public var items: [String]
    /// The place, as file:line:column or in words, where there is one.
    public var place: String?
    /// What to do next, most often a command.
    public var next: String?
    /// What a developer would want to know, shown on request only.
    public var detail: String?

    /// Makes a problem.
    public init(
        _ code: String, _ outcome: Outcome, _ message: String, items: [String] = [],
        at place: String? = nil, next: String? = nil, detail: String? = nil
    ) {
        self.code = code
        self.outcome = outcome
        self.message = message
        self.items = items
        self.place = place
        self.next = next
        self.detail = detail
    }
}

extension Problem {
    /// A finding that stands in the way.
    init(_ finding: Finding, in framework: String) {
        self.init(
            finding.rule, .no, finding.message, at: "\(framework)/\(finding.place)",
            next: finding.next)
    }
}
