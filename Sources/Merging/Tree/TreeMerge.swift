internal import Redline
internal import Terms

/// Merges the trees of three files, entry by entry.
struct TreeMerge {
    var context: MergeContext
    /// Whether what is being merged stands in brackets.
    var isInFlow = false

    init(context: MergeContext) { self.context = context }

    /// Merges the documents of a section; nil where the sides can't be brought together at all.
    mutating func document(
        _ base: SourceDocument?, _ left: SourceDocument, _ right: SourceDocument,
        section: SectionName
    ) -> SourceDocument? {
        let root = node(
            base?.root, left.root, right.root, as: .object(section.fields), at: Place(section))
        return root.map { root in
            SourceDocument(
                header: CommentMerge.lines(base?.header ?? [], left.header, right.header),
                root: root)
        }
    }

    // MARK: Entries

    /// Merges what stands in one place; nil where nothing is to stand there.
    ///
    /// Two sides can't add an item of a list apart. Where it `isPlaced`, what was decided on it is
    /// about its place alone.
    mutating func entry(
        _ base: SourceEntry?, _ left: SourceEntry?, _ right: SourceEntry?, as type: FieldType?,
        at place: Place, isItem: Bool, isPlaced: Bool
    ) -> SourceEntry? {
        let choice = isPlaced ? nil : context.choices[place.path]
        func chosen(_ choice: MergeChoice) -> SourceEntry? {
            switch choice {
            case .left, .value: left
            case .right: right
            case .base: base
            }
        }
        if let choice, type?.isDecidedInside != true { return chosen(choice) }
        if left == right || right == base { return left }
        if left == base { return right }
        if let left, let right {
            let isApart =
                base == nil && left.node.value != right.node.value
                && (isItem || left.node.entries.isEmpty || right.node.entries.isEmpty)
            if isApart {
                if let choice { return chosen(choice) }
                report(.added, base, left, right, at: place)
            } else if let node = node(base?.node, left.node, right.node, as: type, at: place) {
                var entry = left
                entry.lead = CommentMerge.lines(base?.lead ?? [], left.lead, right.lead)
                entry.node = node
                return entry
            }
        } else if let choice {
            return chosen(choice)
        } else {
            guard (left ?? right)?.node.value != base?.node.value else { return nil }
            report(.removed, base, left, right, at: place)
        }
        return SourceEntry(
            SourceEntry.Dispute(
                base: base.map { [$0] } ?? [], left: left.map { [$0] } ?? [],
                right: right.map { [$0] } ?? []))
    }

    private mutating func report(
        _ kind: MergeConflict.Kind, _ base: SourceEntry?, _ left: SourceEntry?,
        _ right: SourceEntry?, at place: Place
    ) {
        context.report(
            kind, at: place, base: Self.version(base), left: Self.version(left),
            right: Self.version(right))
    }

    static func version(_ entry: SourceEntry?) -> MergeConflict.Version {
        MergeConflict.Version(
            value: entry?.node.value, text: entry.map { SourceWriter.text(of: [$0]) })
    }

    // MARK: Values

    /// Merges what one entry holds; nil where that is undecided, which has been reported.
    mutating func node(
        _ base: SourceNode?, _ left: SourceNode, _ right: SourceNode, as type: FieldType?,
        at place: Place
    ) -> SourceNode? {
        if left == right || right == base { return left }
        if left == base { return right }
        switch (left.content, right.content) {
        case (.mapping, .mapping), (.sequence, .sequence):
            return children(of: base, left, right, as: type, at: place)
        default:
            guard var node = single(base, left, right, as: type, at: place) else { return nil }
            node.comment = CommentMerge.trailing(base?.comment ?? "", left.comment, right.comment)
            node.tail = CommentMerge.lines(base?.tail ?? [], left.tail, right.tail)
            return node
        }
    }

    private mutating func single(
        _ base: SourceNode?, _ left: SourceNode, _ right: SourceNode, as type: FieldType?,
        at place: Place
    ) -> SourceNode? {
        if left.value == right.value {
            return left.rest == base?.rest && left.value == base?.value ? right : left
        }
        if left.value == base?.value { return right }
        if right.value == base?.value { return left }
        if let base, case .prose? = type, case .scalar = left.content, left.value != nil,
            case .scalar = right.content, right.value != nil, base.value != nil
        {
            return prose(base, left, right, at: place)
        }
        if let choice = context.choices[place.path] {
            switch choice {
            case .left, .value: return left
            case .right: return right
            case .base: return base
            }
        }
        func version(_ node: SourceNode?) -> MergeConflict.Version {
            let text = node?.rest.map(\.text).joined(separator: "\n")
            return .init(value: node?.value, text: text.map { String($0.drop { $0 == " " }) })
        }
        let isGone = left.value == nil || right.value == nil
        context.report(
            base?.value == nil ? .added : isGone ? .removed : .changed, at: place,
            base: version(base), left: version(left), right: version(right))
        return nil
    }

    private mutating func prose(
        _ base: SourceNode, _ left: SourceNode, _ right: SourceNode, at place: Place
    ) -> SourceNode? {
        let blocks = [base, left, right].compactMap(ProseBlock.init)
        if blocks.count == 3, Set(blocks.map(\.header)).count == 1 {
            let merged = context.prose(
                base: ProseText(blocks[0].text), left: ProseText(blocks[1].text),
                right: ProseText(blocks[2].text), at: place)
            return blocks[1].holding(merged.text, isDecided: merged.isDecided, in: left)
        }
        func text(_ node: SourceNode) -> ProseText {
            if case .scalar(let text, _) = node.content { ProseText(text) } else { ProseText("") }
        }
        let merged = context.prose(
            base: text(base), left: text(left), right: text(right), at: place)
        guard merged.isDecided else { return nil }
        return ProseBlock.node(saying: merged.text, like: left, isInFlow: isInFlow)
    }
}

extension FieldType {
    /// Whether a decision on it may be about its order or its sentences, and not on the whole.
    fileprivate var isDecidedInside: Bool {
        switch self {
        case .prose, .list(_, .ordered): true
        default: false
        }
    }

    /// Whether it is a list without order.
    var isSet: Bool {
        if case .list(_, .set) = self { true } else { false }
    }

    /// The type of the entries of a list, or of the one with a key.
    func child(_ key: String) -> FieldType? { item ?? value(at: key) }
}

extension Place {
    /// What stands at a key or is an item, by its label where it is a field.
    func child(_ name: String, _ type: FieldType?) -> Place {
        type?.fields(among: name).map(field) ?? item(name)
    }
}

extension FieldType {
    /// The field of an object with a name, or nil.
    fileprivate func fields(among name: String) -> Field? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == name }
    }
}

extension MergeChoice {
    /// Whose order counts, or nil.
    var preference: OrderMerge.Preference? {
        switch self {
        case .left: .left
        case .right: .right
        case .base: .base
        case .value: nil
        }
    }
}
