internal import Agreement
internal import Terms

/// What `check` finds about one framework, as it is printed with `--json`.
struct CheckResult: Encodable {
    /// One finding.
    struct Point: Encodable {
        struct Figure: Encodable {
            let name: String
            let value: String
        }

        let column: Int?
        let figures: [Figure]
        let file: String
        let line: Int?
        let message: String
        let next: String?
        let path: String?
        let reason: String?
        let rule: String
        let severity: String
        let waived: Bool
        let waiver: String?

        init(_ finding: Finding) {
            column = finding.position?.column
            figures = finding.figures.map { Figure(name: $0.name, value: $0.value) }
            file = finding.file
            line = finding.position?.line
            message = finding.message
            next = finding.next
            path = finding.path?.description
            reason = finding.reason
            rule = finding.rule
            severity = finding.severity.rawValue
            waived = finding.isWaived
            waiver = finding.waiver
        }
    }

    /// How far a section is answered.
    struct Answered: Encodable {
        /// A question that waits for a party.
        struct Asked: Encodable {
            let party: String
            let path: String
        }

        let answered: Int
        let asked: [Asked]
        let open: [String]
        let section: String
        let wanted: Int
    }

    let completeness: [Answered]
    let digest: String
    let errors: Int
    let fairness: Int
    let findings: [Point]
    let framework: String
    let state: String
    let waived: Int
    let warnings: Int

    /// Where marks stand around what nobody has decided yet.
    var marks: [String] {
        findings.filter { $0.rule == ConflictMarks.rule }.map { point in
            point.file + (point.line.map { ":\($0)" } ?? "")
        }
    }

    /// Checks the terms of a framework. Sections that hold marks answer nothing yet, so that their
    /// questions are not counted.
    init(
        _ framework: String, state: String, digest: Digest, document: TermsDocument,
        findings all: [Finding]
    ) {
        let standing = all.filter { !$0.isWaived }
        self.framework = framework
        self.state = state
        self.digest = digest.description
        errors = standing.count { $0.severity == .error }
        warnings = standing.count { $0.severity == .warning }
        fairness = standing.count { $0.severity == .fairness }
        waived = all.count - standing.count
        findings = all.map(Point.init)
        let undecided = Set(all.filter { $0.rule == ConflictMarks.rule }.map(\.file))
        completeness = Completeness(document).sections.filter {
            !undecided.contains($0.name.file)
        }.map { section in
            Answered(
                answered: section.answered,
                asked: section.asked.map {
                    Answered.Asked(party: $0.party, path: $0.path.description)
                },
                open: section.open.map(\.name), section: section.name.rawValue,
                wanted: section.wanted)
        }
    }
}
