/// A YAML value with its place in the file and nothing interpreted: the type of the field that
/// it stands in decides later how a scalar reads.
public struct YAMLNode: Sendable {
    /// How a scalar is written.
    public enum Style: Sendable {
        /// Without quotes.
        case plain
        /// In single or double quotes.
        case quoted
        /// As a block, after `|` or `>`.
        case block
    }

    /// One `key: value` of a mapping.
    public struct Entry: Sendable {
        /// The key.
        public var key: String
        /// Where the key stands.
        public var keyPosition: SourcePosition
        /// The value.
        public var value: YAMLNode

        package init(key: String, keyPosition: SourcePosition, value: YAMLNode) {
            (self.key, self.keyPosition, self.value) = (key, keyPosition, value)
        }
    }

    /// The three shapes of YAML.
    public indirect enum Content: Sendable {
        /// A text.
        case scalar(String, Style)
        /// Keys and values, in the order of the file; no key twice.
        case mapping([Entry])
        /// Items, in the order of the file.
        case sequence([YAMLNode])
    }

    /// What it is.
    public var content: Content
    /// Where it starts.
    public var position: SourcePosition

    package init(content: Content, position: SourcePosition) {
        (self.content, self.position) = (content, position)
    }

    /// Whether nothing is written: an empty scalar, `~` or `null` (YAML 1.2 core schema), or a
    /// block without a word.
    public var isEmpty: Bool {
        switch content {
        case .scalar(let text, .plain): ["", "~", "null", "Null", "NULL"].contains(text)
        case .scalar(let text, .block): text.allSatisfy(\.isWhitespace)
        default: false
        }
    }

    /// How many values there are in it, itself among them. Linear.
    var count: Int {
        switch content {
        case .scalar: 1
        case .mapping(let entries): entries.reduce(1) { $0 + $1.value.count }
        case .sequence(let items): items.reduce(1) { $0 + $1.count }
        }
    }

    /// The value at a key of a mapping, or nil.
    public subscript(key: String) -> YAMLNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }
}
