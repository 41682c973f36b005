/// A paragraph of a clause in Markdown, and where it stands.
public struct ClauseParagraph: Sendable {
    /// The words, as parts of the clause's text.
    public let words: [Substring]
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

    /// The words with single spaces between them.
    public var text: String { words.joined(separator: " ") }

    /// The paragraphs of a clause in reading order. Linear in the size of the text.
    ///
    /// Blank lines part paragraphs, and so do headings, items of a list, rows of a table and rules.
    /// Every other line continues the paragraph, so wrapping lines elsewhere changes nothing.
    /// How deep an item is indented shows in its place.
    public static func all(in text: String) -> [ClauseParagraph] {
        var reader = ClauseReader()
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            reader.read(Substring(line))
        }
        reader.close()
        return reader.paragraphs
    }
}

/// Reads the lines of a clause one by one.
private struct ClauseReader {
    var paragraphs: [ClauseParagraph] = []
    private var words: [Substring] = []
    private var isQuote = false
    private var headings: [(level: Int, text: String)] = []
    private var markers: [(indent: Int, marker: String)] = []
    private var beginsItem = false

    mutating func read(_ line: Substring) {
        let indent = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }
            .reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
        var found = line.words[...]
        guard let first = found.first else { return close() }
        if first == ">" {
            if isQuote { found = found.dropFirst() } else { close() }
            isQuote = true
            words += found
            return
        }
        if let level = headingLevel(first) {
            close()
            headings.removeAll { $0.level >= level }
            markers = []
            words += found
            let place = place
            headings.append((level, found.dropFirst().joined(separator: " ")))
            return close(place: place, number: nil, headingLevel: level)
        }
        if isRule(found) || first.utf8.first == 0x7C {
            close()
            words += found
            return close()
        }
        if let marker = Marker.text(of: first), found.count > 1 {
            close()
            markers.removeAll { $0.indent >= indent }
            markers.append((indent, marker))
            beginsItem = true
        } else if words.isEmpty, indent == 0 {
            markers = []
        }
        words += found
    }

    mutating func close() { close(place: place, number: number, headingLevel: nil) }

    private mutating func close(place: String?, number: String?, headingLevel: Int?) {
        isQuote = false
        guard !words.isEmpty else { return }
        // Below the six levels of headings.
        let level = headingLevel ?? (6 + markers.count + (beginsItem ? 0 : 1))
        paragraphs.append(
            ClauseParagraph(
                words: words, place: place, number: number, headingLevel: headingLevel,
                level: level, beginsItem: beginsItem))
        words = []
        beginsItem = false
    }

    /// The headings above, but for the title of the whole clause, and the numbers of the items.
    private var place: String? {
        let parts = headings.filter { $0.level > 1 }.map(\.text) + (number.map { [$0] } ?? [])
        return parts.isEmpty ? nil : parts.joined(separator: " › ")
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

    private func isRule(_ words: ArraySlice<Substring>) -> Bool {
        guard let mark = words.first?.utf8.first, Set("-=*_".utf8).contains(mark) else {
            return false
        }
        return words.allSatisfy { $0.utf8.allSatisfy { $0 == mark } }
            && words.reduce(0) { $0 + $1.utf8.count } >= 3
    }
}

/// What starts an item of a list.
private enum Marker {
    /// The number or letter of a marker, empty for a bullet; nil for any other word.
    static func text(of word: Substring) -> String? {
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
