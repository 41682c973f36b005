internal import Terms

/// A piece of an HTML document.
///
/// It is safe by construction: elements and attributes are those named here, none of which runs or
/// loads anything; addresses are a ``Link``; everything else is text, which is escaped where it is
/// written, with whatever could disguise it shown as `<U+202E>`.
indirect enum HTML: Sendable, ExpressibleByStringLiteral {
    /// Text.
    case text(String)
    /// An element with what stands in it.
    case element(Element, [Attribute], [HTML])

    init(stringLiteral text: String) { self = .text(text) }

    /// An element.
    static func tag(
        _ element: Element, _ attributes: [Attribute] = [], _ content: [HTML] = []
    ) -> HTML {
        .element(element, attributes, content)
    }

    /// An element with text in it.
    static func tag(_ element: Element, _ attributes: [Attribute] = [], text: String) -> HTML {
        .element(element, attributes, [.text(text)])
    }

    /// The elements.
    enum Element: String, Sendable {
        case a, article, aside, blockquote, body, br, code, dd, del, details, div, dl, dt, em
        case fieldset, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, hr, input, ins
        case label, legend, li, main, nav, ol, p, pre, section, span, strong, summary, table
        case tbody, td, th, thead, tr, ul
        // SVG.
        case svg, g, rect, text, title, desc, line, circle

        /// Whether it has no content and no end (HTML, 13.1.2).
        var isVoid: Bool { self == .br || self == .hr || self == .input }

        /// Whether it stands in a line of text.
        var isInline: Bool {
            switch self {
            case .a, .br, .code, .del, .em, .input, .ins, .label, .span, .strong: true
            default: false
            }
        }

        /// The heading of a level from 1 to 6.
        static func heading(_ level: Int) -> Element {
            [.h1, .h2, .h3, .h4, .h5, .h6][min(5, max(0, level - 1))]
        }
    }

    /// An attribute.
    struct Attribute: Sendable {
        /// Attributes whose value is text or a word, whatever it is.
        enum Name: String, Sendable {
            case checked, `class`, fill, height, lang, name, role, scope, start, tabindex, type
            case stroke, transform, width, x, x1, x2, y, y1, y2, cx, cy
            case label = "aria-label"
            case labelledBy = "aria-labelledby"
            case describedBy = "aria-describedby"
            case hidden = "aria-hidden"
            case anchor = "text-anchor"
            case dashes = "stroke-dasharray"
            case radius = "r"
        }

        fileprivate let name: String
        fileprivate let value: String

        /// An attribute whose value can do no harm.
        init(_ name: Name, _ value: String) {
            self.name = name.rawValue
            self.value = value
        }

        private init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        /// The classes that the style sheet knows it by.
        static func `class`(_ names: String) -> Attribute { .init(.class, names) }
        /// The place that it stands at.
        static func id(_ anchor: Anchor) -> Attribute { .init(name: "id", value: anchor.id) }
        /// The place of what it names.
        static func `for`(_ anchor: Anchor) -> Attribute { .init(name: "for", value: anchor.id) }
        /// Where it leads.
        static func href(_ link: Link) -> Attribute { .init(name: "href", value: link.address) }
    }
}

extension HTML {
    /// The source. The same value always gives the same bytes.
    var source: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to output: inout String) {
        switch self {
        case .text(let text): output += Self.escaped(text)
        case .element(let element, let attributes, let content):
            output += "<\(element.rawValue)"
            for attribute in attributes {
                output += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
            }
            output += ">"
            if !element.isVoid {
                for part in content { part.write(to: &output) }
                output += "</\(element.rawValue)>"
            }
            if !element.isInline { output += "\n" }
        }
    }

    /// Text that is text wherever it stands (HTML, 13.3).
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in TextRules.visible(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
