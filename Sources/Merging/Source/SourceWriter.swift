internal import Terms

/// Writes a tree as the text of a file.
struct SourceWriter {
    /// The lines so far, each with its end.
    private var bytes: [UInt8] = []

    /// The text of a file. What is undecided stands between marks. Linear in its size.
    static func text(of document: SourceDocument) -> String {
        var writer = SourceWriter()
        writer.add(document.header, at: 0)
        let root = document.root
        if case .block(let depth, _) = root.layout {
            writer.add(root.entries, at: depth)
            writer.add(root.tail, at: depth)
        } else {
            writer.add(root.rest + root.tail, at: 0)
        }
        return writer.text
    }

    /// The lines of entries by themselves, as they stand in a column.
    static func text(of entries: [SourceEntry]) -> String {
        var writer = SourceWriter()
        for var entry in entries {
            entry.lead = []
            writer.add(entry, at: 0)
        }
        return writer.text
    }

    private var text: String { String(decoding: bytes.dropLast(), as: UTF8.self) }

    // MARK: Entries

    private mutating func add(_ entries: [SourceEntry], at column: Int) {
        for index in entries.indices { add(entries[index], at: column) }
    }

    private mutating func add(_ entry: SourceEntry, at column: Int) {
        if let dispute = entry.dispute {
            let marks = ConflictMarks.lines(base: [], left: [], right: [])
            for (mark, entries) in zip(marks, [dispute.left, dispute.base, dispute.right, []]) {
                add(line: mark)
                add(entries, at: column)
            }
        } else {
            add(entry.lead, at: column)
            addBody(of: entry, at: column)
        }
    }

    private mutating func addBody(of entry: SourceEntry, at column: Int) {
        let node = entry.node
        guard case .block(let depth, let isBesideDash) = node.layout else {
            addInline(node, of: entry, at: column)
            return add(node.tail, at: column)
        }
        let start = bytes.count
        if node.entries.isEmpty {
            let isMapping = if case .mapping = node.content { true } else { false }
            addHead(of: entry, rest: isMapping ? " {}" : " []", at: column)
        } else if entry.isItem, isBesideDash {
            add(node.entries, at: column + depth)
            if !putDash(at: column, depth, from: start) {
                let below = bytes[start...]
                bytes.removeSubrange(start...)
                addHead(of: entry, rest: node.rest.first?.text ?? "", at: column)
                bytes += below
            }
        } else {
            addHead(of: entry, rest: node.rest.first?.text ?? "", at: column)
            add(node.entries, at: column + depth)
        }
        add(node.tail, at: column + depth)
    }

    /// Puts the dash of an item in front of its first line, in which there is room for it.
    private mutating func putDash(at column: Int, _ depth: Int, from start: Int) -> Bool {
        guard let first = bytes[start...].firstIndex(where: { $0 != 0x0A }) else { return false }
        let text = first + column + depth
        guard text < bytes.count, bytes[first..<text].allSatisfy({ $0 == 0x20 }),
            bytes[text] != 0x0A
        else { return false }
        bytes[first + column] = UInt8(ascii: "-")
        bytes.removeSubrange(start..<first)
        return true
    }

    private mutating func addInline(_ node: SourceNode, of entry: SourceEntry, at column: Int) {
        let isBlock = if case .scalar(_, .block) = node.content { true } else { false }
        let commented = isBlock ? 0 : node.rest.count - 1
        for (index, line) in node.rest.enumerated() {
            let comment = index == commented ? node.comment : ""
            if index == 0 {
                addHead(of: entry, rest: line.text, comment, at: column)
            } else {
                add(line, at: column, comment)
            }
        }
    }

    // MARK: Lines

    private mutating func add(_ lines: [SourceLine], at column: Int) {
        for line in lines { add(line, at: column) }
    }

    private mutating func add(_ line: SourceLine, at column: Int, _ comment: String = "") {
        indent(line.depth.map { column + $0 } ?? 0)
        bytes.append(contentsOf: line.text.utf8)
        bytes.append(contentsOf: comment.utf8)
        bytes.append(0x0A)
    }

    private mutating func add(line: String) { add(SourceLine(rest: line), at: 0) }

    /// The line with the key or dash of an entry, and what stands behind it.
    private mutating func addHead(
        of entry: SourceEntry, rest: String, _ comment: String? = nil, at column: Int
    ) {
        indent(column)
        bytes.append(contentsOf: entry.written.utf8)
        if !entry.isItem { bytes.append(UInt8(ascii: ":")) }
        bytes.append(contentsOf: rest.utf8)
        bytes.append(contentsOf: (comment ?? entry.node.comment).utf8)
        bytes.append(0x0A)
    }

    private mutating func indent(_ column: Int) {
        bytes.append(contentsOf: repeatElement(0x20, count: max(0, column)))
    }
}

extension SourceEntry {
    fileprivate var isItem: Bool { written == "-" }
}
