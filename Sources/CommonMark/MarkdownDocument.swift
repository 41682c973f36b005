internal import CCMark

/// A Markdown document, read by cmark-gfm into a tree of plain values.
///
/// ```swift
/// MarkdownDocument("Paid in *advance*.").blocks
/// // [.paragraph([.text("Paid in "), .emphasis([.text("advance")]), .text(".")])]
/// ```
public struct MarkdownDocument: Hashable, Sendable {
    /// The blocks. They nest at most 32 levels deep, and inlines in them as many; what stands
    /// deeper in the text stands at the deepest level.
    public let blocks: [MarkdownBlock]
    /// Paragraphs that define what links lead to, as they were written. Nobody would see them
    /// otherwise (CommonMark 0.29, 4.7), whatever they say.
    public let definitions: [String]

    /// Above how many images cmark-gfm 0.29.0.gfm.6 may take minutes over them (CVE-2023-22486).
    private static let imageLimit = 4_000
    /// Above how many cells a table may take more memory than the text that it stands in
    /// (cmark-gfm fills up short rows) or, in one line, more than linear time.
    private static let cellLimit = 100_000
    private static let columnLimit = 500

    /// Reads a document. Any text is one. Linear in its size.
    ///
    /// - Returns: nil for a text that could not be read in linear time, which nobody writes by
    ///   accident.
    public init?(_ source: String) {
        let measure = Measure(source)
        guard measure.images <= Self.imageLimit else { return nil }
        let hasTables =
            measure.columns <= Self.columnLimit
            && measure.columns * measure.lines <= Self.cellLimit
        guard let blocks = Self.complete(source, hasTables: hasTables),
            let definitions = Self.definitions(in: source, blocks, hasTables: hasTables)
        else { return nil }
        self.blocks = blocks
        self.definitions = definitions
    }

    /// The blocks, without tables where these would leave out what does not fit their columns.
    private static func complete(_ source: String, hasTables: Bool) -> [MarkdownBlock]? {
        guard let blocks = read(source, hasTables: hasTables) else { return nil }
        let isTable = { (block: MarkdownBlock) in if case .table = block { true } else { false } }
        guard hasTables, blocks.contains(where: { $0.contains(isTable) }),
            let plain = read(source, hasTables: false)
        else { return blocks }
        return WordCount(plain).exceeds(WordCount(blocks)) ? plain : blocks
    }

    private static func read(_ source: String, hasTables: Bool) -> [MarkdownBlock]? {
        guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
        defer { cmark_parser_free(parser) }
        if hasTables, let table = Self.tables {
            cmark_parser_attach_syntax_extension(parser, table.pointer)
        }
        var source = source
        source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                cmark_parser_feed(parser, characters.baseAddress, characters.count)
            }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        return TreeReader.blocks(of: root)
    }

    /// The paragraphs that are gone from the blocks: those that are there when no definition is one,
    /// since a mark that nobody can write stands within `]:`.
    private static func definitions(
        in source: String, _ blocks: [MarkdownBlock], hasTables: Bool
    ) -> [String]? {
        guard source.contains("]:") else { return [] }
        let mark: Character = "\u{1}"
        guard !source.contains(mark),
            let all = read(source.replacing("]:", with: "]\(mark):"), hasTables: hasTables)
        else { return nil }
        // What stands in brackets may be a link that is none without its definition.
        func words(_ paragraph: String) -> String { paragraph.filter { !"[]".contains($0) } }
        let shown = Set(blocks.flatMap(\.paragraphs).map(words))
        return all.flatMap(\.paragraphs).filter { $0.contains(mark) }
            .map { $0.filter { $0 != mark } }.filter { !shown.contains(words($0)) }
    }

    /// The extension for tables, which lives as long as the process.
    private struct Extension: @unchecked Sendable {
        // Sendable because cmark-gfm writes to it while it is registered, and never again.
        let pointer: OpaquePointer
    }

    private static let tables: Extension? = {
        cmark_gfm_core_extensions_ensure_registered()
        return cmark_find_syntax_extension("table").map { Extension(pointer: $0) }
    }()
}

/// What decides how long a text takes to read.
private struct Measure {
    /// How many images could begin in it.
    var images = 0
    /// How many lines it has.
    var lines = 1
    /// How many columns its widest line could have.
    var columns = 0

    init(_ source: String) {
        var previous: UInt8 = 0
        var pipes = 0
        for byte in source.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                lines += 1
                pipes = 0
            case UInt8(ascii: "|"):
                pipes += 1
                columns = max(columns, pipes + 1)
            case UInt8(ascii: "[") where previous == UInt8(ascii: "!"): images += 1
            default: break
            }
            previous = byte
        }
    }
}
