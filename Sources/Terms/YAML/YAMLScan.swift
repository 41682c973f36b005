/// What a YAML text says about itself before it is parsed: marks that the terms do not accept,
/// and where its keys stand.
///
/// The parser expands aliases and hashes keys as it reads, so a few lines can keep it busy for
/// hours. This pass goes over the text once, as the parser would, and builds nothing. What it
/// says of a text that is no YAML does not matter: the parser refuses that.
struct YAMLScan {
    /// Something that the terms do not accept, with the byte where it starts.
    enum Mark {
        case anchor(at: Int)
        case alias(at: Int, name: String, isKnown: Bool)
        case tag(at: Int)
        case directive(at: Int)
        case complexKey(at: Int)
    }

    /// A key as it is written, in bytes, and the mapping that it belongs to.
    struct Key {
        var range: Range<Int>
        var mapping: Int
    }

    /// The first mark in the text; an alias of an anchor goes before the anchor.
    private(set) var refused: Mark?
    /// The keys in the order of the text.
    private(set) var keys: [Key] = []
    /// The comments in the order of the text, in bytes, from `#` to the end of the line.
    var comments: [Range<Int>] = []

    let bytes: [UInt8]
    var at = 0
    var lineStart = 0
    /// The block collections around the current place, outermost first.
    private var blocks: [(indent: Int, mapping: Int)] = []
    /// The collections in brackets around the current place, outermost first.
    private var flows: [(start: Int, lineStart: Int, isMapping: Bool, mapping: Int)] = []
    /// What becomes a key if a colon follows in its line.
    private var candidate: (range: Range<Int>, lineStart: Int, isCollection: Bool)?
    private var mappings = 0
    private var anchors: Set<String> = []

    init(_ text: String) {
        bytes = Array(text.utf8)
        while skipBlanks(), !isAliasOfAnchor { readToken() }
    }

    var isInFlow: Bool { !flows.isEmpty }
    /// The column of the innermost block collection; -1 outside of all.
    var indent: Int { blocks.last?.indent ?? -1 }
    var column: Int { at - lineStart }

    private var isAliasOfAnchor: Bool {
        if case .alias(_, _, true) = refused { true } else { false }
    }

    // MARK: Tokens

    private mutating func readToken() {
        let start = at
        if !isInFlow { leaveBlocks(deeperThan: column) }
        if isDocumentMark {
            blocks = []
            candidate = nil
            at += 3
            return
        }
        switch bytes[at] {
        case UInt8(ascii: "%") where column == 0:
            refuse(.directive(at: start))
            skipLine()
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let isMapping = bytes[at] == UInt8(ascii: "{")
            flows.append((start, lineStart, isMapping, newMapping()))
            at += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            at += 1
            candidate = flows.popLast().map { ($0.start..<at, $0.lineStart, true) }
        case UInt8(ascii: ",") where isInFlow:
            if let flow = flows.last, !flow.isMapping {
                flows[flows.count - 1].mapping = newMapping()
            }
            candidate = nil
            at += 1
        case UInt8(ascii: "-") where isBlank(at + 1):
            if !isInFlow { enterBlock(at: column) }
            candidate = nil
            at += 1
        case UInt8(ascii: "?") where isInFlow || isBlank(at + 1):
            at += 1
            let hasKey = skipBlanks()
            refuse(.complexKey(at: hasKey ? at : start))
        case UInt8(ascii: ":") where isInFlow || isBlank(at + 1):
            readColon()
        case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
            readMark()
        case UInt8(ascii: "|") where !isInFlow, UInt8(ascii: ">") where !isInFlow:
            skipBlock()
            candidate = nil
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            let line = lineStart
            skipQuoted()
            candidate = (start..<at, line, false)
        default:
            let line = lineStart
            candidate = (start..<skipPlain(), line, false)
        }
    }

    private mutating func readColon() {
        let key = candidate.flatMap { $0.lineStart == lineStart ? $0 : nil }
        candidate = nil
        if !isInFlow { enterBlock(at: key.map { $0.range.lowerBound - lineStart } ?? column) }
        at += 1
        guard let key else { return }
        guard !key.isCollection else {
            refuse(.complexKey(at: key.range.lowerBound))
            return
        }
        let mapping = flows.last?.mapping ?? blocks.last?.mapping ?? 0
        keys.append(Key(range: key.range, mapping: mapping))
    }

    private mutating func readMark() {
        let start = at
        at += 1
        while at < bytes.count, !isBlank(at), !(isInFlow && ",[]{}".utf8.contains(bytes[at])) {
            at += 1
        }
        let name = String(decoding: bytes[(start + 1)..<at], as: UTF8.self)
        switch bytes[start] {
        case UInt8(ascii: "&"):
            anchors.insert(name)
            refuse(.anchor(at: start))
        case UInt8(ascii: "*"):
            let isKnown = anchors.contains(name)
            if isKnown { refused = nil }
            refuse(.alias(at: start, name: name, isKnown: isKnown))
        default:
            refuse(.tag(at: start))
        }
    }

    private mutating func refuse(_ mark: Mark) {
        refused = refused ?? mark
    }

    // MARK: Blocks

    private mutating func newMapping() -> Int {
        mappings += 1
        return mappings
    }

    private mutating func enterBlock(at column: Int) {
        if column > indent { blocks.append((column, newMapping())) }
    }

    private mutating func leaveBlocks(deeperThan column: Int) {
        while let last = blocks.last, last.indent > column { blocks.removeLast() }
    }
}
