/// The tracked change that all text of a paragraph or of a row belongs to.
struct TrackedChange {
    private let name: String
    /// Its first tag, with its author and date.
    private let tag: [UInt8]

    /// Whether a tag begins one.
    static func begins(_ tag: ArraySlice<UInt8>) -> Bool {
        tag.starts(with: "<w:ins ".utf8) || tag.starts(with: "<w:del ".utf8)
    }

    /// Finds it; nil where there is none, where some of the text stays, and where there are both.
    init?(of xml: ArraySlice<UInt8>) {
        var rest = xml
        var found: (name: String, tag: [UInt8])?
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            let tag = XMLText.tag(at: rest)
            guard Self.begins(tag[...]) else {
                rest = rest.dropFirst(tag.count)
                if tag.starts(with: "<w:drawing".utf8) { return nil }
                guard tag.starts(with: "<w:t>".utf8) || tag.starts(with: "<w:t ".utf8) else {
                    continue
                }
                let text = rest.prefix { $0 != UInt8(ascii: "<") }
                guard text.allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
                continue
            }
            let name = tag.starts(with: "<w:ins ".utf8) ? "ins" : "del"
            guard found == nil || found?.name == name,
                let end = rest.firstRange(of: Array("</w:\(name)>".utf8))
            else { return nil }
            // What moved takes its paragraph with it, whatever else happened in there.
            if found == nil
                || (TrackedMoves.number(in: found?.tag ?? []) == nil
                    && TrackedMoves.number(in: tag) != nil)
            {
                found = (name, tag)
            }
            rest = rest[end.upperBound...]
        }
        guard let found else { return nil }
        (name, tag) = found
    }

    /// The mark of a paragraph's end, or of a row.
    var mark: [UInt8] { tag.dropLast() + Array(" />".utf8) }

    /// What stands in a paragraph, with the spaces and breaks between changes as part of them.
    func wrapped(_ xml: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = xml
        let (end, run) = (Array("</w:\(name)>".utf8), Array("</w:r>".utf8))
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            result += rest[..<start]
            rest = rest[start...]
            if Self.begins(rest), let close = rest.firstRange(of: end) {
                result += rest[..<close.upperBound]
                rest = rest[close.upperBound...]
            } else if rest.starts(with: "<w:r>".utf8), let close = rest.firstRange(of: run) {
                let inner = Array(rest[..<close.upperBound])
                result += tag + (name == "del" ? Self.deleted(inner) : inner) + end
                rest = rest[close.upperBound...]
            } else {
                result.append(UInt8(ascii: "<"))
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    /// A run whose text is marked as deleted (ECMA-376-1, 17.3.3.7 `delText`).
    private static func deleted(_ run: [UInt8]) -> [UInt8] {
        [("<w:t>", "<w:delText>"), ("<w:t ", "<w:delText "), ("</w:t>", "</w:delText>")]
            .reduce(run) { $0.replacing(Array($1.0.utf8), with: Array($1.1.utf8)) }
    }
}
