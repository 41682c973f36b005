public import Terms

/// One kind of promise: how it is held against what is on record.
public struct AuditRule: Sendable {
    /// The id: kebab-case words that never change.
    public let id: String
    /// The section whose promises it looks at.
    public let section: SectionName
    /// What it holds against what, as one sentence.
    public let summary: String
    private let judge: @Sendable (Past) -> [Assessment]

    /// Declares a rule.
    init(
        _ id: String, _ section: SectionName, _ summary: String,
        judge: @escaping @Sendable (Past) -> [Assessment]
    ) {
        self.id = id
        self.section = section
        self.summary = summary
        self.judge = judge
    }

    /// How the promises stand, in the order of the terms.
    func assessments(of past: Past) -> [Assessment] { judge(past) }
}
