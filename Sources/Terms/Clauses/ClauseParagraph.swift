/// A paragraph of a clause in Markdown, and where it stands.
public struct ClauseParagraph: Sendable {
    /// Its lines, as parts of the clause's text, without the marks of a quote.
    let lines: [Substring]
    /// The line below it that makes it a heading, if one does.
    private let underline: Substring?
    private let split: [Substring]?
    /// The headings and numbers above it, such as `Payment › 6.5`; nil where there are none.
    public let place: String?
    /// The numbers of the items that it stands in, such as `6.5(c)`; nil where there are none.
    public let number: String?
    /// How deep it is as a heading, from 1; nil for other paragraphs.
    public let headingLevel: Int?
    /// How deep it stands: headings by their depth, below them items by theirs, below those the
    /// paragraphs in them. What follows belongs to a paragraph as long as it stands deeper.
    public let level: Int
    /// Whether it begins an item of a list.
    public let beginsItem: Bool

    /// The words, as parts of the clause's text. Those of a heading begin with its mark, which is
    /// a part of nothing where the heading is underlined.
    public var words: [Substring] { split ?? lines.flatMap(\.words) }

    /// The words with single spaces between them.
    public var text: String {
        var text = FoldedText(capacity: lines.reduce(3) { $0 + $1.utf8.count + 1 })
        if let underline { text.append(Underline.mark(for: underline).utf8) }
        for line in lines { text.append(line.utf8) }
        return text.take()
    }

    /// The part of the clause's text that it stands in, byte by byte.
    public var source: Substring {
        guard let first = lines.first, let last = underline ?? lines.last else { return "" }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let start = first.utf8.firstIndex { !isBlank($0) } ?? first.startIndex
        var end = last.endIndex
        while end > last.startIndex, isBlank(last.utf8[last.utf8.index(before: end)]) {
            last.utf8.formIndex(before: &end)
        }
        return first.base[start..<max(start, end)]
    }

    init(
        lines: [Substring], underline: Substring?, splits: Bool, place: String?, number: String?,
        headingLevel: Int?, level: Int, beginsItem: Bool
    ) {
        self.lines = lines
        self.underline = underline
        let marks = underline.map { [Underline.mark(for: $0)] } ?? []
        split = splits ? marks + lines.flatMap(\.words) : nil
        self.place = place
        self.number = number
        self.headingLevel = headingLevel
        self.level = level
        self.beginsItem = beginsItem
    }

    /// The paragraphs of a clause in reading order. Linear in the size of the text.
    ///
    /// Blank lines part paragraphs, and so do headings, items of a list, rows of a table, rules and
    /// the fences of code. Every other line continues the paragraph, so wrapping lines elsewhere changes nothing.
    /// How deep an item is indented shows in its place. Who asks for the words of few paragraphs
    /// can do without all of them split.
    public static func all(in text: String, splits: Bool = true) -> [ClauseParagraph] {
        var reader = ClauseReader(splits: splits)
        for line in text.sourceLines { reader.read(line) }
        reader.close()
        return reader.paragraphs
    }
}

extension ClauseParagraph {
    /// A clause with a mark in front of each heading in the place of the line below it. Linear.
    public static func markingHeadings(of text: String) -> String {
        guard Underline.mayStand(in: text) else { return text }
        var marked = ""
        var rest = text[...]
        for paragraph in all(in: text, splits: false) {
            guard let underline = paragraph.underline else { continue }
            let source = paragraph.source
            marked += rest[..<source.startIndex] + Underline.mark(for: underline) + " "
            marked += source[..<underline.startIndex]
            rest = rest[underline.endIndex...]
        }
        return marked + rest
    }
}
