public import Redline
internal import Terms

/// The life of one term: each version that changed it, and what open proposals would make of it,
/// newest first.
public struct TermLifeReport: Sendable {
    /// What became of the term at one time.
    public struct Entry: Sendable {
        /// When, such as `version 2, 2027-01-31`.
        public var moment: String
        /// The proposal, by its name.
        public var proposal: String?
        /// What the proposal is called.
        public var title: String?
        /// Why it was made.
        public var why: String?
        /// Who changed the term in the proposal, and what was said about it.
        public var origin: ChangeOrigin?
        /// Who signed, by name.
        public var signers: [String]
        /// All that changed then; what is shown of it is the term.
        public var comparison: Comparison
        /// How parties and people were called.
        public var names: Names

        /// Makes an entry.
        public init(
            moment: String, proposal: String?, title: String?, why: String?, origin: ChangeOrigin?,
            signers: [String], comparison: Comparison, names: Names
        ) {
            self.moment = moment
            self.proposal = proposal
            self.title = title
            self.why = why
            self.origin = origin
            self.signers = signers
            self.comparison = comparison
            self.names = names
        }
    }

    let framework: String
    let path: String
    let entries: [Entry]

    /// Takes what became of the term at a path, newest first.
    public init(_ path: String, of framework: String, _ entries: [Entry]) {
        self.path = path
        self.framework = framework
        self.entries = entries
    }

    /// The report for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The report as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    /// The report as one JSON document, with keys in alphabetical order.
    public func json() throws -> String { try JSONText.of(TermLifeJSON(self)) + "\n" }

    private var blocks: [Block] {
        [.heading(level: 1, StyledText("\(framework): \(path)"))] + entries.flatMap(blocks)
    }

    private func blocks(of entry: Entry) -> [Block] {
        let name = entry.proposal.map { " (\($0))" } ?? ""
        let title = entry.title.map { ": \($0)" } ?? ""
        var facts = [Block.Entry]()
        if let why = entry.why { facts.append(.init("Why", line: StyledText(why))) }
        if !entry.signers.isEmpty {
            let signers = entry.signers.joined(separator: ", ")
            facts.append(.init("Signed by", line: StyledText(signers)))
        }
        return [.heading(level: 2, StyledText(entry.moment + title + name))]
            + entry.report.parts(isAlone: { $0.path.description == path })
            + (entry.origin.map(ComparisonReport.blocks) ?? [])
            + (facts.isEmpty ? [] : [.grid(facts)])
    }
}

extension TermLifeReport.Entry {
    /// What changed, as a report on it.
    var report: ComparisonReport {
        ComparisonReport(
            comparison, header: ComparisonHeader(framework: "", from: "", to: ""), names: names)
    }
}
