/// A paragraph of a text, and where it stands.
struct SourceParagraph: Equatable {
    /// The words with single spaces between them.
    var text: String
    /// The headings and numbers above it, such as `6.5`; nil where there are none.
    var place: String?
}

/// The paragraphs of a clause in Markdown.
///
/// Blank lines part paragraphs, and so do headings, items of a list, rows of a table and rules.
/// Every other line continues the paragraph, so wrapping lines elsewhere changes nothing.
/// How deep an item is indented shows in its place, and is not compared.
enum ClauseText {
    /// The paragraphs in reading order. Linear in the size of the text.
    static func paragraphs(of text: String) -> [SourceParagraph] {
        var reader = ClauseReader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.read(line)
        }
        reader.close()
        return reader.paragraphs
    }

    /// The lines of a text as they are, each a paragraph, without empty lines at the end.
    static func lines(of text: String) -> [SourceParagraph] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { SourceParagraph(text: String(Substring($0)), place: nil) }
            .dropLast(text.isEmpty || text.utf8.last == 0x0A ? 1 : 0)
    }
}

/// Reads the lines of a clause one by one.
private struct ClauseReader {
    var paragraphs: [SourceParagraph] = []
    private var words: [Substring] = []
    private var isQuote = false
    private var headings: [(level: Int, text: String)] = []
    private var markers: [(indent: Int, marker: String)] = []

    mutating func read(_ line: Substring) {
        let indent = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 }
            .reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
        var found = line.split(whereSeparator: { $0 == " " || $0 == "\t" })[...]
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
            return close(place: place)
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
        } else if words.isEmpty, indent == 0 {
            markers = []
        }
        words += found
    }

    mutating func close() { close(place: place) }

    private mutating func close(place: String?) {
        isQuote = false
        guard !words.isEmpty else { return }
        paragraphs.append(SourceParagraph(text: words.joined(separator: " "), place: place))
        words = []
    }

    /// The headings above, but for the title of the whole clause, and the numbers of the items.
    private var place: String? {
        var parts = headings.filter { $0.level > 1 }.map(\.text)
        var number = ""
        for marker in markers.map(\.marker) where !marker.isEmpty {
            if marker.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                number += (number.isEmpty ? "" : ".") + marker
            } else {
                number += "(\(marker))"
            }
        }
        if !number.isEmpty { parts.append(number) }
        return parts.isEmpty ? nil : parts.joined(separator: " › ")
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
