/// The Markdown of a clause as part of a larger document: as it was written, with HTML, entities
/// and images neutralised, headings below those of the document, and nothing left open at its end.
enum ClauseMarkdown {
    /// The lines; the clause's first level of headings becomes `level`. Linear in the size.
    static func lines(of source: String, level: Int) -> [String] {
        var lines: [String] = []
        var fence: Fence?
        let all = source.split(separator: "\n", omittingEmptySubsequences: false)
        for line in all.drop(while: { $0.allSatisfy(\.isWhitespace) }) {
            if let open = fence {
                if open.isClosed(by: line) { fence = nil }
                lines.append(safe(line))
            } else if let found = Fence(line) {
                fence = found
                lines.append(safe(line))
            } else if isUnderline(line), let above = lines.last, !above.isEmpty {
                underline(&lines, safe(line), level: min(6, line.contains("=") ? level : level + 1))
            } else {
                lines.append(pushed(line, by: level - 1))
            }
        }
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        if let fence { lines.append(fence.closing) }
        return lines
    }

    /// Makes a line with a line under it a heading of its level.
    private static func underline(_ lines: inout [String], _ mark: String, level: Int) {
        let above = lines.removeLast()
        if lines.last?.isEmpty ?? true, above.first.map({ $0.isLetter || $0.isNumber }) == true {
            lines.append(String(repeating: "#", count: level) + " " + above)
        } else {
            lines += [above, "\\" + mark.drop { $0 == " " }]
        }
    }

    private static func safe(_ line: Substring) -> String {
        let text = TextLine.visible(line)
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("![", with: "!\\[")
    }

    private static func pushed(_ line: Substring, by levels: Int) -> String {
        let indent = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(indent)
        let depth = rest.prefix { $0 == "#" }.count
        let text = rest.dropFirst(depth)
        guard indent <= 3, (1...6).contains(depth), text.isEmpty || text.first == " " else {
            return safe(line)
        }
        return String(repeating: "#", count: min(6, depth + levels)) + safe(text)
    }

    private static func isUnderline(_ line: Substring) -> Bool {
        let marks = line.drop { $0 == " " }
        guard let first = marks.first, first == "=" || first == "-" else { return false }
        return marks.allSatisfy { $0 == first || $0 == " " } && !marks.contains(" ")
    }
}
