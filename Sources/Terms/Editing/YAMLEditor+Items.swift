// Adds, replaces and removes items of a list of single values, and entries of a map. All else
// stays byte by byte, as with `set`.

extension YAMLEditor {
    /// The text of a section with one more item at the end of a list of single values. The list
    /// is made where it is missing. Linear in the text.
    ///
    /// - Throws: ``EditError`` as ``set(_:to:in:)``.
    public static func append(
        _ item: String, to path: TermPath, in text: String
    ) throws(EditError) -> String {
        var editor = try opened(text, for: path)
        let old = editor.items(at: path)
        guard let list = editor.blockList(at: path), case .sequence(let nodes) = list.content else {
            return try set(path, to: flowList(old + [item]), in: text)
        }
        let node = YAMLNode(content: .scalar(item, .plain), position: list.position)
        try editor.append(node, to: list, items: nodes, inFlow: false)
        return try editor.checked(path, items: old + [item], in: text)
    }

    /// The text of a section with one item of a list of single values replaced where it stands.
    ///
    /// - Throws: ``EditError`` as ``set(_:to:in:)``, also where the list has no such item.
    public static func replace(
        _ item: String, by new: String, in path: TermPath, of text: String
    ) throws(EditError) -> String {
        var editor = try opened(text, for: path)
        var items = editor.items(at: path)
        let index = try editor.index(of: item, in: items, at: path)
        items[index] = new
        guard let list = editor.blockList(at: path), case .sequence(let nodes) = list.content else {
            return try set(path, to: flowList(items), in: text)
        }
        let node = YAMLNode(content: .scalar(new, .plain), position: list.position)
        try editor.replaceItem(
            nodes[index], by: node, dash: list.position, inFlow: false, type: .text)
        return try editor.checked(path, items: items, in: text)
    }

    /// The text of a section without one item of a list of single values. A comment behind the
    /// item goes with it; comments on lines of their own stay.
    ///
    /// - Throws: ``EditError`` as ``set(_:to:in:)``, also where the list has no such item.
    public static func remove(
        _ item: String, from path: TermPath, in text: String
    ) throws(EditError) -> String {
        var editor = try opened(text, for: path)
        var items = editor.items(at: path)
        let index = try editor.index(of: item, in: items, at: path)
        items.remove(at: index)
        guard !items.isEmpty, let list = editor.blockList(at: path),
            case .sequence(let nodes) = list.content
        else { return try set(path, to: flowList(items), in: text) }
        let indent = list.position.column - 1
        let start = nodes[index].position.line - 1
        guard editor.source.indent(of: start) == indent,
            editor.source.lines[start].dropFirst(indent).first == "-"
        else { throw editor.unsafe(path) }
        var end = editor.source.lastLine(from: start, deeperThan: indent, dashes: false)
        while end > start, editor.source.isComment(end) { end -= 1 }
        editor.source.remove(start...end)
        return try editor.checked(path, items: items, in: text)
    }

    /// The text of a section without one entry of a map, such as a person. Comments inside of the
    /// entry go with it; those above it stay.
    ///
    /// - Throws: ``EditError`` as ``set(_:to:in:)``, also where there is no such entry, or it
    ///   stands in braces.
    public static func removeEntry(
        at path: TermPath, in text: String
    ) throws(EditError) -> String {
        var editor = try opened(text, for: path)
        let inner = path.inner
        guard let owner = editor.root[inner.dropLast()], case .mapping(let entries) = owner.content,
            let entry = entries.first(where: { $0.key == path.last })
        else { throw EditError("there is no `\(path)`") }
        let line = entry.keyPosition.line - 1
        let indent = entry.keyPosition.column - 1
        guard !editor.isFlow(owner), editor.source.indent(of: line) == indent else {
            throw editor.unsafe(path)
        }
        let end = editor.source.lastLine(from: line, deeperThan: indent, dashes: true)
        editor.source.remove(line...end)
        let (after, findings) = YAMLReader.read(editor.source.text, file: editor.section.file)
        guard let after, findings.isEmpty, after[inner] == nil,
            after.leaves(except: []) == editor.root.leaves(except: Array(inner))
        else { throw editor.unsafe(path) }
        return editor.source.text
    }

    /// A list in one line, in which no character of an item means anything.
    private static func flowList(_ items: [String]) -> String {
        "[" + items.map(YAMLWriting.quoted).joined(separator: ", ") + "]"
    }

    private static func opened(
        _ text: String, for path: TermPath
    ) throws(EditError) -> YAMLEditor {
        let (_, problems) = TextRules.read(Array(text.utf8), file: path.section)
        guard let section = SectionName(rawValue: path.section), !path.inner.isEmpty else {
            throw EditError("`\(path)` names no term")
        }
        let (root, findings) = YAMLReader.read(text, file: section.file)
        if let finding = problems.first ?? findings.first {
            throw EditError(finding.message, at: finding.position, next: finding.next)
        }
        let empty = YAMLNode(content: .mapping([]), position: SourcePosition(line: 1, column: 1))
        return YAMLEditor(section: section, source: SourceLines(text), root: root ?? empty)
    }

    /// The items of a list of single values, as they are written; none where it is missing.
    private func items(at path: TermPath) -> [String] {
        guard case .sequence(let nodes)? = root[path.inner]?.content else { return [] }
        return nodes.map { node in
            if case .scalar(let text, _) = node.content { text } else { "" }
        }
    }

    /// A list that has items and one line or more for each; nil for any other.
    private func blockList(at path: TermPath) -> YAMLNode? {
        guard let node = root[path.inner], case .sequence(let items) = node.content,
            !items.isEmpty, !isFlow(node)
        else { return nil }
        return node
    }

    private func index(
        of item: String, in items: [String], at path: TermPath
    ) throws(EditError) -> Int {
        if let index = items.firstIndex(of: item) { return index }
        throw EditError("`\(path)` has no `\(TextRules.visible(item))`")
    }

    /// The new text, read again: the list says what was wanted, and nothing else changed.
    private func checked(
        _ path: TermPath, items: [String], in text: String
    ) throws(EditError) -> String {
        let (_, problems) = TextRules.read(Array(source.text.utf8), file: section.file)
        if let problem = problems.first { throw EditError(problem.message, next: problem.next) }
        let (after, findings) = YAMLReader.read(source.text, file: section.file)
        let components = Array(path.inner)
        guard let after, findings.isEmpty,
            after.leaves(except: components) == root.leaves(except: components)
        else { throw unsafe(path) }
        let result = YAMLEditor(section: section, source: source, root: after)
        guard result.items(at: path) == items else { throw unsafe(path) }
        return source.text
    }

    private func unsafe(_ path: TermPath) -> EditError {
        EditError(
            "`\(path)` is written in a way that can't be edited safely; nothing was changed",
            next: "Edit \(section.file) by hand")
    }
}
