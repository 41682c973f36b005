/// The findings that the parties accept, each with a reason that they sign with the rest
/// (`framework.waivers`). An error can't be waived.
struct Waivers {
    /// One of them.
    struct Waiver {
        /// Where it stands.
        let term: TermPath
        /// What it accepts.
        let accepts: Accepted
        /// Why.
        let reason: String
    }

    /// The id of a finding, and the term at or below which it is accepted; everywhere where none
    /// is named.
    struct Accepted: Hashable {
        let finding: String
        let at: TermPath?
    }

    /// All waivers that could be read, in the order of the file.
    let all: [Waiver]
    private let reasons: [Accepted: String]

    init(_ terms: CheckedTerms) {
        all = terms.items("framework.waivers").compactMap { term in
            guard let finding = term["finding"]?.text, let reason = term["reason"]?.text else {
                return nil
            }
            // What is no path is below no section, so that it accepts nothing.
            let at = term["at"]?.text.map { TermPath($0) ?? TermPath(section: $0) }
            return Waiver(
                term: term.path, accepts: Accepted(finding: finding, at: at), reason: reason)
        }
        reasons = Dictionary(all.map { ($0.accepts, $0.reason) }) { first, _ in first }
    }

    /// The findings with those marked that are accepted. Linear in their number.
    func marking(_ findings: [Finding]) -> [Finding] {
        guard !all.isEmpty else { return findings }
        return findings.map { finding in
            var marked = finding
            marked.waiver = Self.accepting(finding).lazy.compactMap { reasons[$0] }.first
            return marked
        }
    }

    /// What would accept a finding, the nearest term first.
    static func accepting(_ finding: Finding) -> [Accepted] {
        guard finding.severity != .error else { return [] }
        var accepting: [Accepted] = []
        var at = finding.path
        while let path = at {
            accepting.append(Accepted(finding: finding.rule, at: path))
            at = path.parent
        }
        return accepting + [Accepted(finding: finding.rule, at: nil)]
    }
}
