internal import CCMark

/// Turns cmark's tree into values, without recursion, so that no nesting is too deep for it.
struct TreeReader {
    typealias Node = OpaquePointer

    /// A node whose children are being read.
    private struct Frame {
        let node: Node
        var blocks: [MarkdownBlock] = []
        var items: [[MarkdownBlock]] = []
        var inlines: [MarkdownInline] = []
        var cells: [[MarkdownInline]] = []
        var rows: [[[MarkdownInline]]] = []
    }

    private var stack: [Frame]

    /// How many frames may be open when a list or quotation begins, and when a stretch of text
    /// does. What stands deeper stands at the deepest level that there is, and nothing is lost.
    private static let blockLimit = 32
    private static let inlineLimit = 64

    /// The blocks of a document.
    static func blocks(of root: Node) -> [MarkdownBlock] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var reader = TreeReader(stack: [Frame(node: root)])
        while true {
            let event = cmark_iter_next(iterator)
            guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT else { break }
            guard let node = cmark_iter_get_node(iterator), node != root else { continue }
            if event == CMARK_EVENT_ENTER { reader.enter(node) } else { reader.leave(node) }
        }
        return reader.stack[0].blocks
    }

    private init(stack: [Frame]) { self.stack = stack }

    private mutating func enter(_ node: Node) {
        switch Self.kind(node) {
        case "text": add(.text(Self.literal(node)))
        case "softbreak": add(.softBreak)
        case "linebreak": add(.lineBreak)
        case "code": add(.code(Self.literal(node)))
        case "html_inline": add(.html(Self.literal(node)))
        case "code_block":
            add(
                block: .code(
                    Self.literal(node), info: Self.text(cmark_node_get_fence_info(node))))
        case "html_block": add(block: .html(Self.literal(node)))
        case "thematic_break": add(block: .rule)
        case "block_quote", "list":
            if stack.count < Self.blockLimit { stack.append(Frame(node: node)) }
        case "item":
            if stack.last?.node == cmark_node_parent(node) { stack.append(Frame(node: node)) }
        case "emph", "strong", "link", "image":
            if stack.count < Self.inlineLimit { stack.append(Frame(node: node)) }
        default: stack.append(Frame(node: node))
        }
    }

    private mutating func leave(_ node: Node) {
        guard stack.count > 1, let frame = stack.last, frame.node == node else { return }
        stack.removeLast()
        switch Self.kind(node) {
        case "block_quote": add(block: .quote(frame.blocks))
        case "item": stack[stack.count - 1].items.append(frame.blocks)
        case "list": add(block: .list(Self.list(node, items: frame.items)))
        case "paragraph": add(block: .paragraph(frame.inlines))
        case "heading":
            add(block: .heading(level: Int(cmark_node_get_heading_level(node)), frame.inlines))
        case "table_cell": stack[stack.count - 1].cells.append(frame.inlines)
        case "table_row", "table_header": stack[stack.count - 1].rows.append(frame.cells)
        case "table":
            add(block: .table(.init(rows: frame.rows, alignments: Self.alignments(node))))
        case "emph": add(.emphasis(frame.inlines))
        case "strong": add(.strong(frame.inlines))
        case "link":
            add(.link(destination: Self.url(node), title: Self.title(node), frame.inlines))
        case "image":
            add(.image(destination: Self.url(node), title: Self.title(node), frame.inlines))
        default:
            stack[stack.count - 1].blocks += frame.blocks
            stack[stack.count - 1].inlines += frame.inlines
        }
    }

    private mutating func add(block: MarkdownBlock) {
        stack[stack.count - 1].blocks.append(block)
    }

    private mutating func add(_ inline: MarkdownInline) {
        stack[stack.count - 1].inlines.append(inline)
    }

    // MARK: What a node says

    private static func kind(_ node: Node) -> String { text(cmark_node_get_type_string(node)) }
    private static func literal(_ node: Node) -> String { text(cmark_node_get_literal(node)) }
    private static func url(_ node: Node) -> String { text(cmark_node_get_url(node)) }
    private static func title(_ node: Node) -> String { text(cmark_node_get_title(node)) }

    private static func text(_ characters: UnsafePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }

    private static func list(_ node: Node, items: [[MarkdownBlock]]) -> MarkdownList {
        let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        return MarkdownList(
            start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
            delimiter: cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : ".",
            items: items)
    }

    private static func alignments(_ node: Node) -> [MarkdownTable.Alignment] {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        guard let marks = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
        return (0..<count).map { column in
            switch marks[column] {
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .left
            }
        }
    }
}
