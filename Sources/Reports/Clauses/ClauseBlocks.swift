/// Reads the Markdown of a clause lightly, for a terminal: headings, paragraphs, items, quotations
/// and code. What it does not know stays as it was written.
enum ClauseBlocks {
    /// The blocks; headings start at `level`. Linear in the size of the text.
    static func blocks(of source: String, level: Int) -> [Block] {
        var reader = ClauseLines(level: level)
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.read(line)
        }
        return reader.finished()
    }

    /// The title that a clause gives itself, and the text below it; the title is nil where the
    /// first line is none.
    static func titled(_ source: String) -> (title: String?, body: String) {
        let trimmed = source.drop { $0 == "\n" || $0 == " " }
        let end = trimmed.firstIndex(of: "\n") ?? trimmed.endIndex
        let first = trimmed[..<end]
        guard first.hasPrefix("# ") else { return (nil, source) }
        return (
            InlineMarkdown.text(String(first.dropFirst(2))).plain, String(trimmed[end...])
        )
    }
}

/// The lines of a clause, read one by one.
private struct ClauseLines {
    let level: Int
    private var blocks: [Block] = []
    private var words: [Substring] = []
    private var items: [(mark: String, text: StyledText)] = []
    private var mark: String?
    private var code: [String] = []
    private var fence: Fence?

    init(level: Int) { self.level = level }

    mutating func read(_ line: Substring) {
        if let open = fence {
            if open.isClosed(by: line) {
                fence = nil
                closeCode()
            } else {
                code.append(String(line))
            }
            return
        }
        if let found = Fence(line) {
            closeAll()
            fence = found
            return
        }
        let text = line.drop { $0 == " " || $0 == "\t" }
        if text.isEmpty { return closeParagraph() }
        if let (depth, title) = Self.heading(text) {
            closeAll()
            blocks.append(
                .heading(level: min(6, level + depth - 1), InlineMarkdown.text(String(title))))
        } else if let (found, rest) = Self.item(text), words.isEmpty || mark != nil || found == "• "
        {
            closeParagraph()
            let depth = (line.count - text.count) / 2
            mark = TerminalStyle.spaces(depth * 2) + found
            words = [rest]
        } else if text.hasPrefix("|") {
            closeAll()
            blocks.append(.verbatim([String(text)]))
        } else {
            if mark == nil, words.isEmpty { closeItems() }
            words.append(text)
        }
    }

    mutating func finished() -> [Block] {
        closeAll()
        closeCode()
        return blocks.reduce(into: []) { joined, block in
            // Rows of a table stand together.
            if case .verbatim(let lines) = block, case .verbatim(let above)? = joined.last {
                joined[joined.count - 1] = .verbatim(above + lines)
            } else {
                joined.append(block)
            }
        }
    }

    private mutating func closeParagraph() {
        guard !words.isEmpty else { return }
        let text = InlineMarkdown.text(words.joined(separator: " "))
        if let mark {
            items.append((mark, text))
        } else {
            blocks.append(.paragraph(text))
        }
        words = []
        mark = nil
    }

    private mutating func closeItems() {
        guard !items.isEmpty else { return }
        blocks.append(.items(items.map { .init(StyledText($0.mark), line: $0.text) }))
        items = []
    }

    private mutating func closeAll() {
        closeParagraph()
        closeItems()
    }

    private mutating func closeCode() {
        if !code.isEmpty { blocks.append(.verbatim(code)) }
        code = []
    }

    private static func heading(_ text: Substring) -> (Int, Substring)? {
        let depth = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(depth)
        guard (1...6).contains(depth), rest.first == " " else { return nil }
        return (depth, rest.dropFirst())
    }

    private static func item(_ text: Substring) -> (String, Substring)? {
        for bullet in ["- ", "* ", "+ "] where text.hasPrefix(bullet) {
            return ("• ", text.dropFirst(2))
        }
        let body = text.prefix { $0.isASCII && ($0.isNumber || $0.isLetter || $0 == "(") }
        guard (1...4).contains(body.count), let end = text.dropFirst(body.count).first,
            end == "." || end == ")", text.dropFirst(body.count + 1).first == " ",
            body.allSatisfy(\.isNumber) || body.count == 1 || end == ")"
        else { return nil }
        return (text.prefix(body.count + 1) + " ", text.dropFirst(body.count + 2))
    }
}
