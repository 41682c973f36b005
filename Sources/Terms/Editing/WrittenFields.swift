/// Declared fields on their way into a new file: each is checked as it is set, and all are written
/// in the order of their declaration.
public struct WrittenFields: Sendable {
    private let fields: [Field]
    private let path: TermPath
    private var entries: [String: YAMLNode] = [:]

    /// Begins with nothing.
    ///
    /// - Parameters:
    ///   - fields: The declaration of the fields.
    ///   - name: What messages about them begin with.
    public init(_ fields: [Field], named name: String) {
        self.fields = fields
        path = TermPath(section: name)
    }

    /// Begins with what a file says, or what a field of it holds; what it says of fields that are
    /// not declared is left out.
    public init(_ fields: [Field], named name: String, from text: String, under key: String? = nil)
    {
        self.init(fields, named: name)
        let root = YAMLReader.read(text, file: name).root
        guard case .mapping(let found)? = (key.map { root?[$0] } ?? root)?.content else { return }
        for entry in found where fields.contains(where: { $0.name == entry.key }) {
            entries[entry.key] = entry.value
        }
    }

    /// Whether a field is set.
    public func says(_ name: String) -> Bool { entries[name].map { !$0.isEmpty } ?? false }

    /// The text of a field that is a single value; nil where it is none.
    public func text(of name: String) -> String? {
        if case .scalar(let text, _)? = entries[name]?.content { text } else { nil }
    }

    /// Sets a field to what `written` says, as `YAMLEditor` does.
    ///
    /// - Throws: ``YAMLEditor/EditError`` where there is no such field or the value does not fit.
    public mutating func set(
        _ name: String, to written: String
    ) throws(YAMLEditor.EditError) {
        guard let field = fields.first(where: { $0.name == name }) else {
            let known = fields.map(\.name)
            let nearest = Suggestion.nearest(to: name, in: known)
            throw YAMLEditor.EditError(
                "there is no field `\(TextRules.visible(name))` in a \(path)"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: "Known: " + known.joined(separator: ", "))
        }
        var written = written
        if case .prose = field.type, written.count > Self.width {
            written = YAMLWriting.wrapped(written, width: Self.width)
        }
        entries[name] = try YAMLEditor.parse(
            written, as: field.type, at: path.appending(name), id: nil)
    }

    /// Makes other fields the value of one of these.
    public mutating func set(_ name: String, to inner: WrittenFields) {
        entries[name] = inner.node
    }

    /// The file.
    public var text: String {
        let (inline, lines) = YAMLWriting.block(node, indent: 0)
        return (inline.map { [$0] } ?? lines).map { $0 + "\n" }.joined()
    }

    private var node: YAMLNode {
        let start = SourcePosition(line: 1, column: 1)
        return YAMLNode(
            content: .mapping(
                fields.compactMap { field in
                    entries[field.name].map {
                        YAMLNode.Entry(key: field.name, keyPosition: start, value: $0)
                    }
                }), position: start)
    }

    private static let width = 80
}
