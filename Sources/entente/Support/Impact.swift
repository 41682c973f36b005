internal import Agreement
internal import Redline
internal import Reports
internal import Settlement
internal import Terms

/// What a change of the terms does besides changing them: what is found in the terms, and who
/// receives what.
struct Impact {
    let workspace: Workspace
    let framework: String
    let comparing: Comparing

    // MARK: Findings

    /// What comes up and what is settled: errors, broken references, warnings, fairness findings.
    func decisions() throws -> [Decision] {
        func findings(_ document: TermsDocument?) throws -> [Finding] {
            try document.map {
                try workspace.findings(in: $0, companionsIn: try workspace.companionPlace())
            } ?? []
        }
        let change = FindingsChange(
            from: try findings(comparing.documents.old), to: try findings(comparing.documents.new))
        return change.introduced.map { Decision($0, isCured: false) }
            + change.cured.map { Decision($0, isCured: true) }
    }

    // MARK: Money

    /// What moves from whom to whom on some revenue; without any, on an example where the terms
    /// divide revenue in another way. Nil where there is nothing to compare.
    func settlement(_ given: SettledRevenue?) throws -> SettlementComparisonReport? {
        guard let old = comparing.documents.old, let new = comparing.documents.new else {
            return nil
        }
        func report(_ settled: SettledRevenue) throws -> SettlementComparisonReport {
            try settled.comparison(
                of: framework, from: (comparing.report.header.from, old),
                to: (comparing.report.header.to, new), changes: comparing.comparison.changes)
        }
        if let given { return try report(given) }
        do {
            // What changes may only count in later years.
            var first: SettlementComparisonReport?
            for example in SettledRevenue.examples(from: old, to: new) {
                let report = try report(example)
                if !report.movesNothing { return report }
                first = first ?? report
            }
            return first
        } catch is Problem {
            // An example that does not fit these terms says nothing about them.
            return nil
        }
    }
}

extension Decision {
    /// What was found in the terms.
    fileprivate init(_ finding: Finding, isCured: Bool) {
        let kind: Decision.Kind =
            switch (finding.rule, finding.severity) {
            case ("clause-reference", _), ("clause-link", _): .reference
            case (_, .error): .error
            case (_, .warning): .warning
            case (_, .fairness): .fairness
            }
        let figures = finding.figures.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        self.init(
            kind, finding.message + (figures.isEmpty ? "" : " (\(figures))"), isCured: isCured,
            place: finding.path?.description ?? finding.place,
            next: isCured ? nil : finding.next)
    }
}
