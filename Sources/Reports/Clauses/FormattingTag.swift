/// Tags of HTML that only say how text looks. Whoever leaves them out loses no word. Tags that
/// strike words out, raise numbers or quote are none: they say something.
enum FormattingTag {
    /// Tags inside of a line, which part nothing.
    private static let inlines: Set<String> = [
        "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "kbd", "label", "mark", "small",
        "span", "strong", "u",
    ]
    /// Tags that part what stands before them from what stands behind.
    private static let blocks: Set<String> = [
        "blockquote", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
        "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul", "wbr",
    ]

    /// Whether a tag stands inside of a line and parts nothing, such as `<span>`.
    static func isInline(_ tag: Substring) -> Bool { name(tag).map(inlines.contains) ?? false }

    /// The name of the formatting tag that this is; nil for anything else, such as a comment, and
    /// for a tag that says something itself.
    static func name(_ tag: Substring) -> String? {
        guard tag.hasPrefix("<"), tag.hasSuffix(">") else { return nil }
        let inner = tag.dropFirst().dropLast().drop { $0 == "/" }
        let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        let rest = inner.dropFirst(name.count)
        return (inlines.contains(name) || blocks.contains(name)) && isPlain(rest) ? name : nil
    }

    /// Whether nothing is said in a tag but the name of its looks: an address, a title or a
    /// sentence would be.
    private static func isPlain(_ attributes: Substring) -> Bool {
        let rest = attributes.drop { $0 == " " }
        if rest.isEmpty || rest == "/" { return true }
        let key = rest.prefix { $0 != "=" }
        let value = rest.dropFirst(key.count + 1)
        return ["class", "id", "align"].contains(key) && value.count <= 40
            && value.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "_-\"'".contains($0))
            }
    }

    /// A line without its formatting tags; nil where something else in it looks like HTML.
    static func removed(from line: String) -> String? {
        var result = ""
        var rest = line[...]
        while let start = rest.firstIndex(of: "<") {
            result += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ">"), name(rest[start...end]) != nil
            else { return nil }
            if !isInline(rest[start...end]), !result.isEmpty, result.last != " " { result += " " }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
