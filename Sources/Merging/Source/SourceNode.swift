internal import Terms

/// What a file says at one place, with the text that says it.
///
/// A tree of these holds every byte of a file, so that a file made of parts of others keeps their
/// comments, order, quotes and blocks.
struct SourceNode: Hashable, Sendable {
    /// The three shapes of YAML.
    enum Content: Hashable, Sendable {
        case scalar(String, YAMLNode.Style)
        case mapping([SourceEntry])
        case sequence([SourceEntry])
    }

    /// How it is written.
    enum Layout: Hashable, Sendable {
        /// Behind its key or dash: single values, and lists and fields in brackets.
        case inline
        /// Entries on lines of their own, so much deeper than the key or dash above; the first one
        /// may stand in the line of its dash.
        case block(depth: Int, isBesideDash: Bool)
    }

    var content: Content
    var layout: Layout
    /// What follows the colon or dash: all of the value where it is written inline.
    var rest: [SourceLine]
    /// The comment behind the value, or behind the key of a block, with the spaces before it.
    var comment = ""
    /// Comments and blank lines below.
    var tail: [SourceLine] = []
    /// What it means; nil where nothing is said.
    var value: Value?

    /// The entries of a list or of fields; none of a single value.
    var entries: [SourceEntry] {
        get {
            switch content {
            case .scalar: []
            case .mapping(let entries), .sequence(let entries): entries
            }
        }
        set {
            switch content {
            case .scalar: break
            case .mapping: content = .mapping(newValue)
            case .sequence: content = .sequence(newValue)
            }
        }
    }

    /// Whether it is a list or fields in brackets.
    var isFlow: Bool {
        if case .scalar = content { return false }
        return layout == .inline
    }

    /// The same with another meaning of what it holds.
    func meaning(as type: FieldType?) -> SourceNode {
        var node = self
        node.value = Meaning.of(content, as: type)
        return node
    }
}

/// A `key: value` or an item, with the comments and blank lines above it.
struct SourceEntry: Hashable, Sendable {
    /// The key; empty for an item.
    var key: String
    /// The key as it is written; a dash for an item.
    var written: String
    /// The comments and blank lines above.
    var lead: [SourceLine] = []
    /// The value.
    var node: SourceNode
    /// What stands in its place, where the sides disagree and nobody has decided.
    var dispute: Dispute?

    /// What each side has in one place.
    struct Dispute: Hashable {
        var base: [SourceEntry]
        var left: [SourceEntry]
        var right: [SourceEntry]
    }

    /// An entry that nobody has decided on.
    init(_ dispute: Dispute) {
        (key, written, self.dispute) = ("", "", dispute)
        node = SourceNode(content: .scalar("", .plain), layout: .inline, rest: [])
    }

    /// Makes an entry.
    init(key: String, written: String, lead: [SourceLine] = [], node: SourceNode) {
        (self.key, self.written, self.lead, self.node) = (key, written, lead, node)
    }

    /// The comments above and inside.
    var comments: [String] {
        var found = (lead + node.tail).filter { !$0.isBlank }.map(\.text)
        if !node.comment.isEmpty { found.append(node.comment) }
        return found + node.entries.flatMap(\.comments)
    }

    /// Whether something in it is undecided.
    var isDisputed: Bool {
        dispute != nil || node.rest.contains { ConflictMarks.isUnnamed($0.text) }
            || node.entries.contains(where: \.isDisputed)
    }
}

/// A file of a section as a tree.
struct SourceDocument: Hashable, Sendable {
    /// The lines above the first entry that don't belong to it.
    var header: [SourceLine]
    /// The fields.
    var root: SourceNode
}
