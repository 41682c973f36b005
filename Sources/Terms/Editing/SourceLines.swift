/// The lines of a YAML text, with what editing needs to know about their indentation.
struct SourceLines {
    /// The lines without their line feeds.
    private(set) var lines: [String]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
    }

    /// The text, ending in a line feed.
    var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

    /// How many spaces a line starts with.
    func indent(of index: Int) -> Int { lines[index].prefix { $0 == " " }.count }

    /// Whether a line holds neither a value nor a comment.
    func isBlank(_ index: Int) -> Bool { lines[index].allSatisfy { $0 == " " } }

    /// Whether a line holds nothing but a comment.
    func isComment(_ index: Int) -> Bool {
        lines[index].first { $0 != " " } == "#"
    }

    /// The last line of what starts in a line and is indented deeper than `indent`. Blank lines
    /// and comments that follow it are not part of it. With `dashes`, lines that start with `-`
    /// at `indent` itself belong to it, as the items of a list under its key may.
    func lastLine(from start: Int, deeperThan indent: Int, dashes: Bool) -> Int {
        var last = start
        var index = start + 1
        while index < lines.count {
            let depth = self.indent(of: index)
            if isBlank(index) || (isComment(index) && depth <= indent) {
                index += 1
                continue
            }
            let rest = lines[index].dropFirst(depth)
            let isItem = dashes && depth == indent && (rest == "-" || rest.hasPrefix("- "))
            guard depth > indent || isItem else { break }
            last = index
            index += 1
        }
        return last
    }

    /// Replaces from a column of one line to a column of another by new text, which may have
    /// several lines. Columns count from 0, in Unicode scalars.
    mutating func replace(
        from start: (line: Int, column: Int), to end: (line: Int, column: Int), by text: String
    ) {
        let head = lines[start.line].unicodeScalars.prefix(start.column)
        let tail = lines[end.line].unicodeScalars.dropFirst(end.column)
        let joined =
            String(String.UnicodeScalarView(head)) + text
            + String(String.UnicodeScalarView(tail))
        lines.replaceSubrange(
            start.line...end.line,
            with: joined.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }

    /// Takes lines out. Where they stood between blank lines, one of these goes with them.
    mutating func remove(_ range: ClosedRange<Int>) {
        lines.removeSubrange(range)
        let index = range.lowerBound
        let isAfterBlank = index == 0 || isBlank(index - 1)
        if index < lines.count, isBlank(index), isAfterBlank { lines.remove(at: index) }
    }

    /// Puts lines in before the line with this index.
    mutating func insert(_ new: [String], at index: Int) {
        lines.insert(contentsOf: new, at: index)
    }
}
