/// A block of a Markdown document (CommonMark 0.29, sections 4 and 5, and the tables of GitHub
/// Flavored Markdown).
public indirect enum MarkdownBlock: Hashable, Sendable {
    /// A heading, of level 1 to 6.
    case heading(level: Int, [MarkdownInline])
    /// A paragraph.
    case paragraph([MarkdownInline])
    /// What is quoted.
    case quote([MarkdownBlock])
    /// Items, with or without numbers.
    case list(MarkdownList)
    /// Lines of code, each with its line feed, and what stands behind their fence.
    case code(String, info: String)
    /// Lines that are meant as HTML, as they were written.
    case html(String)
    /// A break between topics.
    case rule
    /// Rows under a header.
    case table(MarkdownTable)
}

extension MarkdownBlock {
    /// All that was written in it and is no mark: texts, addresses, titles.
    var written: [String] {
        switch self {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.written)
        case .quote(let blocks): blocks.flatMap(\.written)
        case .list(let list):
            [list.start.map(String.init) ?? ""] + list.items.flatMap { $0.flatMap(\.written) }
        case .code(let text, let info): [info, text]
        case .html(let text): [text]
        case .table(let table): table.rows.flatMap { $0.flatMap { $0.flatMap(\.written) } }
        case .rule: []
        }
    }

    /// Whether it is such a block, or has one in it.
    func contains(_ condition: (MarkdownBlock) -> Bool) -> Bool {
        if condition(self) { return true }
        switch self {
        case .quote(let blocks): return blocks.contains { $0.contains(condition) }
        case .list(let list): return list.items.contains { $0.contains { $0.contains(condition) } }
        default: return false
        }
    }

    /// The text of every paragraph in it, with its lines.
    var paragraphs: [String] {
        switch self {
        case .paragraph(let inlines): [inlines.map(\.plain).joined()]
        case .quote(let blocks): blocks.flatMap(\.paragraphs)
        case .list(let list): list.items.flatMap { $0.flatMap(\.paragraphs) }
        case .heading, .code, .html, .rule, .table: []
        }
    }
}

/// A list of a Markdown document.
public struct MarkdownList: Hashable, Sendable {
    /// The number of the first item; nil where items have no numbers.
    public var start: Int?
    /// What stands behind each number: `.` or `)`.
    public var delimiter: Character
    /// The items.
    public var items: [[MarkdownBlock]]

    /// Makes a list.
    public init(start: Int?, delimiter: Character, items: [[MarkdownBlock]]) {
        self.start = start
        self.delimiter = delimiter
        self.items = items
    }
}

/// A table of a Markdown document.
public struct MarkdownTable: Hashable, Sendable {
    /// On which side of its column a text stands.
    public enum Alignment: Hashable, Sendable {
        /// On the left, or nothing is said.
        case left
        /// In the middle.
        case center
        /// On the right.
        case right
    }

    /// The header, then the rows; all of them have the same number of cells.
    public var rows: [[[MarkdownInline]]]
    /// On which side each column stands.
    public var alignments: [Alignment]

    /// Makes a table.
    public init(rows: [[[MarkdownInline]]], alignments: [Alignment]) {
        self.rows = rows
        self.alignments = alignments
    }
}

/// A stretch of text in a Markdown document (CommonMark 0.29, section 6).
public indirect enum MarkdownInline: Hashable, Sendable {
    /// Text, with escapes and entities resolved.
    case text(String)
    /// The end of a line of the source, which has no meaning by itself.
    case softBreak
    /// The end of a line that is meant as one.
    case lineBreak
    /// Code.
    case code(String)
    /// A tag, a comment or another piece of HTML, as it was written.
    case html(String)
    /// Emphasis.
    case emphasis([MarkdownInline])
    /// Strong emphasis.
    case strong([MarkdownInline])
    /// A link. Its destination is whatever somebody wrote.
    case link(destination: String, title: String, [MarkdownInline])
    /// An image and what stands for it.
    case image(destination: String, title: String, [MarkdownInline])
}

extension MarkdownInline {
    /// All that was written in it and is no mark.
    var written: [String] {
        switch self {
        case .text(let text), .code(let text), .html(let text): [text]
        case .softBreak, .lineBreak: []
        case .emphasis(let inner), .strong(let inner): inner.flatMap(\.written)
        case .link(let destination, let title, let inner),
            .image(let destination, let title, let inner):
            inner.flatMap(\.written) + [destination, title]
        }
    }

    /// The text without its looks.
    var plain: String {
        switch self {
        case .text(let text), .code(let text), .html(let text): text
        case .softBreak, .lineBreak: "\n"
        case .emphasis(let inner), .strong(let inner), .link(_, _, let inner),
            .image(_, _, let inner):
            inner.map(\.plain).joined()
        }
    }
}
