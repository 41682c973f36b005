internal import Yams

/// Reads the YAML that the terms accept: YAML 1.2 core without anchors, aliases, tags, merge
/// keys, duplicate keys, complex keys or tabs, one document, 64 levels deep at the most.
public enum YAMLReader {
    /// The document's root, or what is wrong with it.
    ///
    /// `text` has passed ``TextRules``. Returns a nil node without findings for a document that
    /// is empty. Linear in the size of the text.
    public static func read(_ text: String, file: String) -> (root: YAMLNode?, findings: [Finding])
    {
        if let root = YAMLSimpleReader.read(text) { return (root, []) }
        return parse(text, file: file)
    }

    /// Reads any text, however it is written.
    package static func parse(
        _ text: String, file: String
    ) -> (root: YAMLNode?, findings: [Finding]) {
        if let tab = text.utf8.firstIndex(of: 0x09) {
            let finding = Finding(
                rule: "yaml-tab", file: file, position: SourcePosition(of: tab, in: text),
                message: "a tab; YAML is indented with spaces", next: "Replace it with spaces")
            return (nil, [finding])
        }
        let scan = YAMLScan(text)
        if let mark = scan.refused { return (nil, [finding(for: mark, in: text, file: file)]) }
        do {
            // Named, since looking up its default reads all of the environment each time.
            let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
            // The parser owns the anchors; a node refers to them weakly.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return (nil, []) }
                var conversion = YAMLConversion(file: file, text: text)
                let node = conversion.convert(root, depth: 1)
                return (conversion.findings.isEmpty ? node : nil, conversion.findings)
            }
        } catch let error as YamlError {
            return (nil, [finding(for: error, in: text, keys: scan.keys, file: file)])
        } catch {
            return (nil, [Finding(rule: "yaml", file: file, message: "the YAML can't be read")])
        }
    }

    private static func finding(for mark: YAMLScan.Mark, in text: String, file: String) -> Finding {
        func make(_ rule: String, _ offset: Int, _ message: String, _ next: String) -> Finding {
            let index = text.utf8.index(text.startIndex, offsetBy: offset)
            return Finding(
                rule: rule, file: file, position: SourcePosition(of: index, in: text),
                message: message, next: next)
        }
        switch mark {
        case .anchor(let offset):
            return make(
                "yaml-anchor", offset, "an anchor (&); anchors and aliases are not accepted",
                "Write the text out, or put it in quotes if it starts with &")
        case .alias(let offset, let name, true):
            return make(
                "yaml-anchor", offset,
                "`*\(TextRules.visible(name))` refers to text elsewhere; anchors and aliases are "
                    + "not accepted",
                "Write the text out, so that everybody signs what they read")
        case .alias(let offset, _, false):
            return make(
                "yaml-anchor", offset, "an alias (*); anchors and aliases are not accepted",
                "Write the text out, or put it in quotes if it starts with *")
        case .tag(let offset):
            return make(
                "yaml-tag", offset, "a tag (!); tags are not accepted",
                "Delete it, or put the text in quotes if it starts with !")
        case .directive(let offset):
            return make(
                "yaml-directive", offset, "a YAML directive (%); they are not accepted",
                "Delete the line")
        case .complexKey(let offset):
            return make(
                "complex-key", offset, "a key that is not a plain word",
                "Write it as `key: value`, with one word as the key")
        }
    }

    private static func finding(
        for error: YamlError, in text: String, keys: [YAMLScan.Key], file: String
    ) -> Finding {
        func make(_ problem: String, _ mark: Mark?, rule: String = "yaml") -> Finding {
            Finding(
                rule: rule, file: file,
                position: mark.map {
                    // The end of a file without a last line end is a line too far.
                    min(
                        SourcePosition(line: $0.line, column: $0.column),
                        SourcePosition(of: text.endIndex, in: text))
                },
                message: problem, next: "Look at the indentation, quotes and colons there")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return make(explain(problem), mark)
        case .composer(_, let problem, let mark, _):
            return make(explain(problem), mark)
        case .duplicatedKeysInMapping(let names, let context):
            let first = SourcePosition(line: context.mark.line, column: context.mark.column)
            return Finding(
                rule: "duplicate-key", file: file,
                position: repetition(of: first, among: keys, in: text) ?? first,
                message: "`\(TextRules.visible(names.first ?? ""))` is given twice",
                next: "Keep one of them")
        case .reader(let problem, _, let value, _):
            let index = text.unicodeScalars.firstIndex { Int64($0.value) == Int64(value) }
            var finding = make(explain(problem), nil)
            finding.position = index.map { SourcePosition(of: $0, in: text) }
            return finding
        default:
            return make("the YAML can't be read", nil)
        }
    }

    /// Where the key that stands at a place comes again.
    private static func repetition(
        of first: SourcePosition, among keys: [YAMLScan.Key], in text: String
    ) -> SourcePosition? {
        func index(_ offset: Int) -> String.Index {
            text.utf8.index(text.startIndex, offsetBy: offset)
        }
        func word(_ key: YAMLScan.Key) -> String? {
            let written = String(text[index(key.range.lowerBound)..<index(key.range.upperBound)])
            guard let mark = written.first, "'\"".contains(mark) else { return written }
            return (try? Yams.Parser(yaml: written, resolver: .basic).singleRoot())??.scalar?.string
        }
        let start = first.offset(in: text)
        guard let place = keys.firstIndex(where: { $0.range.lowerBound == start }),
            let name = word(keys[place])
        else { return nil }
        let again = keys[(place + 1)...].first { key in
            key.mapping == keys[place].mapping && word(key) == name
        }
        return again.map { SourcePosition(of: index($0.range.lowerBound), in: text) }
    }

    /// The parser's words, led by what they usually mean.
    private static func explain(_ problem: String) -> String {
        let meanings = [
            ("mapping values are not allowed", "a colon inside a text that has no quotes"),
            ("could not find expected ':'", "a key without a colon"),
            ("did not find expected key", "a line that is indented differently, or a stray quote"),
            ("block sequence entries are not allowed", "a list item where none can stand"),
            (
                "found character that cannot start any token",
                "a text that starts with a special character and has no quotes"
            ),
            ("found unexpected end of stream", "a quote that is never closed"),
            ("but found another document", "a second document (---); one file holds one"),
        ]
        let meaning = meanings.first { problem.contains($0.0) }?.1
        return meaning.map { "\($0) (YAML: \(problem))" } ?? "the YAML can't be read: \(problem)"
    }
}

/// Turns the library's nodes into ours and refuses what the terms do not accept.
private struct YAMLConversion {
    let file: String
    var findings: [Finding] = []
    private let lines: [Substring]
    /// The line that was looked at last, as an array, so that a column of a very long line is
    /// found at once.
    private var seen: (line: Int, scalars: [Unicode.Scalar]) = (0, [])

    init(file: String, text: String) {
        self.file = file
        lines = text.sourceLines
    }

    mutating func convert(_ node: Node, depth: Int) -> YAMLNode {
        let position = position(of: node)
        guard depth <= Limits.nesting else {
            report(
                "yaml-nesting", position, "nested more than \(Limits.nesting) levels deep",
                next: "Flatten the structure")
            return YAMLNode(content: .scalar("", .plain), position: position)
        }
        switch node {
        case .scalar(let scalar):
            refuse(anchor: scalar.anchor != nil, at: position)
            let style: YAMLNode.Style =
                switch scalar.style {
                case .literal, .folded: .block
                case .singleQuoted, .doubleQuoted: .quoted
                default: .plain
                }
            if scalar.style == .doubleQuoted { checkEscapes(in: scalar.string, at: position) }
            return YAMLNode(content: .scalar(scalar.string, style), position: position)
        case .sequence(let sequence):
            refuse(anchor: sequence.anchor != nil, at: position)
            var items: [YAMLNode] = []
            for item in sequence {
                items.append(convert(item, depth: depth + 1))
                if !findings.isEmpty { break }
            }
            return YAMLNode(content: .sequence(items), position: position)
        case .mapping(let mapping):
            refuse(anchor: mapping.anchor != nil, at: position)
            return YAMLNode(
                content: .mapping(entries(of: mapping, depth: depth)), position: position)
        case .alias:
            report("yaml-anchor", position, "an alias (*); anchors and aliases are not accepted")
            return YAMLNode(content: .scalar("", .plain), position: position)
        }
    }

    private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        for (key, value) in mapping {
            let keyPosition = position(of: key)
            guard case .scalar(let scalar) = key else {
                report("complex-key", keyPosition, "a key that is not a plain word")
                break
            }
            refuse(anchor: scalar.anchor != nil, at: keyPosition)
            if scalar.string == "<<" {
                report("merge-key", keyPosition, "a merge key (<<); write the fields out instead")
            }
            entries.append(
                YAMLNode.Entry(
                    key: scalar.string, keyPosition: keyPosition,
                    value: convert(value, depth: depth + 1)))
            if !findings.isEmpty { break }
        }
        return entries
    }

    /// Refuses what the rules for text refuse where it is written as an escape: `"\u202E"` is as
    /// invisible to readers as the character itself.
    private mutating func checkEscapes(in text: String, at position: SourcePosition) {
        if text.utf8.contains(0x09) {
            report(
                "yaml-tab", position, "a tab, written as an escape in a quoted text",
                next: "Replace the escape with spaces")
        } else if let finding = TextRules.read(Array(text.utf8), file: file).findings.first {
            report(
                finding.rule, position,
                finding.message + ", written as an escape in a quoted text",
                next: "Replace the escape (\\...) with what readers should see")
        }
    }

    /// Refuses anchors and tags that the scan did not see. A node starts with its tag where it has one, and nothing else
    /// that is not quoted can start with `!`.
    private mutating func refuse(anchor: Bool, at position: SourcePosition) {
        guard findings.isEmpty else { return }
        let start = character(at: position)
        if anchor || start == "&" {
            report(
                "yaml-anchor", position, "an anchor (&); anchors and aliases are not accepted",
                next: "Write the text out, or put it in quotes if it starts with &")
        } else if start == "!" {
            report(
                "yaml-tag", position, "a tag (!); tags are not accepted",
                next: "Delete it, or put the text in quotes if it starts with !")
        }
    }

    private mutating func character(at position: SourcePosition) -> Unicode.Scalar? {
        guard lines.indices.contains(position.line - 1) else { return nil }
        if seen.line != position.line {
            seen = (position.line, Array(lines[position.line - 1].unicodeScalars))
        }
        let column = position.column - 1
        return seen.scalars.indices.contains(column) ? seen.scalars[column] : nil
    }

    private func position(of node: Node) -> SourcePosition {
        SourcePosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    private mutating func report(
        _ rule: String, _ position: SourcePosition, _ message: String, next: String? = nil
    ) {
        findings.append(
            Finding(rule: rule, file: file, position: position, message: message, next: next))
    }
}
