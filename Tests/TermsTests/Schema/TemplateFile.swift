import Foundation
import Terms
import Testing

/// A file of a template, with its commented-out examples made active, line by line.
struct TemplateFile {
    let section: SectionName
    let path: String
    let lines: [String]
    /// The same lines, one for one, with the `# ` in front of examples taken away.
    let active: [String]

    init(section: SectionName, path: String, text: String) {
        self.section = section
        self.path = path
        lines = text.components(separatedBy: "\n")
        active = lines.map(Self.activated)
    }

    /// All files of all templates that hold a section.
    static var all: [TemplateFile] {
        get throws {
            let root = Agreements.root.appendingPathComponent("templates")
            let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
            return try names.flatMap { name in
                try Agreements.entries("templates/\(name)/terms").compactMap { entry in
                    SectionName(file: entry.path).map {
                        TemplateFile(
                            section: $0, path: "\(root.path)/\(name)/terms/\(entry.path)",
                            text: String(decoding: entry.bytes, as: UTF8.self))
                    }
                }
            }
        }
    }

    /// The keys that may stand in a template: fields, and the names that `new` fills in.
    private static let keys: Set<String> = Set(
        SectionName.allCases.flatMap(\.allFields).map(\.field.name) + [
            "first-party", "second-party", "oversight", "first-signatory", "second-signatory",
            "first-manager", "second-manager", "independent-advisor",
        ])

    /// A commented-out line as it is without the `# `; any other line as it is.
    private static func activated(_ line: String) -> String {
        let indent = line.prefix { $0 == " " }
        let rest = line.dropFirst(indent.count)
        guard rest.hasPrefix("# ") else { return line }
        let content = rest.dropFirst(2)
        let inner = content.drop { $0 == " " }
        let word = inner.hasPrefix("- ") ? inner.dropFirst(2) : inner
        let key = word.prefix { $0 != ":" }
        let isKey = word.contains(":") && keys.contains(String(key))
        let isYAML = isKey || inner.hasPrefix("# ") || inner.hasPrefix("- ") || content.first == " "
        return isYAML ? String(indent + content) : line
    }

    /// A place at which a field stands for the first time, or again.
    struct Place {
        let declared: DeclaredField
        /// The line of the key, from 0.
        let line: Int
        let isFirst: Bool
        /// Whether the whole comment stands further above already.
        let isKnown: Bool
        let isOpen: Bool
    }

    /// Every field in the file, in order, with the examples.
    func places() throws -> [Place] {
        let text = active.joined(separator: "\n")
        let (root, findings) = YAMLReader.read(text, file: path)
        #expect(findings == [], "\(path)")
        var places: [Place] = []
        var seen: Set<TermPath> = []
        var known: Set<[String]> = []
        func visit(_ node: YAMLNode, _ type: FieldType, at term: TermPath) throws {
            switch (node.content, type) {
            case (.mapping(let entries), .object(let fields)):
                for entry in entries {
                    let inner = term.appending(entry.key)
                    let declared = try #require(
                        Schema.field(at: inner), "\(path):\(entry.keyPosition) \(inner)")
                    #expect(fields.contains { $0.name == entry.key })
                    places.append(
                        Place(
                            declared: declared, line: entry.keyPosition.line - 1,
                            isFirst: seen.insert(declared.id).inserted,
                            isKnown: !known.insert(
                                declared.field.comment(width: 88, withExample: false)
                            ).inserted,
                            isOpen: entry.value.isEmpty))
                    try visit(entry.value, declared.field.type, at: inner)
                }
            case (.mapping(let entries), .map(_, let values)):
                for entry in entries {
                    try visit(entry.value, values, at: term.appending(entry.key))
                }
            case (.sequence(let items), .list(let item, _)):
                for (index, node) in items.enumerated() {
                    try visit(node, item, at: term.appending(String(index + 1)))
                }
            default: break
            }
        }
        if let root {
            try visit(root, .object(section.fields), at: TermPath(section: section.rawValue))
        }
        return places
    }

    /// The lines of the comment directly above a line, in the active text.
    func comment(above line: Int) -> Range<Int> {
        var start = line
        while start > 0, active[start - 1].drop(while: { $0 == " " }).hasPrefix("#") { start -= 1 }
        return start..<line
    }

    /// The lines that should stand above a place, as they are in the file.
    func wanted(at place: Place) -> [String] {
        func indent(_ line: String) -> String { String(line.prefix { $0 == " " }) }
        let (key, line) = (active[place.line], lines[place.line])
        let inner = String(indent(key).dropFirst(indent(line).count))
        let prefix = key == line ? indent(key) + "# " : "\(indent(line))# \(inner)# "
        let field = place.declared.field
        if place.isKnown {
            let question = Field(field.name, field.label, field.question, .text)
            return question.comment(width: 88, withExample: false).map { prefix + $0 }
        }
        return field.comment(width: 88 - prefix.count, withExample: place.isOpen)
            .map { prefix + $0 }
    }
}
