internal import Terms

/// Reads a YAML text as a tree that holds every byte of it.
struct SourceReader {
    private let text: String
    private let lines: [Substring]
    private let comments: [Int: Int]
    private var isWhole = true
    /// The keys that lead to what is being read, as long as no item of a list does.
    private var keys: [String]? = []
    private var items: SourceItems

    /// The tree of a text, with its items; nil where the text is no YAML, or written in a way that
    /// the tree can't hold to the byte. Items that are known from another state of the file are
    /// not read again. Linear.
    static func read(
        _ text: String, as section: SectionName, knowing items: SourceItems = SourceItems()
    ) -> (document: SourceDocument, items: SourceItems)? {
        guard let (document, items) = tree(of: text, as: section, knowing: items),
            SourceWriter.text(of: document) == text
        else { return nil }
        return (document, items)
    }

    /// What a text means; nil where it is no YAML. Items that are known from another state of the
    /// file are not read again. Linear.
    static func value(
        of text: String, as section: SectionName, knowing items: SourceItems
    ) -> Value? {
        tree(of: text, as: section, knowing: items)?.document.root.value
    }

    private static func tree(
        of text: String, as section: SectionName, knowing items: SourceItems
    ) -> (document: SourceDocument, items: SourceItems)? {
        let (root, findings) = YAMLReader.read(text, file: section.file)
        guard findings.isEmpty else { return nil }
        var reader = SourceReader(text, knowing: items)
        let document = reader.document(root, as: .object(section.fields))
        return reader.isWhole ? (document, reader.items) : nil
    }

    private init(_ text: String, knowing items: SourceItems) {
        self.text = text
        self.items = items
        lines = text.sourceLines
        comments = YAMLComments.columns(in: text)
    }

    private mutating func document(_ root: YAMLNode?, as type: FieldType) -> SourceDocument {
        guard let root, !root.isEmpty else {
            let nothing = SourceNode(
                content: .mapping([]), layout: .block(depth: 0, isBesideDash: false), rest: [],
                tail: sourceLines(0..<lines.count, below: 0), value: .object([]))
            return SourceDocument(header: [], root: nothing)
        }
        let start = root.position.line - 1
        guard !isInline(root) else {
            // A file in brackets, as JSON is.
            let rest = sourceLines(start..<lines.count, below: 0)
            var node = SourceNode(
                content: flowContent(of: root, text: nil, as: type), layout: .inline, rest: rest)
            if root.position.line == lines.count - 1, lines.last == "" {
                let end = lines[start].unicodeScalars.count
                node.content = flowContent(
                    of: root, text: (start, root.position.column - 1, end), as: type)
                (node.rest, node.tail) = (Array(rest.prefix(1)), Array(rest.dropFirst()))
            }
            node = node.meaning(as: type)
            return SourceDocument(header: sourceLines(0..<start, below: 0), root: node)
        }
        // What a blank line parts from the first entry is about the whole file.
        var first = start
        while first > 0, isCommentLine(first - 1) { first -= 1 }
        let node = block(
            root, below: 0, range: first..<lines.count, isBesideDash: false, as: type)
        return SourceDocument(header: sourceLines(0..<first, below: 0), root: node)
    }

    // MARK: Blocks

    /// The entries of a block in a range of lines, below a key or dash in a column.
    private mutating func block(
        _ node: YAMLNode, below column: Int, range: Range<Int>, isBesideDash: Bool,
        as type: FieldType?
    ) -> SourceNode {
        let indent = node.position.column - 1
        let starts = self.starts(of: node, indent: indent)
        guard let last = starts.last, zip(starts, starts.dropFirst()).allSatisfy(<),
            starts[0] >= range.lowerBound, last < range.upperBound
        else {
            isWhole = false
            return SourceNode(content: .scalar("", .plain), layout: .inline, rest: [])
        }
        let tail = lead(of: range.upperBound, indent: indent, after: last)
        var ends = starts.dropFirst().enumerated().map { index, start in
            lead(of: start, indent: indent, after: starts[index])
        }
        ends.append(tail)
        var entries: [SourceEntry] = []
        for (index, start) in starts.enumerated() {
            let above = (index == 0 ? range.lowerBound : ends[index - 1])..<start
            var entry: SourceEntry
            switch node.content {
            case .mapping(let written):
                entry = self.entry(
                    written[index], body: start..<ends[index], indent: indent,
                    as: type?.value(at: written[index].key))
            case .sequence(let items):
                entry = item(
                    items[index], body: start..<ends[index], indent: indent, as: type?.item)
            case .scalar: continue
            }
            entry.lead = sourceLines(above, below: indent)
            entries.append(entry)
        }
        let isMapping = if case .mapping = node.content { true } else { false }
        return SourceNode(
            content: isMapping ? .mapping(entries) : .sequence(entries),
            layout: .block(depth: indent - column, isBesideDash: isBesideDash), rest: [],
            tail: sourceLines(tail..<range.upperBound, below: indent)
        ).meaning(as: type)
    }

    /// The lines in which entries start.
    private func starts(of node: YAMLNode, indent: Int) -> [Int] {
        switch node.content {
        case .scalar: []
        case .mapping(let entries): entries.map { $0.keyPosition.line - 1 }
        case .sequence(let items):
            items.map { item in
                var line = min(item.position.line, lines.count) - 1
                while line >= 0, !hasDash(line, at: indent) { line -= 1 }
                return line
            }
        }
    }

    private func hasDash(_ line: Int, at column: Int) -> Bool {
        let rest = lines[line].utf8.dropFirst(column)
        return rest.first == 0x2D && (rest.count == 1 || rest.dropFirst().first == 0x20)
    }

    /// The first of the comments and blank lines above a line that belong to what starts there.
    private func lead(of line: Int, indent: Int, after start: Int) -> Int {
        var first = line
        while first > start + 1,
            isBlank(first - 1) || (isCommentLine(first - 1) && spaces(first - 1) <= indent)
        { first -= 1 }
        return first
    }

    /// An item of a list: the one that is known where another state has the same lines there.
    private mutating func item(
        _ node: YAMLNode, body: Range<Int>, indent: Int, as type: FieldType?
    ) -> SourceEntry {
        let place = keys.map { keys in
            SourceItems.Place(
                keys: keys, indent: indent,
                text: text[lines[body.lowerBound].startIndex..<lines[body.upperBound - 1].endIndex])
        }
        if let known = place.flatMap({ items[$0] }) { return known }
        let above = keys
        keys = nil
        defer { keys = above }
        let value = self.node(
            node, body: body, after: indent + 1, indent: indent, isItem: true, as: type)
        let entry = SourceEntry(key: "", written: "-", node: value)
        if let place { items[place] = entry }
        return entry
    }

    private mutating func entry(
        _ entry: YAMLNode.Entry, body: Range<Int>, indent: Int, as type: FieldType?
    ) -> SourceEntry {
        keys?.append(entry.key)
        defer { keys?.removeLast() }
        let (written, end) = key(of: entry)
        let node = node(
            entry.value, body: body, after: end, indent: indent, isItem: false, as: type)
        return SourceEntry(key: entry.key, written: written, node: node)
    }

    /// A key as it is written, and the column behind its colon.
    private mutating func key(of entry: YAMLNode.Entry) -> (String, Int) {
        let line = lines[entry.keyPosition.line - 1].unicodeScalars
        let column = entry.keyPosition.column - 1
        let start = index(column, in: line)
        let isQuoted = start < line.endIndex && (line[start] == "\"" || line[start] == "'")
        let count = entry.key.unicodeScalars.count + (isQuoted ? 2 : 0)
        guard let end = line.index(start, offsetBy: count, limitedBy: line.endIndex),
            end < line.endIndex, line[end] == ":"
        else {
            isWhole = false
            return (entry.key, column)
        }
        return (String(line[start..<end]), column + count + 1)
    }

    // MARK: Values

    private mutating func node(
        _ node: YAMLNode, body: Range<Int>, after column: Int, indent: Int, isItem: Bool,
        as type: FieldType?
    ) -> SourceNode {
        let first = lines[body.lowerBound].unicodeScalars
        let remainder = String(first[index(column, in: first)...])
        guard isInline(node) else {
            let start = node.position.line - 1
            let isBeside = isItem && start == body.lowerBound
            var result = block(
                node, below: indent,
                range: (isBeside ? start : body.lowerBound + 1)..<body.upperBound,
                isBesideDash: isBeside, as: type)
            if !isBeside {
                let (text, comment) = split(remainder, line: body.lowerBound)
                (result.rest, result.comment) = ([SourceLine(rest: text)], comment)
            }
            return result
        }
        var end = body.upperBound
        while end > body.lowerBound + 1, isBlank(end - 1) || isCommentLine(end - 1) { end -= 1 }
        var rest = [SourceLine(rest: remainder)]
        rest += sourceLines((body.lowerBound + 1)..<end, below: indent)
        var result = SourceNode(content: .scalar("", .plain), layout: .inline, rest: [])
        result.tail = sourceLines(end..<body.upperBound, below: indent)
        let isBlock = if case .scalar(_, .block) = node.content { true } else { false }
        let commented = isBlock ? body.lowerBound : end - 1
        let place = commented - body.lowerBound
        (rest[place].text, result.comment) = split(rest[place].text, line: commented)
        result.rest = rest
        switch node.content {
        case .scalar(let text, let style): result.content = .scalar(text, style)
        default:
            let line = lines[node.position.line - 1]
            let length = line.unicodeScalars.count - result.comment.unicodeScalars.count
            result.content = flowContent(
                of: node,
                text: end - 1 == node.position.line - 1
                    ? (end - 1, node.position.column - 1, length) : nil, as: type)
        }
        return result.meaning(as: type)
    }

    /// The rest of a line without the comment at its end, and that with the spaces before it.
    private func split(_ rest: String, line: Int) -> (String, String) {
        guard let column = comments[line] else { return (rest, "") }
        let length = lines[line].utf8.count - column
        guard length <= rest.utf8.count else { return (rest, "") }
        let head = rest.utf8.dropLast(length)
        let text = head.dropLast(head.reversed().prefix { $0 == 0x20 }.count)
        return (String(text) ?? "", String(rest.utf8.dropFirst(text.count)) ?? "")
    }

    // MARK: Brackets

    private typealias Span = (line: Int, start: Int, end: Int)

    /// The entries of a list or fields in brackets, with the texts of its entries where all of it
    /// stands in one line.
    private mutating func flowContent(
        of node: YAMLNode, text: Span?, as type: FieldType?
    ) -> SourceNode.Content {
        let scalars = text.map { Array(lines[$0.line].unicodeScalars) } ?? []
        /// What stands from one place on up to the next entry, or to the bracket.
        func span(_ start: SourcePosition, to next: SourcePosition?) -> Span? {
            guard let text, start.line - 1 == text.line else { return nil }
            var end = next.map { $0.column - 1 } ?? text.end
            if next == nil {
                while end > 0, scalars[end - 1] == " " { end -= 1 }
                end -= 1
            }
            while end > start.column - 1, " ,".unicodeScalars.contains(scalars[end - 1]) {
                end -= 1
            }
            return start.column - 1 <= end ? (text.line, start.column - 1, end) : nil
        }
        func value(_ node: YAMLNode, _ span: Span?, as type: FieldType?) -> SourceNode {
            let written = span.map { string(scalars[$0.start..<$0.end]) }
            var content: SourceNode.Content
            if case .scalar(let text, let style) = node.content {
                content = .scalar(text, style)
            } else {
                content = flowContent(of: node, text: span, as: type)
            }
            return SourceNode(
                content: content, layout: .inline,
                rest: [SourceLine(rest: " " + (written ?? YAMLWriting.flow(node)))]
            ).meaning(as: type)
        }
        switch node.content {
        case .scalar(let text, let style): return .scalar(text, style)
        case .sequence(let items):
            return .sequence(
                items.enumerated().map { index, item in
                    let next = index + 1 < items.count ? items[index + 1].position : nil
                    let node = value(item, span(item.position, to: next), as: type?.item)
                    return SourceEntry(key: "", written: "-", node: node)
                })
        case .mapping(let entries):
            return .mapping(
                entries.enumerated().map { index, entry in
                    let next = index + 1 < entries.count ? entries[index + 1].keyPosition : nil
                    let node = value(
                        entry.value, span(entry.value.position, to: next),
                        as: type?.value(at: entry.key))
                    let isQuoted = text != nil && scalars[entry.keyPosition.column - 1] == "\""
                    return SourceEntry(
                        key: entry.key, written: isQuoted ? "\"\(entry.key)\"" : entry.key,
                        node: node)
                })
        }
    }

    // MARK: Lines

    /// Whether a value stands behind its key: all but blocks of entries.
    private func isInline(_ node: YAMLNode) -> Bool {
        if case .scalar = node.content { return true }
        let line = lines[node.position.line - 1].unicodeScalars
        let first = line.dropFirst(node.position.column - 1).first
        return first == "[" || first == "{"
    }

    private func sourceLines(_ range: Range<Int>, below column: Int) -> [SourceLine] {
        range.isEmpty ? [] : range.map { SourceLine(lines[$0], below: column) }
    }

    private func spaces(_ line: Int) -> Int { lines[line].utf8.prefix { $0 == 0x20 }.count }

    private func isBlank(_ line: Int) -> Bool { spaces(line) == lines[line].utf8.count }

    private func isCommentLine(_ line: Int) -> Bool { comments[line] == spaces(line) }

    /// The place of a column from 0 in a line, or its end.
    private func index(
        _ column: Int, in line: Substring.UnicodeScalarView
    ) -> Substring.Index {
        line.index(line.startIndex, offsetBy: column, limitedBy: line.endIndex) ?? line.endIndex
    }

    private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
