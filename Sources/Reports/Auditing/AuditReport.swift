public import Audit
internal import Terms

/// How promises stand, for people and for programs.
public struct AuditReport: Sendable {
    let audit: AuditResult
    let header: AuditHeader
    let wording: AuditWording

    /// Takes an audit, what stands above it, and how parties and people are called.
    public init(_ audit: AuditResult, header: AuditHeader, names: Names = Names()) {
        self.audit = audit
        self.header = header
        wording = AuditWording(names: names)
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    var blocks: [Block] { summary + details }

    /// What fits on one page: the scores, and what somebody has to do.
    private var summary: [Block] {
        [
            .heading(level: 1, StyledText("\(header.title): promised and kept")),
            .grid(facts),
            .heading(level: 2, "At a glance"),
            .paragraph(StyledText(glance)),
            .table(scores),
        ] + attention
    }

    private var facts: [Block.Entry] {
        [
            .init("As of", line: StyledText(header.day)),
            .init("Terms", line: StyledText(header.state)),
            .init("Digest", line: StyledText(header.digest)),
            .init("Records", line: StyledText(header.records)),
        ]
    }

    private var glance: String {
        let score = Score(audit.assessments)
        guard !audit.assessments.isEmpty else { return "The terms promise nothing here." }
        return "\(audit.assessments.count) promises: \(score.reasons)."
    }

    private var scores: TextTable {
        let rows = audit.sections.map { section -> [StyledText] in
            let score = Score(audit.assessments(of: section))
            return [
                StyledText(section.title), StyledText(wording.percent(score)),
                StyledText(score.reasons),
            ]
        }
        return TextTable(
            rows: rows, header: ["Section", "Score", "Because of"],
            alignments: [.left, .right, .left])
    }

    private var attention: [Block] {
        let pressing = wording.byUrgency(audit.assessments)
            .filter { $0.status == .broken || $0.status == .drifting }
        guard !pressing.isEmpty else { return [] }
        return [
            .heading(level: 2, "Who acts next"),
            .bulleted(
                pressing.map { found in
                    [
                        .lines(
                            [wording.title(found)]
                                + [found.next.map { StyledText(wording.step($0)) }]
                                .compactMap(\.self))
                    ]
                }),
        ]
    }

    private var details: [Block] {
        audit.sections.flatMap { section -> [Block] in
            let found = audit.assessments(of: section)
            let score = Score(found)
            return [
                .heading(
                    level: 2, StyledText("\(section.title): \(wording.percent(score))")),
                .caption(StyledText(wording.explained(score))),
                .numbered(wording.byUrgency(found).map(entry)),
            ]
        }
    }

    private func entry(_ found: Assessment) -> Block.Entry {
        Block.Entry(wording.title(found), [.lines(wording.lines(found))])
    }
}

/// What stands above an audit.
public struct AuditHeader: Hashable, Sendable {
    /// The framework.
    public var framework: String
    /// What people call the agreement.
    public var title: String
    /// The day that counts as today.
    public var day: String
    /// Which terms are in force, such as `version 2`.
    public var state: String
    /// The digest of these terms.
    public var digest: String
    /// How many records there are, and how far they are established.
    public var records: String

    /// Makes a header.
    public init(
        framework: String, title: String, day: String, state: String, digest: String,
        records: String
    ) {
        self.framework = framework
        self.title = title
        self.day = day
        self.state = state
        self.digest = digest
        self.records = records
    }
}
