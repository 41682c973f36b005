/// Tags of HTML that only say how text looks. Whoever leaves them out loses no word.
enum FormattingTag {
    private static let names: Set<String> = [
        "a", "abbr", "b", "big", "blockquote", "br", "center", "cite", "code", "dd", "del", "div",
        "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd",
        "label", "li", "mark", "ol", "p", "pre", "q", "s", "small", "span", "strike", "strong",
        "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul", "wbr",
    ]

    /// The name of the formatting tag that this is; nil for anything else, such as a comment, and
    /// for a tag that says something itself.
    static func name(_ tag: Substring) -> String? {
        guard tag.hasPrefix("<"), tag.hasSuffix(">") else { return nil }
        let inner = tag.dropFirst().dropLast().drop { $0 == "/" }
        let name = inner.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.lowercased()
        let rest = inner.dropFirst(name.count)
        return names.contains(name) && isPlain(rest) ? name : nil
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
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
