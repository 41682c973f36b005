public import Audit
internal import Terms

/// How promises stand, for people and for programs.
public struct AuditReport: Sendable {
    let audit: AuditResult
    let changes: AuditChanges?
    /// Whether only promises about which something is new are told in full.
    let tellsNewsOnly: Bool
    let header: AuditHeader
    /// Who is to receive what of the money that came in.
    let division: Division
    let wording: AuditWording

    /// Takes an audit, what stands above it, and how parties and people are called.
    ///
    /// - Parameters:
    ///   - audit: The audit.
    ///   - changes: What is different from an earlier day, where that is told.
    ///   - tellsNewsOnly: Whether only promises about which something is new are told in full.
    ///   - header: What stands above it.
    ///   - names: How parties and people are called.
    public init(
        _ audit: AuditResult, changes: AuditChanges? = nil, tellsNewsOnly: Bool = false,
        header: AuditHeader, names: Names = Names()
    ) {
        self.audit = audit
        self.changes = changes
        self.tellsNewsOnly = tellsNewsOnly && changes != nil
        self.header = header
        division = audit.past.division()
        wording = AuditWording(names: names)
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    /// The report as one page that needs nothing else, for the table of a meeting; without a size
    /// of the sheets, whoever prints it chooses.
    public func html(paper: PaperSize? = nil) -> String {
        AuditHTML(self).page(paper: paper).source
    }

    var title: String { "\(header.title): promised and kept" }

    private var blocks: [Block] {
        [.heading(level: 1, StyledText(title)), .grid(facts)]
            + parts.flatMap { part in [.heading(part.heading)] + part.blocks }
    }

    /// All of it, in the order in which one reads.
    var parts: [AuditPart] {
        let common = [glance, changed, attention, money, perception, disputes]
        return common.compactMap(\.self) + audit.sections.compactMap(section)
    }

    var facts: [Block.Entry] {
        [
            .init("As of", line: StyledText(header.day)),
            .init("Terms", line: StyledText(header.state)),
            .init("Records", line: StyledText(header.records)),
            .init("Digest", line: StyledText(header.digest, .code)),
        ]
    }

    /// The promises of a section, the most pressing first; nil where nothing is told.
    private func section(_ section: SectionName) -> AuditPart? {
        let all = audit.assessments(of: section)
        let told = all.filter(isTold)
        let score = Score(all)
        guard !told.isEmpty else { return nil }
        let left = all.count - told.count
        let more = left == 0 ? "" : " Of \(left) of them there is nothing new."
        return AuditPart(
            "\(section.title): \(wording.percent(score))", at: section.rawValue,
            [
                .caption(StyledText(wording.explained(score) + more)),
                .numbered(wording.byUrgency(told).map(entry)),
            ])
    }

    /// Whether a promise is told in full.
    func isTold(_ found: Assessment) -> Bool {
        !tellsNewsOnly || changes?.isNews(found) ?? true
    }

    private func entry(_ found: Assessment) -> Block.Entry {
        Block.Entry(
            wording.title(found), [.lines(wording.lines(found))],
            at: Anchor(named: found.id))
    }
}

/// A part of the report under its own heading.
struct AuditPart {
    let heading: Block.Heading
    let blocks: [Block]

    init(_ title: String, at place: String, _ blocks: [Block]) {
        heading = .init(level: 2, text: StyledText(title), anchor: Anchor(named: place))
        self.blocks = blocks
    }

    /// The place that links name.
    var anchor: Anchor? { heading.anchor }
}
