import Testing

/// An HTML document, read by a few strict rules of its own: each element is closed in its place,
/// attributes stand in double quotes, and text is escaped.
struct Page {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// The names of the elements around it, outermost first.
        let around: [String]
        var text = ""
    }

    private(set) var elements: [Element] = []
    /// All text, with a space between elements; without style sheets.
    private(set) var text = ""
    /// What breaks the rules.
    private(set) var faults: [String] = []

    private static let void: Set = ["meta", "br", "hr", "input"]

    init(_ source: String) {
        var open: [Int] = []
        var rest = source[...]
        while let start = rest.firstIndex(of: "<") {
            note(rest[..<start], in: open)
            rest = rest[rest.index(after: start)...]
            guard let end = Self.end(of: rest) else {
                faults.append("a tag has no end")
                return
            }
            let tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                if let last = open.popLast(), elements[last].name == tag.dropFirst() { continue }
                faults.append("</\(tag.dropFirst())> closes nothing")
                continue
            }
            let element = element(tag, around: open.map { elements[$0].name })
            elements.append(element)
            if !Self.void.contains(element.name) { open.append(elements.count - 1) }
        }
        faults += open.map { "<\(elements[$0].name)> is never closed" }
    }

    /// The elements of a name.
    func all(_ names: String...) -> [Element] { elements.filter { names.contains($0.name) } }

    /// The end of a tag, which is not within quotes.
    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        return text.firstIndex { character in
            if character == "\"" { isQuoted.toggle() }
            return character == ">" && !isQuoted
        }
    }

    private mutating func element(_ tag: Substring, around: [String]) -> Element {
        let name = tag.prefix { $0 != " " }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count).drop { $0 == " " }
        while !rest.isEmpty {
            let key = rest.prefix { $0 != "=" }
            rest = rest.dropFirst(key.count)
            guard rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"") else {
                faults.append("<\(tag)> has an attribute without quotes")
                break
            }
            let value = rest[rest.index(rest.startIndex, offsetBy: 2)..<end]
            if attributes.updateValue(Self.plain(value), forKey: String(key)) != nil {
                faults.append("<\(tag)> has \(key) twice")
            }
            rest = rest[rest.index(after: end)...].drop { $0 == " " }
        }
        return Element(name: String(name), attributes: attributes, around: around)
    }

    private mutating func note(_ source: Substring, in open: [Int]) {
        guard let last = open.last, elements[last].name != "style" else { return }
        if source.contains(">") { faults.append("> in text: \(source)") }
        let plain = Self.plain(source)
        for index in open { elements[index].text += plain }
        text += plain + " "
    }

    private static func plain(_ source: Substring) -> String {
        String(source).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
