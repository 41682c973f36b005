/// A paragraph of a clause in Markdown, and where it stands.
public struct ClauseParagraph: Sendable {
    /// Its lines, as parts of the clause's text, without the marks of a quote.
    let lines: [Substring]
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

    /// The words, as parts of the clause's text.
    public var words: [Substring] { split ?? lines.flatMap(\.words) }

    /// The words with single spaces between them.
    public var text: String {
        var text = FoldedText(capacity: lines.reduce(0) { $0 + $1.utf8.count + 1 })
        for line in lines { text.append(line.utf8) }
        return text.take()
    }

    fileprivate init(
        lines: [Substring], splits: Bool, place: String?, number: String?, headingLevel: Int?,
        level: Int, beginsItem: Bool
    ) {
        self.lines = lines
        split = splits ? lines.flatMap(\.words) : nil
        self.place = place
        self.number = number
        self.headingLevel = headingLevel
        self.level = level
        self.beginsItem = beginsItem
    }

    /// The paragraphs of a clause in reading order. Linear in the size of the text.
    ///
    /// Blank lines part paragraphs, and so do headings, items of a list, rows of a table and rules.
    /// Every other line continues the paragraph, so wrapping lines elsewhere changes nothing.
    /// How deep an item is indented shows in its place. Who asks for the words of few paragraphs
    /// can do without all of them split.
    public static func all(in text: String, splits: Bool = true) -> [ClauseParagraph] {
        var reader = ClauseReader(splits: splits)
        for line in text.sourceLines { reader.read(line) }
        reader.close()
        return reader.paragraphs
    }
}

/// Reads the lines of a clause one by one.
private struct ClauseReader {
    var paragraphs: [ClauseParagraph] = []
    let splits: Bool
    private var lines: [Substring] = []
    private var isQuote = false
    private var headings: [(level: Int, text: String)] = []
    private var markers: [(indent: Int, marker: String)] = []
    private var beginsItem = false
    /// The place and the number of what comes now; nil where they have to be found out.
    private var found: (place: String?, number: String?)?

    init(splits: Bool) { self.splits = splits }

    mutating func read(_ line: Substring) {
        let bytes = line.utf8
        let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.endIndex
        guard start < bytes.endIndex else { return close() }
        let end = bytes[start...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? bytes.endIndex
        let first = line[start..<end]
        let rest = line[end...]
        if first == ">" {
            if !isQuote { close() }
            lines.append(isQuote ? rest : line)
            isQuote = true
            return
        }
        if let level = headingLevel(first) {
            close()
            headings.removeAll { $0.level >= level }
            markers = []
            found = nil
            lines.append(line)
            let place = location.place
            headings.append((level, rest.words.joined(separator: " ")))
            found = nil
            return close(place: place, number: nil, headingLevel: level)
        }
        if first.utf8.first == 0x7C || isRule(line, first) {
            close()
            lines.append(line)
            return close()
        }
        if let marker = Marker.text(of: first),
            rest.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 })
        {
            close()
            let indent = bytes[..<start].reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
            markers.removeAll { $0.indent >= indent }
            markers.append((indent, marker))
            found = nil
            beginsItem = true
        } else if lines.isEmpty, start == bytes.startIndex, !markers.isEmpty {
            markers = []
            found = nil
        }
        lines.append(line)
    }

    mutating func close() {
        isQuote = false
        guard !lines.isEmpty else { return }
        let (place, number) = location
        close(place: place, number: number, headingLevel: nil)
    }

    private mutating func close(place: String?, number: String?, headingLevel: Int?) {
        isQuote = false
        guard !lines.isEmpty else { return }
        // Below the six levels of headings.
        let level = headingLevel ?? (6 + markers.count + (beginsItem ? 0 : 1))
        paragraphs.append(
            ClauseParagraph(
                lines: lines, splits: splits || headingLevel != nil, place: place, number: number,
                headingLevel: headingLevel, level: level, beginsItem: beginsItem))
        lines = []
        beginsItem = false
    }

    /// The headings above, but for the title of the whole clause, and the numbers of the items; and
    /// those numbers alone.
    private var location: (place: String?, number: String?) {
        mutating get {
            if let found { return found }
            let number = number
            let parts = headings.filter { $0.level > 1 }.map(\.text) + (number.map { [$0] } ?? [])
            let location = (parts.isEmpty ? nil : parts.joined(separator: " › "), number)
            found = location
            return location
        }
    }

    /// The numbers of the items, such as `6.5(c)`; nil outside of numbered items.
    private var number: String? {
        var number = ""
        for marker in markers.map(\.marker) where !marker.isEmpty {
            if marker.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                number += (number.isEmpty ? "" : ".") + marker
            } else {
                number += "(\(marker))"
            }
        }
        return number.isEmpty ? nil : number
    }

    private func headingLevel(_ word: Substring) -> Int? {
        (1...6).contains(word.utf8.count) && word.utf8.allSatisfy { $0 == 0x23 }
            ? word.utf8.count : nil
    }

    private func isRule(_ line: Substring, _ first: Substring) -> Bool {
        guard let mark = first.utf8.first, "-=*_".utf8.contains(mark) else { return false }
        var count = 0
        for byte in line.utf8 where byte != 0x20 && byte != 0x09 {
            if byte != mark { return false }
            count += 1
        }
        return count >= 3
    }
}

/// What starts an item of a list.
private enum Marker {
    /// The number or letter of a marker, empty for a bullet; nil for any other word.
    static func text(of word: Substring) -> String? {
        guard word.utf8.count <= 5 else { return nil }
        if word == "-" || word == "*" || word == "+" { return "" }
        guard let last = word.utf8.last, last == 0x2E || last == 0x29 else { return nil }
        let body = word.utf8.dropLast()
        let isNumber = body.count <= 3 && body.allSatisfy { (0x30...0x39).contains($0) }
        let isRoman = body.count <= 4 && body.allSatisfy(Set("ivx".utf8).contains)
        let isLetter = body.count == 1 && body.allSatisfy { (0x61...0x7A).contains($0) }
        guard !body.isEmpty, isNumber || isRoman || isLetter else { return nil }
        return String(word.dropLast())
    }
}
