internal import Terms

/// A paragraph of a clause as it is compared: its words apart from its number.
struct ClauseUnit {
    /// What it is; nothing becomes something else without a word of change.
    enum Kind: Hashable {
        case heading, numberedHeading, item, bullet, row, plain
    }

    var kind: Kind
    /// The words with single spaces, its number included.
    var text: String
    /// The words without the number.
    var body: String
    /// The number as it is written, such as `9.`; nil where it has none, or a bullet.
    var label: String?
    /// What it is called, or empty.
    var title: String
    /// The headings and numbers above it and its own.
    var place: String?
    /// Its own number in full, such as `9.3(c)`.
    var number: String?
    /// The index behind what belongs to it.
    var end = 0
    /// The index of what it belongs to; nil where that is the clause.
    var parent: Int?

    private init(_ paragraph: ClauseParagraph) {
        text = paragraph.text
        kind =
            paragraph.headingLevel != nil
            ? .heading : paragraph.beginsItem ? .item : text.utf8.first == 0x7C ? .row : .plain
        if kind == .row { text = TableRow.text(text) }
        body = text
        if let index = paragraph.labelIndex {
            let words = paragraph.words
            let word = String(words[index])
            let rest = words[..<index] + words[(index + 1)...]
            body = rest.joined(separator: " ")
            // Which mark a bullet has says nothing.
            if ["-", "*", "+"].contains(word) {
                kind = .bullet
                text = "- " + body
            } else {
                label = word
                if kind == .heading { kind = .numberedHeading }
            }
        }
        title = kind == .row ? TableRow.name(text) : paragraph.title
        place = paragraph.place
        number = kind == .numberedHeading ? label.map(Self.bare) : paragraph.number
    }

    /// The paragraphs of a clause in reading order. Linear in the size of the text.
    static func all(in text: String) -> [ClauseUnit] {
        all(ClauseParagraph.all(in: text, splits: false))
    }

    /// As ``all(in:)``, of paragraphs.
    static func all(_ paragraphs: [ClauseParagraph]) -> [ClauseUnit] {
        var units = paragraphs.map(ClauseUnit.init)
        var open: [Int] = []
        for index in units.indices {
            while let last = open.last, paragraphs[last].level >= paragraphs[index].level {
                units[last].end = index
                open.removeLast()
            }
            units[index].parent = open.last
            open.append(index)
        }
        for index in open { units[index].end = units.count }
        return units
    }

    /// Whether it is the line of dashes below the head of a table.
    var isTableRule: Bool { kind == .row && TableRow.isRule(text) }

    /// A number without the marks around it: `9` of `9.`, `c` of `(c)`.
    static func bare(_ label: String) -> String {
        String(label.drop { $0 == "(" }.prefix { $0 != ")" && $0 != "\\" }.trimmingDots)
    }

    /// Where it stands, with its own number where it is a heading.
    var ownPlace: String? {
        guard kind == .numberedHeading, let number else { return place }
        return [place, number].compactMap(\.self).joined(separator: " › ")
    }

    /// The text with another number in the place of its own.
    func text(numbered label: String?) -> String {
        guard let own = self.label, let label, let range = text.firstRange(of: own) else {
            return text
        }
        return text.replacingCharacters(in: range, with: label)
    }
}

extension Substring {
    fileprivate var trimmingDots: Substring {
        var rest = self
        while rest.last == "." { rest.removeLast() }
        return rest
    }
}

extension String {
    fileprivate func replacingCharacters(
        in range: Range<Index>, with text: String
    ) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }
}
