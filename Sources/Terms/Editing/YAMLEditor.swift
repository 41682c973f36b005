/// Changes one value in a YAML text and keeps every other byte: comments, order, quotes, blank
/// lines (format.md, "The YAML that is accepted").
public struct YAMLEditor {
    /// Why a value was not changed.
    public struct EditError: Error, Hashable, Sendable {
        /// The reason, as one sentence without a final full stop.
        public let message: String
        /// The place, where there is one.
        public let position: SourcePosition?
        /// What to do next.
        public let next: String?

        init(_ message: String, at position: SourcePosition? = nil, next: String? = nil) {
            self.message = message
            self.position = position
            self.next = next
        }
    }

    private let section: SectionName
    private var source: SourceLines
    private let root: YAMLNode

    /// The text of a section with the value at `path` set to what `written` says.
    ///
    /// For a field of a single value, `written` is that value; for lists and fields it is YAML in
    /// one line, such as `[ada, ben]` or `{northwind: 55%, contoso: 45%}`, where one word stands
    /// for a list of one. What is missing on the way to the value is made. The result has been
    /// read again: it says what was wanted, and nothing else changed. Linear in the text.
    ///
    /// - Throws: ``EditError`` where the path names nothing, the value is of the wrong type, or
    ///   the file is written in a way that can't be edited safely.
    public static func set(
        _ path: TermPath, to written: String, in text: String
    ) throws(EditError) -> String {
        guard let section = SectionName(rawValue: path.section) else {
            let nearest = Suggestion.nearest(
                to: path.section, in: SectionName.allCases.map(\.rawValue))
            throw EditError(
                "there is no section `\(TextRules.visible(path.section))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: "Sections: "
                    + SectionName.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard !path.inner.isEmpty else {
            throw EditError(
                "`\(path)` is a whole section; name a term in it, like "
                    + "`\(section).\(section.fields[0].name)`")
        }
        let (root, findings) = YAMLReader.read(text, file: section.file)
        if let finding = findings.first {
            throw EditError(finding.message, at: finding.position, next: finding.next)
        }
        let empty = YAMLNode(content: .mapping([]), position: SourcePosition(line: 1, column: 1))
        var editor = YAMLEditor(
            section: section, source: SourceLines(text), root: root ?? empty)
        let type = try editor.type(at: path)
        let value = try parse(written, as: type, at: path)
        try editor.edit(path, to: value, type: type)
        try editor.verify(path, value: value, before: root ?? empty)
        return editor.source.text
    }

    private init(section: SectionName, source: SourceLines, root: YAMLNode) {
        self.section = section
        self.source = source
        self.root = root
    }

    // MARK: What is wanted

    private func type(at path: TermPath) throws(EditError) -> FieldType {
        var type = FieldType.object(section.fields)
        var here = TermPath(section: section.rawValue)
        for component in path.inner {
            switch type {
            case .object(let fields):
                guard let field = fields.first(where: { $0.name == component }) else {
                    let nearest = Suggestion.nearest(to: component, in: fields.map(\.name))
                    throw EditError(
                        "there is no field `\(TextRules.visible(component))` in `\(here)`"
                            + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                        next: "Known here: " + fields.map(\.name).joined(separator: ", "))
                }
                type = field.type
            case .map(_, let values):
                guard Identifier.isValid(component) else {
                    throw EditError("`\(TextRules.visible(component))` can't be an id")
                }
                type = values
            case .list(let item, _):
                guard item.hasIdentity ? Identifier.isValid(component) : Int(component) != nil
                else {
                    throw EditError(
                        item.hasIdentity
                            ? "`\(TextRules.visible(component))` can't be an id"
                            : "items of `\(here)` have no names; use their number from 1")
                }
                type = item
            default:
                throw EditError("`\(here)` is a single value and has no `\(component)`")
            }
            here = here.appending(component)
        }
        return type
    }

    private static func parse(
        _ written: String, as type: FieldType, at path: TermPath
    ) throws(EditError) -> YAMLNode {
        let (checked, findings) = TextRules.read(Array(written.utf8), file: "value")
        guard let text = checked else {
            throw EditError(findings.first?.message ?? "the value is not text")
        }
        let start = SourcePosition(line: 1, column: 1)
        switch type {
        case .object, .map, .list:
            if case .list(let item, _) = type, !text.hasPrefix("["), item.isScalar {
                try check(text, as: item, at: path)
                return YAMLNode(
                    content: .sequence([
                        YAMLNode(content: .scalar(text, .plain), position: start)
                    ]), position: start)
            }
            let (node, problems) = YAMLReader.read(text, file: "value")
            guard let node, problems.isEmpty else {
                throw EditError(
                    problems.first?.message ?? "the value is empty",
                    next: "Write it like [ada, ben] or {northwind: 55%, contoso: 45%}")
            }
            var reader = SectionReader(section: .purpose)
            _ = reader.readForEditing(node, as: type, at: path)
            if let finding = reader.findings.first {
                throw EditError(finding.message, next: finding.next)
            }
            return node
        default:
            try check(text, as: type, at: path)
            return YAMLNode(content: .scalar(text, .plain), position: start)
        }
    }

    private static func check(
        _ text: String, as type: FieldType, at path: TermPath
    ) throws(EditError) {
        do {
            _ = try ScalarReader.read(text, as: type)
        } catch {
            throw EditError("`\(path)`: \(error.message)")
        }
    }

    // MARK: Where it goes

    private mutating func edit(
        _ path: TermPath, to value: YAMLNode, type: FieldType
    ) throws(EditError) {
        var node = root
        var inFlow = false
        var components = path.inner
        var parentIndent = -1
        while let component = components.first {
            inFlow = inFlow || isFlow(node)
            switch node.content {
            case .mapping(let entries):
                guard let entry = entries.first(where: { $0.key == component }) else {
                    try insert(components, value, in: node, entries: entries, inFlow: inFlow)
                    return
                }
                components = components.dropFirst()
                if components.isEmpty || (entry.value.isEmpty && !components.isEmpty) {
                    let wanted = nested(components, value)
                    try replace(entry, by: wanted, inFlow: inFlow, type: type)
                    return
                }
                parentIndent = entry.keyPosition.column - 1
                node = entry.value
            case .sequence(let items):
                guard let index = index(of: component, in: items) else {
                    try append(components, value, to: node, items: items, inFlow: inFlow)
                    return
                }
                components = components.dropFirst()
                if components.isEmpty {
                    try replaceItem(
                        items[index], by: value, dash: node.position, inFlow: inFlow, type: type)
                    return
                }
                node = items[index]
            case .scalar:
                throw EditError(
                    "`\(path)` can't be set: a single value stands where fields are wanted",
                    at: node.position)
            }
        }
        _ = parentIndent
    }

    private func index(of component: String, in items: [YAMLNode]) -> Int? {
        items.firstIndex { item in
            if case .scalar(component, _)? = item["id"]?.content { true } else { false }
        }
            ?? Int(component).flatMap { number in
                items.indices.contains(number - 1) && items[number - 1]["id"] == nil
                    ? number - 1 : nil
            }
    }

    /// The value wrapped in what is missing above it: items of lists get their `id`.
    private func nested(_ components: ArraySlice<String>, _ value: YAMLNode) -> YAMLNode {
        var node = value
        for component in components.reversed() {
            node = YAMLNode(
                content: .mapping([
                    YAMLNode.Entry(key: component, keyPosition: node.position, value: node)
                ]), position: node.position)
        }
        return node
    }

    private mutating func insert(
        _ components: ArraySlice<String>, _ value: YAMLNode, in mapping: YAMLNode,
        entries: [YAMLNode.Entry], inFlow: Bool
    ) throws(EditError) {
        guard let key = components.first else { return }
        let node = nested(components.dropFirst(), value)
        if inFlow {
            try insertFlow("\(key): \(YAMLWriting.flow(node))", in: mapping, isEmpty: entries.isEmpty)
            return
        }
        guard let last = entries.last else {
            source.insert(YAMLWriting.entry(key, node, indent: 0), at: source.lines.count)
            return
        }
        let indent = last.keyPosition.column - 1
        let end = source.lastLine(
            from: last.keyPosition.line - 1, deeperThan: indent, dashes: true)
        source.insert(YAMLWriting.entry(key, node, indent: indent), at: end + 1)
    }

    private mutating func append(
        _ components: ArraySlice<String>, _ value: YAMLNode, to sequence: YAMLNode,
        items: [YAMLNode], inFlow: Bool
    ) throws(EditError) {
        guard let id = components.first else { return }
        var node = nested(components.dropFirst(), value)
        if case .mapping(let entries) = node.content, entries.first?.key != "id",
            Identifier.isValid(id)
        {
            let name = YAMLNode(content: .scalar(id, .plain), position: node.position)
            node.content = .mapping(
                [YAMLNode.Entry(key: "id", keyPosition: node.position, value: name)] + entries)
        } else if Int(id) != items.count + 1 {
            throw EditError(
                "there is no item `\(id)`; there are \(items.count)", at: sequence.position,
                next: "To add one, use the number \(items.count + 1)")
        }
        if inFlow {
            try insertFlow(YAMLWriting.flow(node), in: sequence, isEmpty: items.isEmpty)
            return
        }
        let indent = sequence.position.column - 1
        let start = (items.last?.position.line ?? sequence.position.line) - 1
        let end = source.lastLine(from: start, deeperThan: indent, dashes: false)
        source.insert(YAMLWriting.item(node, indent: indent), at: end + 1)
    }

    private mutating func insertFlow(
        _ text: String, in collection: YAMLNode, isEmpty: Bool
    ) throws(EditError) {
        let start = (line: collection.position.line - 1, column: collection.position.column - 1)
        let end = try endOfFlow(from: start)
        let close = (line: end.line, column: end.column - 1)
        source.replace(from: close, to: close, by: (isEmpty ? "" : ", ") + text)
    }

    // MARK: Replacing

    private mutating func replace(
        _ entry: YAMLNode.Entry, by value: YAMLNode, inFlow: Bool, type: FieldType
    ) throws(EditError) {
        let keyLine = entry.keyPosition.line - 1
        let indent = entry.keyPosition.column - 1
        let colon = (line: keyLine, column: endOfKey(entry))
        if entry.value.isEmpty, inFlow || entry.value.position.line == entry.keyPosition.line
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

    private mutating func replaceItem(
        _ item: YAMLNode, by value: YAMLNode, dash: SourcePosition, inFlow: Bool, type: FieldType
    ) throws(EditError) {
        let line = item.position.line - 1
        let indent = dash.column - 1
        let start = (line: line, column: indent + 1)
        try replace(
            item, by: value, from: inFlow ? nil : start, ownerIndent: indent, ownerLine: line,
            inFlow: inFlow, type: type)
    }

    private mutating func replace(
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
                    source.lines[start.line].dropFirst(start.column))
                let depth = blockIndent(after: start.line, upTo: last) ?? ownerIndent + 2
                let body = text.contains("\n")
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
                throw EditError("the value is written in a way that can't be edited safely",
                    at: old.position, next: "Edit the file by hand")
            }
            let last = source.lastLine(
                from: max(ownerLine, start.line), deeperThan: ownerIndent, dashes: owner.column > ownerIndent + 1)
            let end = (line: last, column: source.lines[last].unicodeScalars.count)
            let depth = start.column
            write(
                value, over: owner, to: end, indent: max(depth, ownerIndent), inFlow: false,
                spaced: true)
        }
    }

    /// Writes a value over a span; lines of their own where the value needs them.
    private mutating func write(
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

    // MARK: Spans

    private func isFlow(_ node: YAMLNode) -> Bool {
        guard case .scalar = node.content else {
            let index = node.position.line - 1
            guard source.lines.indices.contains(index) else { return false }
            let first = source.lines[index].unicodeScalars.dropFirst(node.position.column - 1).first
            return first == "[" || first == "{"
        }
        return false
    }

    /// The column after the colon of a key.
    private func endOfKey(_ entry: YAMLNode.Entry) -> Int {
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
    private func endOfEmpty(
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

    private func endOfQuoted(
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

    private func endOfPlain(
        from start: (line: Int, column: Int), ownerIndent: Int, inFlow: Bool
    ) -> (line: Int, column: Int) {
        let last = inFlow
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

    private func endOfFlow(
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

    private func blockIndent(after header: Int, upTo last: Int) -> Int? {
        guard header < last else { return nil }
        return ((header + 1)...last).first { !source.isBlank($0) }.map { source.indent(of: $0) }
    }

    // MARK: Making sure

    /// Reads the result again: the value is what was wanted, and nothing else changed.
    private func verify(
        _ path: TermPath, value: YAMLNode, before: YAMLNode
    ) throws(EditError) {
        let unsafe = EditError(
            "`\(path)` is written in a way that can't be edited safely; nothing was changed",
            next: "Edit \(section.file) by hand")
        let (after, findings) = YAMLReader.read(source.text, file: section.file)
        guard let after, findings.isEmpty else { throw unsafe }
        let components = Array(path.inner)
        guard let found = after[components[...]], found.says(value),
            before.leaves(except: components) == after.leaves(except: components)
        else { throw unsafe }
    }
}
