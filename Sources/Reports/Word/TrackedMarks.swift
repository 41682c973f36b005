/// Completes the tracked changes of a document that pandoc wrote: the ends of paragraphs and the
/// rows of tables that are new or gone as a whole, moves, and ids that are there once
/// (ECMA-376-1, 17.13.5, `ins` and `del`).
///
/// It reads the plain form in which pandoc writes: no comments, no CDATA, runs within changes
/// within paragraphs, and no table within a table. What has another form stays as it is.
public enum TrackedMarks {
    /// The text of `word/document.xml` with all of it. Linear in its size.
    public static func completed(_ xml: [UInt8]) -> [UInt8] {
        let marked = XMLText.replacing(
            "w:tbl", in: xml[...], with: { XMLText.replacing("w:tr", in: $0, with: row) },
            elsewhere: { XMLText.replacing("w:p", in: $0, with: paragraph) })
        return numbered(TrackedMoves.completed(marked))
    }

    // MARK: Paragraphs and rows

    /// A paragraph whose end is new or gone with all of its text.
    private static func paragraph(_ xml: ArraySlice<UInt8>) -> [UInt8] {
        guard let change = TrackedChange(of: xml) else { return Array(xml) }
        var rest = xml.dropFirst(XMLText.tag(at: xml).count)
        var properties: ArraySlice<UInt8> = []
        if rest.starts(with: "<w:pPr>".utf8), let end = rest.firstRange(of: Array("</w:pPr>".utf8))
        {
            properties = rest[..<end.lowerBound].dropFirst(7)
            rest = rest[end.upperBound...]
        }
        return XMLText.tag(at: xml) + Array("<w:pPr>".utf8) + properties
            + Array("<w:rPr>".utf8) + change.mark + Array("</w:rPr></w:pPr>".utf8)
            + change.wrapped(rest)
    }

    /// A row that is new or gone with all of its text.
    private static func row(_ xml: ArraySlice<UInt8>) -> [UInt8] {
        guard let change = TrackedChange(of: xml) else { return Array(xml) }
        if let end = xml.firstRange(of: Array("</w:trPr>".utf8)) {
            return xml[..<end.lowerBound] + change.mark + xml[end.lowerBound...]
        }
        let start = XMLText.tag(at: xml)
        return start + Array("<w:trPr>".utf8) + change.mark + Array("</w:trPr>".utf8)
            + xml.dropFirst(start.count)
    }

    // MARK: Ids

    private static func numbered(_ xml: [UInt8]) -> [UInt8] {
        var number = 0
        var ranges: [ArraySlice<UInt8>: Int] = [:]
        let id = Array(" w:id=\"".utf8)
        return XMLText.mapTags(of: xml) { tag in
            let isRange = TrackedMoves.isRange(tag)
            guard isRange || TrackedChange.begins(tag[...]) || TrackedMoves.begins(tag),
                let place = tag.firstRange(of: id)
            else { return tag }
            let old = tag[place.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
            number += 1
            // The two ends of a range share an id.
            let new = isRange ? ranges[old, default: number] : number
            if isRange { ranges[old] = new }
            return tag[..<place.upperBound] + Array(String(new).utf8) + tag[old.endIndex...]
        }
    }
}
