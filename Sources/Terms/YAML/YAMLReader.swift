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
        if let finding = tabFinding(in: text, file: file)
            ?? aliasFinding(in: text, file: file) ?? directiveFinding(in: text, file: file)
        {
            return (nil, [finding])
        }
        do {
            let parser = try Yams.Parser(yaml: text, resolver: .basic)
            // The parser owns the anchors; a node refers to them weakly.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return (nil, []) }
                var conversion = YAMLConversion(file: file, text: text)
                let node = conversion.convert(root, depth: 1)
                return (conversion.findings.isEmpty ? node : nil, conversion.findings)
            }
        } catch let error as YamlError {
            return (nil, [finding(for: error, file: file)])
        } catch {
            return (nil, [Finding(rule: "yaml", file: file, message: "the YAML can't be read")])
        }
    }

    private static func tabFinding(in text: String, file: String) -> Finding? {
        guard text.utf8.contains(0x09) else { return nil }
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            if scalar == "\t" { break }
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return Finding(
            rule: "yaml-tab", file: file, position: SourcePosition(line: line, column: column),
            message: "a tab; YAML is indented with spaces", next: "Replace it with spaces")
    }

    /// Finds an alias before the parser expands it: a few lines of nested aliases grow to
    /// gigabytes. Only a name that is both anchored and used counts, so prose is safe.
    private static func aliasFinding(in text: String, file: String) -> Finding? {
        guard text.utf8.contains(0x26), text.utf8.contains(0x2A) else { return nil }
        var anchors: Set<Substring> = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            for word in line.split(whereSeparator: { " [{,:?".contains($0) }) {
                if word.hasPrefix("&") {
                    anchors.insert(word.dropFirst())
                } else if word.hasPrefix("*"),
                    anchors.contains(word.dropFirst().prefix { !"]}".contains($0) })
                {
                    return Finding(
                        rule: "yaml-anchor", file: file,
                        position: SourcePosition(line: number + 1, column: 1),
                        message: "`\(word)` refers to text elsewhere; anchors and aliases "
                            + "are not accepted",
                        next: "Write the text out, so that everybody signs what they read")
                }
            }
        }
        return nil
    }

    private static func directiveFinding(in text: String, file: String) -> Finding? {
        guard text.utf8.first == 0x25 else { return nil }
        return Finding(
            rule: "yaml-directive", file: file, position: SourcePosition(line: 1, column: 1),
            message: "a YAML directive (%); they are not accepted", next: "Delete the line")
    }

    private static func finding(for error: YamlError, file: String) -> Finding {
        func make(_ problem: String, _ mark: Mark?, rule: String = "yaml") -> Finding {
            Finding(
                rule: rule, file: file,
                position: mark.map { SourcePosition(line: $0.line, column: $0.column) },
                message: problem, next: "Look at the indentation, quotes and colons there")
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            return make(explain(problem), mark)
        case .composer(_, let problem, let mark, _):
            let isAlias = problem.contains("alias")
            return make(
                isAlias ? "an alias (*); anchors and aliases are not accepted" : explain(problem),
                mark, rule: isAlias ? "yaml-anchor" : "yaml")
        case .duplicatedKeysInMapping(let keys, let context):
            return Finding(
                rule: "duplicate-key", file: file,
                position: SourcePosition(line: context.mark.line, column: context.mark.column),
                message: "`\(keys.first ?? "")` is given twice", next: "Keep one of them")
        case .reader(let problem, _, _, _):
            return make(explain(problem), nil)
        default:
            return make("the YAML can't be read", nil)
        }
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
    let lines: [Substring.UnicodeScalarView]
    var findings: [Finding] = []

    init(file: String, text: String) {
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(\.unicodeScalars)
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
        var seen: Set<String> = []
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
            if !seen.insert(scalar.string).inserted {
                report("duplicate-key", keyPosition, "`\(scalar.string)` is given twice")
            }
            entries.append(
                YAMLNode.Entry(
                    key: scalar.string, keyPosition: keyPosition,
                    value: convert(value, depth: depth + 1)))
            if !findings.isEmpty { break }
        }
        return entries
    }

    /// Refuses anchors and tags. A node starts with its tag where it has one, and nothing else
    /// that is not quoted can start with `!`.
    private mutating func refuse(anchor: Bool, at position: SourcePosition) {
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

    private func character(at position: SourcePosition) -> Unicode.Scalar? {
        guard lines.indices.contains(position.line - 1) else { return nil }
        return lines[position.line - 1].dropFirst(position.column - 1).first
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
