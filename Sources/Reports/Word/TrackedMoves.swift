/// Makes moves of deletions and insertions that name one behind their author, since pandoc knows
/// none (ECMA-376-1, 17.13.5.21 to 17.13.5.28, `moveFrom` and `moveTo` with their ranges).
enum TrackedMoves {
    /// What stands between the name of an author and the number of a move; no author has it.
    static let sign = "#"

    /// One end of a move: where something was, or where it is now.
    private struct End: Hashable {
        var isFrom: Bool
        var number: Int

        var name: String { isFrom ? "moveFrom" : "moveTo" }
        private var id: String { "\(isFrom ? "from" : "to")\(number)" }

        /// What begins the range, with the author and the date of a change.
        func start(_ tag: [UInt8]) -> [UInt8] {
            let attributes = [" w:author=\"", " w:date=\""].compactMap { name -> String? in
                guard let start = tag.firstRange(of: Array(name.utf8)) else { return nil }
                let value = tag[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
                return name + String(decoding: value, as: UTF8.self) + "\""
            }.joined()
            return Array(
                "<w:\(name)RangeStart w:id=\"\(id)\"\(attributes) w:name=\"move\(number)\" />".utf8)
        }

        var end: [UInt8] { Array("<w:\(name)RangeEnd w:id=\"\(id)\" />".utf8) }
    }

    /// Whether a tag begins one of the ends of a move.
    static func begins(_ tag: [UInt8]) -> Bool {
        tag.starts(with: "<w:moveFrom ".utf8) || tag.starts(with: "<w:moveTo ".utf8)
    }

    /// Whether a tag begins or ends the range of a move.
    static func isRange(_ tag: [UInt8]) -> Bool {
        tag.starts(with: "<w:moveFromRange".utf8) || tag.starts(with: "<w:moveToRange".utf8)
    }

    /// The number of the move that a change is part of.
    static func number(in tag: [UInt8]) -> Int? { place(of: tag)?.number }

    private static func place(of tag: [UInt8]) -> (range: Range<Int>, number: Int)? {
        guard let start = tag.firstRange(of: Array(" w:author=\"".utf8)) else { return nil }
        let author = tag[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
        guard let mark = author.lastIndex(of: sign.utf8[sign.startIndex]),
            let number = Int(String(decoding: author[(mark + 1)...], as: UTF8.self))
        else { return nil }
        return (mark..<author.endIndex, number)
    }

    /// The text of a document with its moves; where one end of one is missing, the other one stays
    /// a deletion or an insertion. Linear in its size.
    static func completed(_ xml: [UInt8]) -> [UInt8] {
        var left: [End: Int] = [:]
        for tag in XMLText.tags(of: xml) where !isMark(tag) {
            if let end = end(tag) { left[end, default: 0] += 1 }
        }
        let whole = Set(left.keys.map(\.number)).filter { number in
            left[End(isFrom: true, number: number)] != nil
                && left[End(isFrom: false, number: number)] != nil
        }
        guard !left.isEmpty else { return xml }
        var begun: Set<End> = []
        var (open, paragraph): (End?, End?)
        var behind: [UInt8] = []
        var isInRow = false
        return XMLText.mapTags(of: xml) { tag in
            isInRow = tag == Array("<w:trPr>".utf8) || isInRow && tag != Array("</w:trPr>".utf8)
            if let end = end(tag), let (range, _) = place(of: tag) {
                var tag = tag
                tag.removeSubrange(range)
                // Rows have no moves; what stands in one that went or came does.
                guard whole.contains(end.number), !isInRow else { return tag }
                let start = begun.contains(end) || isMark(tag) ? [] : end.start(tag)
                tag.replaceSubrange(0..<6, with: Array("<w:\(end.name)".utf8))
                if isMark(tag) {
                    paragraph = end
                } else {
                    open = end
                    begun.insert(end)
                }
                return start + tag
            }
            if tag == Array("</w:p>".utf8) {
                defer { (paragraph, behind) = (nil, []) }
                return tag + behind
            }
            guard let end = open else { return tag }
            if tag == Array((end.isFrom ? "</w:del>" : "</w:ins>").utf8) {
                open = nil
                left[end, default: 0] -= 1
                let close = Array("</w:\(end.name)>".utf8)
                guard left[end] == 0 else { return close }
                // The end of a paragraph that moved belongs to the range.
                guard paragraph == end else { return close + end.end }
                behind = end.end
                return close
            }
            // What moved away is plain text, unlike what is deleted.
            if tag.starts(with: "<w:delText".utf8) { return Array("<w:t".utf8) + tag.dropFirst(10) }
            return tag == Array("</w:delText>".utf8) ? Array("</w:t>".utf8) : tag
        }
    }

    /// Whether a tag is one of a paragraph's end rather than of text.
    private static func isMark(_ tag: [UInt8]) -> Bool { tag.suffix(2).elementsEqual("/>".utf8) }

    private static func end(_ tag: [UInt8]) -> End? {
        guard TrackedChange.begins(tag[...]), let number = number(in: tag) else { return nil }
        return End(isFrom: tag.starts(with: "<w:del ".utf8), number: number)
    }
}
