internal import Terms

/// Rule 3: the new terms keep format.md's limits, and their `parties.yaml` parses strictly.
enum WellFormedRule {
    static func violations(of candidate: Candidate) -> [Violation] {
        if candidate.changedFiles.isEmpty {
            return [Violation(.wellFormed, "the terms are the same as those in force")]
        }
        guard let first = candidate.proposed.findings.first else { return [] }
        let more = candidate.proposed.findings.count - 1
        return [
            Violation(
                .wellFormed,
                "\(first.place): \(first.message)" + (more > 0 ? " (and \(more) more)" : ""),
                next: first.next)
        ]
    }
}
