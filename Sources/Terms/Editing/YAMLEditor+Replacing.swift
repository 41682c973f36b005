// Replaces what stands at a place, in the style in which it stands there.

extension YAMLEditor {
    mutating func replace(
        _ entry: YAMLNode.Entry, by value: YAMLNode, inFlow: Bool, type: FieldType
    ) throws(EditError) {
        let keyLine = entry.keyPosition.line - 1
        let indent = entry.keyPosition.column - 1
        let colon = (line: keyLine, column: endOfKey(entry))
        if entry.value.isEmpty,
            inFlow || entry.value.position.line == entry.keyPosition.line
                || entry.value.content.isEmptyText
        {
            let end = try endOfEmpty(entry, after: colon, indent: indent)
            write(value, over: colon, to: end, indent: indent + 2, inFlow: inFlow, spaced: true)
            return
        }
        try replace(
            entry.value, by: value, from: colon, ownerIndent: indent, ownerLine: keyLine,
            inFlow: inFlow, type: type)
    }

    mutating func replaceItem(
        _ item: YAMLNode, by value: YAMLNode, dash: SourcePosition, inFlow: Bool, type: FieldType
    ) throws(EditError) {
        let line = item.position.line - 1
        let indent = dash.column - 1
        let start = (line: line, column: indent + 1)
        try replace(
            item, by: value, from: inFlow ? nil : start, ownerIndent: indent, ownerLine: line,
            inFlow: inFlow, type: type)
    }

    mutating func replace(
        _ old: YAMLNode, by value: YAMLNode, from owner: (line: Int, column: Int)?,
        ownerIndent: Int, ownerLine: Int, inFlow: Bool, type: FieldType
    ) throws(EditError) {
        let start = (line: old.position.line - 1, column: old.position.column - 1)
        let scalars = Array(source.lines[start.line].unicodeScalars)
        let first = start.column < scalars.count ? scalars[start.column] : " "
        var value = value
        switch old.content {
        case .scalar(_, .quoted):
            let end = try endOfQuoted(from: start)
            if case .scalar(let text, _) = value.content, first == "\"", !text.contains("\n") {
                source.replace(from: start, to: end, by: YAMLWriting.quoted(text))
            } else {
                write(value, over: start, to: end, indent: ownerIndent + 2, inFlow: inFlow)
            }
        case .scalar(_, .block):
            let last = source.lastLine(
                from: start.line, deeperThan: ownerIndent, dashes: false)
            let end = (line: last, column: source.lines[last].unicodeScalars.count)
            if case .scalar(let text, _) = value.content {
                let header = String(
                    String.UnicodeScalarView(
                        source.lines[start.line].unicodeScalars.dropFirst(start.column)))
                let depth = blockIndent(after: start.line, upTo: last) ?? ownerIndent + 2
                let body =
                    text.contains("\n")
                    ? text : YAMLWriting.wrapped(text, width: max(40, 88 - depth))
                let lines = YAMLWriting.literal(body, indent: depth)
                source.replace(
                    from: start, to: end, by: ([header] + lines).joined(separator: "\n"))
            } else {
                write(value, over: start, to: end, indent: ownerIndent + 2, inFlow: inFlow)
            }
        case .scalar(_, .plain):
            let end = endOfPlain(from: start, ownerIndent: ownerIndent, inFlow: inFlow)
            if case .scalar(let text, _) = value.content, case .prose = type,
                text.count > 88, !inFlow, !text.contains("\n")
            {
                value.content = .scalar(YAMLWriting.wrapped(text, width: 84) + "\n", .block)
            }
            write(value, over: start, to: end, indent: ownerIndent + 2, inFlow: inFlow)
        case .mapping, .sequence:
            if first == "[" || first == "{" {
                let end = try endOfFlow(from: start)
                let text = YAMLWriting.flow(value)
                if inFlow || (text.count + start.column <= 88 && !text.contains("\n")) {
                    source.replace(from: start, to: end, by: text)
                } else {
                    write(value, over: start, to: end, indent: ownerIndent + 2, inFlow: false)
                }
                return
            }
            guard let owner else {
                throw EditError(
                    "the value is written in a way that can't be edited safely",
                    at: old.position, next: "Edit the file by hand")
            }
            let last = source.lastLine(
                from: max(ownerLine, start.line), deeperThan: ownerIndent,
                dashes: owner.column > ownerIndent + 1)
            let end = (line: last, column: source.lines[last].unicodeScalars.count)
            let depth = start.column
            write(
                value, over: owner, to: end, indent: max(depth, ownerIndent), inFlow: false,
                spaced: true)
        }
    }

    /// Writes a value over a span; lines of their own where the value needs them.
    mutating func write(
        _ value: YAMLNode, over start: (line: Int, column: Int),
        to end: (line: Int, column: Int), indent: Int, inFlow: Bool, spaced: Bool = false
    ) {
        let space = spaced ? " " : ""
        if inFlow {
            source.replace(from: start, to: end, by: space + YAMLWriting.flow(value))
            return
        }
        let (inline, lines) = YAMLWriting.block(value, indent: indent)
        guard !lines.isEmpty else {
            source.replace(from: start, to: end, by: space + (inline ?? ""))
            return
        }
        // What follows on the line, a comment at the most, stays on the first line.
        let tail = String(
            String.UnicodeScalarView(
                source.lines[end.line].unicodeScalars.dropFirst(end.column)))
        let length = source.lines[end.line].unicodeScalars.count
        var head = inline.map { space + $0 } ?? ""
        var from = start
        if inline == nil, !spaced {
            // Lists and fields start on the line below their key.
            let before = source.lines[start.line].unicodeScalars.prefix(start.column)
            from.column = before.count - before.reversed().prefix { $0 == " " }.count
            head = ""
        }
        source.replace(
            from: from, to: (line: end.line, column: length),
            by: ([head + tail] + lines).joined(separator: "\n"))
    }
}
