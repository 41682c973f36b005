// Finds where a value ends in the text.

extension YAMLEditor {
    func isFlow(_ node: YAMLNode) -> Bool {
        guard case .scalar = node.content else {
            let index = node.position.line - 1
            guard source.lines.indices.contains(index) else { return false }
            let first = source.lines[index].unicodeScalars.dropFirst(node.position.column - 1).first
            return first == "[" || first == "{"
        }
        return false
    }

    /// The column after the colon of a key.
    func endOfKey(_ entry: YAMLNode.Entry) -> Int {
        let line = Array(source.lines[entry.keyPosition.line - 1].unicodeScalars)
        var column = entry.keyPosition.column - 1
        if column < line.count, line[column] == "\"" || line[column] == "'" {
            column += entry.key.unicodeScalars.count + 2
        } else {
            column += entry.key.unicodeScalars.count
        }
        while column < line.count, line[column] != ":" { column += 1 }
        return min(column + 1, line.count)
    }

    /// The end of an empty value: `~` and `null` are part of it, and so is an empty block.
    func endOfEmpty(
        _ entry: YAMLNode.Entry, after colon: (line: Int, column: Int), indent: Int
    ) throws(EditError) -> (line: Int, column: Int) {
        guard case .scalar(let text, let style) = entry.value.content else { return colon }
        if style == .block {
            return (colon.line, source.lines[colon.line].unicodeScalars.count)
        }
        guard !text.isEmpty else { return colon }
        let start = entry.value.position
        return (start.line - 1, start.column - 1 + text.unicodeScalars.count)
    }

    func endOfQuoted(
        from start: (line: Int, column: Int)
    ) throws(EditError) -> (line: Int, column: Int) {
        let quote = Array(source.lines[start.line].unicodeScalars)[start.column]
        var line = start.line
        var column = start.column + 1
        while line < source.lines.count {
            let scalars = Array(source.lines[line].unicodeScalars)
            while column < scalars.count {
                if quote == "\"", scalars[column] == "\\" {
                    column += 2
                } else if scalars[column] == quote {
                    if quote == "'", column + 1 < scalars.count, scalars[column + 1] == "'" {
                        column += 2
                        continue
                    }
                    return (line, column + 1)
                } else {
                    column += 1
                }
            }
            line += 1
            column = 0
        }
        throw EditError("a quote is never closed")
    }

    func endOfPlain(
        from start: (line: Int, column: Int), ownerIndent: Int, inFlow: Bool
    ) -> (line: Int, column: Int) {
        let last =
            inFlow
            ? start.line
            : source.lastLine(from: start.line, deeperThan: ownerIndent, dashes: false)
        let scalars = Array(source.lines[last].unicodeScalars)
        var column = last == start.line ? start.column : 0
        var end = column
        while column < scalars.count {
            let scalar = scalars[column]
            if scalar == "#", column > 0, scalars[column - 1] == " " { break }
            if inFlow, ",]}".unicodeScalars.contains(scalar) { break }
            column += 1
            if scalar != " " { end = column }
        }
        return (last, end)
    }

    func endOfFlow(
        from start: (line: Int, column: Int)
    ) throws(EditError) -> (line: Int, column: Int) {
        var depth = 0
        var line = start.line
        var column = start.column
        while line < source.lines.count {
            let scalars = Array(source.lines[line].unicodeScalars)
            while column < scalars.count {
                switch scalars[column] {
                case "[", "{": depth += 1
                case "]", "}":
                    depth -= 1
                    if depth == 0 { return (line, column + 1) }
                case "\"", "'":
                    let before = column == 0 ? " " : scalars[column - 1]
                    if " [{,:".unicodeScalars.contains(before) {
                        let end = try endOfQuoted(from: (line, column))
                        guard end.line == line else {
                            throw EditError(
                                "a quoted text runs over several lines in a list in one line",
                                next: "Edit the file by hand")
                        }
                        column = end.column - 1
                    }
                case "#" where column > 0 && scalars[column - 1] == " ":
                    column = scalars.count
                default: break
                }
                column += 1
            }
            line += 1
            column = 0
        }
        throw EditError("a bracket is never closed")
    }

    func blockIndent(after header: Int, upTo last: Int) -> Int? {
        guard header < last else { return nil }
        return ((header + 1)...last).first { !source.isBlank($0) }.map { source.indent(of: $0) }
    }
}
