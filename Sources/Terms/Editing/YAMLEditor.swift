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

    let section: SectionName
    var source: SourceLines
    let root: YAMLNode

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
        let (_, problems) = TextRules.read(Array(text.utf8), file: path.section)
        if let problem = problems.first {
            throw EditError(problem.message, at: problem.position, next: problem.next)
        }
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
        let types = try section.types(along: path)
        let type = types[types.count - 1]
        var id: String?
        if case .list(let item, _) = types[types.count - 2], item.hasIdentity { id = path.last }
        let value = try parse(written, as: type, at: path, id: id)
        if editor.says(value, as: type, at: path) { return text }
        try editor.edit(path, to: value, types: types)
        editor.keepComments(of: text, at: path)
        try editor.verify(path, value: value, before: root ?? empty, in: text)
        return editor.source.text
    }

    init(section: SectionName, source: SourceLines, root: YAMLNode) {
        self.section = section
        self.source = source
        self.root = root
    }

    // MARK: What is wanted

    static func parse(
        _ written: String, as type: FieldType, at path: TermPath, id: String?
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
            guard var node, problems.isEmpty else {
                throw EditError(
                    problems.first?.message ?? "the value is empty",
                    next: "Write it like [ada, ben] or {northwind: 55%, contoso: 45%}")
            }
            if let id { try name(&node, id, at: path) }
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

    /// Gives an item the `id` that its path says, where it has none.
    private static func name(
        _ node: inout YAMLNode, _ id: String, at path: TermPath
    ) throws(EditError) {
        guard case .mapping(let entries) = node.content else { return }
        if let given = node["id"] {
            guard case .scalar(id, _) = given.content else {
                throw EditError("the item at `\(path)` can't have another id; the path names it")
            }
            return
        }
        let word = YAMLNode(content: .scalar(id, .plain), position: node.position)
        let entry = YAMLNode.Entry(key: "id", keyPosition: node.position, value: word)
        node.content = .mapping([entry] + entries)
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

    // MARK: Making sure

    /// Whether the text says a value at a path already, and says it without a mistake.
    private func says(_ value: YAMLNode, as type: FieldType, at path: TermPath) -> Bool {
        let current = Section(section, bytes: Array(source.text.utf8))
        guard let found = current.value?[path: path.inner],
            !current.findings.contains(where: { $0.path.map(path.contains) ?? false })
        else { return false }
        var reader = SectionReader(section: section)
        return reader.read(value, as: type, at: path) == found
    }

    /// Reads the result again: the value is what was wanted, and nothing else changed.
    private func verify(
        _ path: TermPath, value: YAMLNode, before: YAMLNode, in text: String
    ) throws(EditError) {
        let unsafe = EditError(
            "`\(path)` is written in a way that can't be edited safely; nothing was changed",
            next: "Edit \(section.file) by hand")
        let (after, findings) = YAMLReader.read(source.text, file: section.file)
        guard let after, findings.isEmpty else { throw unsafe }
        let components = Array(path.inner)
        guard let found = after[components[...]], found.says(value),
            before.leaves(except: components) == after.leaves(except: components),
            Section(section, bytes: Array(source.text.utf8)).value?[path: path.inner] != nil
        else { throw unsafe }
        guard YAMLComments.all(in: source.text).sorted() == YAMLComments.all(in: text).sorted()
        else {
            throw EditError(
                "there are comments inside `\(path)`, which would be lost; nothing was changed",
                next: "Edit \(section.file) by hand")
        }
    }

    // MARK: Comments

    /// Puts comments that stood inside of a replaced value above it.
    private mutating func keepComments(of text: String, at path: TermPath) {
        var kept: [String: Int] = [:]
        for comment in YAMLComments.all(in: source.text) { kept[comment, default: 0] += 1 }
        let lost = YAMLComments.all(in: text).filter { comment in
            kept[comment, default: 0] -= 1
            return kept[comment, default: 0] < 0
        }
        guard !lost.isEmpty, let line = line(of: path) else { return }
        let space = String(repeating: " ", count: source.indent(of: line))
        source.insert(lost.map { space + $0 }, at: line)
    }

    /// The line in which a term starts, with its key where it has one.
    private func line(of path: TermPath) -> Int? {
        let root = YAMLReader.read(source.text, file: section.file).root
        guard let owner = root?[path.inner.dropLast()] else { return nil }
        if case .mapping(let entries) = owner.content {
            return entries.first { $0.key == path.last }.map { $0.keyPosition.line - 1 }
        }
        return owner[[path.last]].map { $0.position.line - 1 }
    }
}
