public import Terms

/// An agreement as a document that people read: a cover, the parties, every section, the clauses,
/// and what is still open.
///
/// It is laid out by the schema, so nothing that the terms say is left out. The same terms and
/// the same cover always give the same text.
///
/// ```swift
/// let document = AgreementDocument(terms, cover: cover)
/// print(document.text(style: TerminalStyle(width: 80)))
/// ```
public struct AgreementDocument: Sendable {
    private let document: TermsDocument
    private let cover: DocumentCover
    private let layout: ValueLayout

    /// Takes the terms and what stands on their cover.
    public init(_ document: TermsDocument, cover: DocumentCover) {
        self.document = document
        self.cover = cover
        layout = ValueLayout(names: Names(document))
    }

    /// The document for a terminal; every line ends in a line feed.
    public func text(style: TerminalStyle) -> String {
        TextRenderer(style: style).document(blocks)
    }

    /// The document as Markdown.
    public func markdown() -> String { MarkdownRenderer.document(blocks) }

    /// The document as one HTML file that needs no other, for screens and for paper, whose size
    /// is left to whoever prints it where it is not given.
    public func html(paper: PaperSize? = nil) -> String {
        AgreementHTML(document: document, cover: cover, blocks: text).page(paper: paper).source
    }

    var blocks: [Block] { CoverBlocks(document: document, cover: cover).blocks + text }

    /// Everything below the cover.
    var text: [Block] {
        let names =
            [.parties]
            + SectionName.allCases.filter { $0 != .parties && document.sections[$0] != nil }
        return names.enumerated().flatMap { section($1, number: $0 + 1) }
            + clauses(number: names.count + 1) + open
    }

    // MARK: Sections

    private func section(_ name: SectionName, number: Int) -> [Block] {
        guard let section = document.sections[name] else { return [] }
        let path = TermPath(section: name.rawValue)
        let heading = Self.heading(2, "\(number).", name.title, at: path)
        guard let value = section.value else { return [heading] + unreadable(section) }
        var blocks = [heading]
        let fields = name.fields.filter { value[$0.name] != nil }
        // Single values at the start of a section stand together without headings.
        let lead = fields.prefix { $0.type.isLine }
        if !lead.isEmpty {
            let members = value.members.filter { member in
                lead.contains { $0.name == member.key }
            }
            blocks.append(.grid(layout.entries(of: members, name.fields, at: path)))
        }
        for (index, field) in fields.dropFirst(lead.count).enumerated() {
            guard let child = value[field.name] else { continue }
            let place = path.appending(field.name)
            blocks.append(Self.heading(3, "\(number).\(index + 1)", field.label, at: place))
            blocks += layout.blocks(child, field.type, at: place)
        }
        if fields.isEmpty { blocks.append(.paragraph("Nothing is written here yet.")) }
        return blocks + omissions(of: section)
    }

    private static func heading(
        _ level: Int, _ number: String?, _ text: String, at path: TermPath
    ) -> Block {
        .heading(
            .init(level: level, number: number, text: StyledText(text), anchor: Anchor(path)))
    }

    private func unreadable(_ section: Section) -> [Block] {
        let file = section.name.file
        guard let text = section.text else {
            return [.paragraph(StyledText("\(file) can't be read: it is no text.", .yellow))]
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return [
            .paragraph(
                StyledText("\(file) can't be read as terms. This is what it says:", .yellow)),
            .verbatim(lines.map(String.init)),
        ]
    }

    /// What the section's file says beyond what is shown here.
    private func omissions(of section: Section) -> [Block] {
        let findings = section.findings.filter { finding in
            finding.severity == .error
                && !["missing-field", "shares-sum", "listed-twice"].contains(finding.rule)
        }
        guard !findings.isEmpty else { return [] }
        return [
            .paragraph(
                StyledText(
                    "Not shown above, because it can't be read as it stands in "
                        + "\(section.name.file):", .yellow)),
            .bulleted(
                findings.map { finding in
                    let line = finding.position.map { " (line \($0.line))" } ?? ""
                    return [.paragraph(StyledText(finding.message + line))]
                }),
        ]
    }

    // MARK: Clauses and what is open

    private func clauses(number: Int) -> [Block] {
        let paths = document.files.files.map(\.path).filter { SectionName(file: $0) == nil }
        guard !paths.isEmpty else { return [] }
        var blocks = [
            Self.heading(2, "\(number).", "Clauses", at: TermPath(section: "clauses"))
        ]
        var others: [String] = []
        var index = 0
        for path in paths {
            guard let name = ClauseName(file: path) else {
                others.append(path)
                continue
            }
            index += 1
            let source = document.clauses[name.name]
            let (title, body) = ClauseBlocks.titled(source ?? "", level: 3)
            blocks.append(
                Self.heading(
                    3, "\(number).\(index)", title ?? name.name,
                    at: TermPath(section: "clauses/\(name.name)")))
            if source == nil {
                blocks.append(
                    .paragraph(StyledText("\(path) can't be read: it is no plain text.", .yellow)))
            } else {
                blocks.append(.paragraph(StyledText(path, .dim)))
                blocks += body
            }
        }
        if !others.isEmpty {
            blocks.append(.paragraph(StyledText("Other files, which are not shown:", .yellow)))
            blocks.append(.bulleted(others.map { [.paragraph(StyledText($0))] }))
        }
        return blocks
    }

    private var open: [Block] {
        let entries = SectionName.allCases.compactMap { name -> Block.Entry? in
            let lines = OpenFields.lines(of: name, in: document)
            guard !lines.isEmpty else { return nil }
            return .init(StyledText(name.title), [.bulleted(lines.map { [.paragraph($0)] })])
        }
        guard !entries.isEmpty else { return [] }
        return [Self.heading(2, nil, "Still open", at: OpenFields.place)]
            + entries.flatMap { [.heading(level: 3, $0.label)] + $0.blocks }
    }
}
