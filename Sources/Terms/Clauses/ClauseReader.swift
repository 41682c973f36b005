/// Reads the lines of a clause one by one.
struct ClauseReader {
    /// An item that is open: where its marker and its text begin, in columns.
    private struct Item {
        let indent: Int
        let marker: String
        let content: Int
    }

    private(set) var paragraphs: [ClauseParagraph] = []
    private let splits: Bool
    private var lines: [Substring] = []
    private var isQuote = false
    private var headings: [(level: Int, text: String)] = []
    private var markers: [Item] = []
    private var beginsItem = false
    /// The fence that code stands behind, while it does.
    private var fence: Fence?
    /// The place and the number of what comes now; nil where they have to be found out.
    private var found: (place: String?, number: String?)?

    init(splits: Bool) { self.splits = splits }

    mutating func read(_ line: Substring) {
        if fence == nil, line.beginsWithWord {
            if lines.isEmpty { leaveItems() }
            return lines.append(line)
        }
        let bytes = line.utf8
        let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.endIndex
        guard start < bytes.endIndex else { return close() }
        let end = bytes[start...].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? bytes.endIndex
        let first = line[start..<end]
        let rest = line[end...]
        if let fence {
            if fence.holds(line, isInItem: !markers.isEmpty) {
                lines.append(line)
                guard fence.isClosed(by: line) else { return }
                self.fence = nil
                return close()
            }
            self.fence = nil
            close()
        }
        if first == ">" {
            if !isQuote { close() }
            lines.append(isQuote ? rest : line)
            isQuote = true
            return
        }
        if let level = headingLevel(first) {
            close()
            lines.append(line)
            return closeHeading(level, title: rest.words)
        }
        if !lines.isEmpty, !isQuote, !beginsItem,
            Underline.isOne(line, below: lines[0], inItemAt: markers.last?.indent)
        {
            return closeHeading(
                Underline.mark(for: line).utf8.count, title: lines.flatMap(\.words),
                underline: line)
        }
        if let fence = Fence(first, rest, in: line) {
            close()
            if start == bytes.startIndex { leaveItems() }
            self.fence = fence
            lines.append(line)
            return
        }
        if first.utf8.first == 0x7C || isRule(line, first) {
            close()
            lines.append(line)
            return close()
        }
        if let marker = Marker.text(of: first),
            rest.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }),
            mayBegin(marker, at: line.indent)
        {
            close()
            let indent = line.indent
            let blanks = rest.indent
            markers.removeAll { $0.indent >= indent }
            markers.append(
                Item(
                    indent: indent, marker: marker,
                    content: indent + first.utf8.count + (blanks < 5 ? blanks : 1)))
            found = nil
            beginsItem = true
        } else if lines.isEmpty, start == bytes.startIndex {
            leaveItems()
        }
        lines.append(line)
    }

    /// Whether what looks like a marker begins an item: in the middle of a paragraph only a bullet
    /// and the first of a list do, and what stands left of the paragraph (CommonMark 0.29, 5.3).
    /// Any other line there was wrapped in front of a number, such as that of a section.
    private func mayBegin(_ marker: String, at indent: Int) -> Bool {
        lines.isEmpty || isQuote || ["", "1", "a", "i"].contains(marker)
            || markers.last.map { indent < $0.content } ?? false
    }

    private mutating func leaveItems() {
        guard !markers.isEmpty else { return }
        markers = []
        found = nil
    }

    mutating func close() {
        isQuote = false
        guard !lines.isEmpty else { return }
        let (place, number) = location
        close(place: place, number: number)
    }

    private mutating func closeHeading(
        _ level: Int, title: [Substring], underline: Substring? = nil
    ) {
        headings.removeAll { $0.level >= level }
        markers = []
        found = nil
        let place = location.place
        headings.append((level, SectionNumber.unescaped(title.joinedBySpaces)))
        found = nil
        close(place: place, number: nil, headingLevel: level, underline: underline)
    }

    private mutating func close(
        place: String?, number: String?, headingLevel: Int? = nil, underline: Substring? = nil
    ) {
        isQuote = false
        guard !lines.isEmpty else { return }
        // Below the six levels of headings.
        let level = headingLevel ?? (6 + markers.count + (beginsItem ? 0 : 1))
        paragraphs.append(
            ClauseParagraph(
                lines: lines, underline: underline, splits: splits || headingLevel != nil,
                place: place, number: number, headingLevel: headingLevel, level: level,
                beginsItem: beginsItem))
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

extension Substring {
    /// Whether the first thing in a line is a word of letters from a to z, which is no mark:
    /// such a line continues a paragraph or begins one.
    fileprivate var beginsWithWord: Bool {
        var count = 0
        for byte in utf8 {
            if byte == 0x20 { break }
            guard byte.isASCIILetter else { return false }
            count += 1
            if count > 5 { break }
        }
        return count > 0
    }
}
