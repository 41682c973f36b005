internal import Terms

/// A block of prose as its lines stand in the file, without their indentation.
struct ProseBlock {
    /// The mark above it, such as `|`.
    let header: String
    /// Its lines.
    let text: String
    private let depth: Int

    /// Takes the lines of a value; nil where it is no block.
    init?(_ node: SourceNode) {
        guard case .scalar(_, .block) = node.content, let first = node.rest.first else {
            return nil
        }
        let lines = node.rest.dropFirst()
        let depth = lines.compactMap(\.depth).min() ?? 2
        header = first.text
        self.depth = depth
        text = lines.map { $0.isBlank ? "" : $0.written(at: -depth) }.joined(separator: "\n")
    }

    /// A value with other lines in this block; where it `isDecided`, no marks stand in the text.
    func holding(_ text: String, isDecided: Bool, in node: SourceNode) -> SourceNode {
        var node = node
        node.rest = [node.rest[0]] + Self.lines(of: text, depth: depth, isDecided: isDecided)
        // A folded block says a line end less for each blank line.
        let isFolded = header.contains(">")
        let said = isFolded ? Self.folded(text) : text
        node.content = .scalar(said, .block)
        return node.meaning(as: .prose)
    }

    /// A value that says a text, in the style of another one as far as that can say it.
    static func node(saying text: String, like model: SourceNode, isInFlow: Bool) -> SourceNode {
        var node = model
        if case .scalar(_, .block) = model.content {
        } else if !text.contains("\n") || isInFlow {
            let isQuoted = model.rest.first?.text.drop { $0 == " " }.first.map {
                "\"'".contains($0)
            }
            let written =
                isQuoted == true
                ? YAMLWriting.quoted(text) : YAMLWriting.scalar(text, inFlow: isInFlow)
            node.rest = [SourceLine(rest: " " + written)]
            node.content = .scalar(text, isQuoted == true ? .quoted : .plain)
            return node.meaning(as: .prose)
        }
        node.rest = [SourceLine(rest: " |")] + lines(of: text, depth: 2, isDecided: true)
        node.content = .scalar(text, .block)
        return node.meaning(as: .prose)
    }

    private static func lines(of text: String, depth: Int, isDecided: Bool) -> [SourceLine] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { line in
            var result = SourceLine(line, below: -depth)
            // The marks of a conflict stand in the first column.
            if !isDecided, ConflictMarks.isUnnamed(line) { result.depth = -Self.farLeft }
            return result
        }
    }

    private static let farLeft = 1_000_000

    private static func folded(_ text: String) -> String {
        var result = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                result += "\n"
            } else {
                result += (result.isEmpty || result.last == "\n" ? "" : " ") + line
            }
        }
        return result
    }
}
