/// Writes values as YAML that reads back as exactly that value.
package enum YAMLWriting {
    /// A node as block YAML: what follows `key:` or `-`, either on the same line or on lines of
    /// its own, which are indented by `indent`.
    static func block(_ node: YAMLNode, indent: Int) -> (inline: String?, lines: [String]) {
        switch node.content {
        case .scalar(let text, _):
            guard text.contains("\n") else { return (scalar(text, inFlow: false), []) }
            return ("|", literal(text, indent: indent))
        case .sequence(let items):
            if items.isEmpty { return ("[]", []) }
            return (nil, items.flatMap { item in self.item(item, indent: indent) })
        case .mapping(let entries):
            if entries.isEmpty { return ("{}", []) }
            return (nil, entries.flatMap { self.entry($0.key, $0.value, indent: indent) })
        }
    }

    /// `key: value`, indented.
    static func entry(_ key: String, _ value: YAMLNode, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        let (inline, lines) = block(value, indent: indent + 2)
        return [space + key + ":" + (inline.map { " " + $0 } ?? "")] + lines
    }

    /// `- value`, indented.
    static func item(_ value: YAMLNode, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        let (inline, lines) = block(value, indent: indent + 2)
        if let inline { return [space + "- " + inline] + lines }
        guard let first = lines.first else { return [] }
        return [space + "- " + first.dropFirst(indent + 2)] + lines.dropFirst()
    }

    /// A node as flow YAML in one line.
    package static func flow(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let text, _): scalar(text, inFlow: true)
        case .sequence(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    /// A text of one line, in double quotes only where it needs them.
    package static func scalar(_ text: String, inFlow: Bool) -> String {
        isPlain(text, inFlow: inFlow) ? text : quoted(text)
    }

    /// A text in double quotes.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for character in text {
            switch character {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.append(character)
            }
        }
        return result + "\""
    }

    /// The lines of a literal block.
    package static func literal(_ text: String, indent: Int) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return lines.map { $0.isEmpty ? "" : space + $0 }
    }

    /// A text broken into lines of at most `width` characters at its spaces, for prose.
    static func wrapped(_ text: String, width: Int) -> String {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                if !line.isEmpty, line.count + 1 + word.count > width {
                    lines.append(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + word
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        guard let first = text.first, let last = text.last, first != " ", last != " ", last != ":"
        else { return false }
        if ["~", "null", "Null", "NULL"].contains(text) { return false }
        if "?:,[]{}#&*!|>'\"%@`".contains(first) { return false }
        if text == "-" || text == "---" || text == "..." || text.hasPrefix("- ")
            || text.hasPrefix("--- ") || text.hasPrefix("... ")
        {
            return false
        }
        if text.contains("\n") || contains(": ", in: text) || contains(" #", in: text) {
            return false
        }
        return !inFlow || !text.contains { ",[]{}".contains($0) }
    }

    private static func contains(_ pair: String, in text: String) -> Bool {
        let pair = Array(pair.utf8)
        let bytes = Array(text.utf8)
        return zip(bytes, bytes.dropFirst()).contains { $0 == pair[0] && $1 == pair[1] }
    }
}
