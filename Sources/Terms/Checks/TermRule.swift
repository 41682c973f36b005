/// One rule about what the terms say: pure, with a stable id that output, documents, tests and
/// waivers share.
///
/// These rules are advice before people sign, and judge no history: whether a version counts is
/// decided by ``WellFormedness`` and the rules of the agreement alone.
public struct TermRule: Sendable {
    /// The id: kebab-case words that never change.
    public let id: String
    /// How much its findings weigh.
    public let severity: Finding.Severity
    /// What it finds, as one sentence.
    public let summary: String
    /// Why that matters, as one sentence.
    public let reason: String
    /// Whether it finds what is missing, which keeps nobody from signing a working document that
    /// binds nobody.
    public let isAboutGaps: Bool
    private let remarks: @Sendable (CheckedTerms, _ found: [Finding]) -> [Remark]

    /// Declares a rule that also looks at what was found before.
    init(
        _ id: String, _ severity: Finding.Severity, _ summary: String, reason: String,
        isAboutGaps: Bool = false,
        afterOthers remarks: @escaping @Sendable (CheckedTerms, _ found: [Finding]) -> [Remark]
    ) {
        self.id = id
        self.severity = severity
        self.summary = summary
        self.reason = reason
        self.isAboutGaps = isAboutGaps
        self.remarks = remarks
    }

    /// Declares a rule.
    init(
        _ id: String, _ severity: Finding.Severity, _ summary: String, reason: String,
        isAboutGaps: Bool = false, remarks: @escaping @Sendable (CheckedTerms) -> [Remark]
    ) {
        self.init(
            id, severity, summary, reason: reason, isAboutGaps: isAboutGaps,
            afterOthers: { terms, _ in remarks(terms) })
    }

    /// What it finds in some terms, after what was found before. Linear in both.
    func findings(in terms: CheckedTerms, after found: [Finding] = []) -> [Finding] {
        guard !isAboutGaps || terms.asksForAnswers else { return [] }
        return remarks(terms, found).map { remark in
            let section = SectionName(rawValue: remark.path.section)
            return Finding(
                severity, rule: id,
                file: remark.place?.file ?? section?.file ?? remark.path.section + ".md",
                position: remark.place?.position ?? terms.position(of: remark.path),
                path: remark.path, message: remark.message, figures: remark.figures,
                reason: reason, next: remark.suggestion)
        }
    }
}
