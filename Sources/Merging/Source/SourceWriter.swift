internal import Terms

/// Writes a tree as the text of a file.
struct SourceWriter {
    private let names: (left: String, right: String)

    /// The text of a file. What is undecided stands between marks that name the sides.
    static func text(
        of document: SourceDocument, names: (left: String, right: String) = ("left", "right")
    ) -> String {
        let writer = SourceWriter(names: names)
        var lines = document.header.map { $0.written(at: 0) }
        let root = document.root
        if case .block(let depth, _) = root.layout {
            lines += writer.lines(of: root.entries, at: depth)
            lines += root.tail.map { $0.written(at: depth) }
        } else {
            lines += (root.rest + root.tail).map { $0.written(at: 0) }
        }
        return lines.joined(separator: "\n")
    }

    /// The lines of entries by themselves, as they stand in a column.
    static func text(of entries: [SourceEntry]) -> String {
        let writer = SourceWriter(names: ("left", "right"))
        return entries.flatMap { entry in
            var bare = entry
            bare.lead = []
            return writer.lines(of: bare, at: 0)
        }.joined(separator: "\n")
    }

    // MARK: Entries

    private func lines(of entry: SourceEntry, at column: Int) -> [String] {
        if let dispute = entry.dispute {
            return ConflictMarks.lines(
                names: names, base: lines(of: dispute.base, at: column),
                left: lines(of: dispute.left, at: column),
                right: lines(of: dispute.right, at: column))
        }
        return entry.lead.map { $0.written(at: column) } + body(of: entry, at: column)
    }

    private func lines(of entries: [SourceEntry], at column: Int) -> [String] {
        entries.flatMap { lines(of: $0, at: column) }
    }

    private func body(of entry: SourceEntry, at column: Int) -> [String] {
        let node = entry.node
        let isItem = entry.written == "-"
        let head = spaces(column) + (isItem ? "-" : entry.written + ":")
        guard case .block(let depth, let isBesideDash) = node.layout else {
            return inline(node, head: head, at: column)
                + node.tail.map { $0.written(at: column) }
        }
        let tail = node.tail.map { $0.written(at: column + depth) }
        guard !node.entries.isEmpty else {
            let isMapping = if case .mapping = node.content { true } else { false }
            return [head + (isMapping ? " {}" : " []") + node.comment] + tail
        }
        let inner = lines(of: node.entries, at: column + depth)
        if isItem, isBesideDash, let first = inner.firstIndex(where: { !$0.isEmpty }),
            inner[first].utf8.prefix(column + depth).allSatisfy({ $0 == 0x20 }),
            inner[first].utf8.count > column + depth
        {
            let rest = String(inner[first].utf8.dropFirst(column + depth)) ?? ""
            return [head + spaces(depth - 1) + rest] + inner[(first + 1)...] + tail
        }
        return [head + (node.rest.first?.text ?? "") + node.comment] + inner + tail
    }

    private func inline(_ node: SourceNode, head: String, at column: Int) -> [String] {
        var lines = node.rest.map { $0.written(at: column) }
        lines[0] = head + node.rest[0].text
        let isBlock = if case .scalar(_, .block) = node.content { true } else { false }
        lines[isBlock ? 0 : lines.count - 1] += node.comment
        return lines
    }

    private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
