internal import Terms

/// What the three states say in one file.
struct FileSides: Sendable {
    /// What a state says in it.
    enum Read {
        case nothing
        case unreadable
        case tree(SourceDocument)
        case prose(ProseText)

        /// The tree of a section.
        var tree: SourceDocument? { if case .tree(let document) = self { document } else { nil } }
        /// The text of a clause.
        var prose: ProseText? { if case .prose(let text) = self { text } else { nil } }
    }

    let base: Read
    let left: Read
    let right: Read
    /// The items that the base has.
    let items: SourceItems

    /// Reads a file in three states. Linear in their size.
    init(_ path: String, base: [UInt8]?, left: [UInt8]?, right: [UInt8]?) {
        guard let section = SectionName(file: path) else {
            func clause(_ bytes: [UInt8]?) -> Read {
                guard let bytes else { return .nothing }
                guard ClauseName(file: path) != nil else { return .unreadable }
                return TextRules.read(bytes, file: path).text.map { .prose(ProseText($0)) }
                    ?? .unreadable
            }
            (self.base, self.left, self.right) = (clause(base), clause(left), clause(right))
            items = SourceItems()
            return
        }
        @Sendable func read(_ bytes: [UInt8]?, knowing items: SourceItems) -> (Read, SourceItems) {
            guard let bytes else { return (.nothing, items) }
            guard let text = TextRules.read(bytes, file: path).text,
                let (document, items) = SourceReader.read(text, as: section, knowing: items)
            else { return (.unreadable, items) }
            return (.tree(document), items)
        }
        let (before, items) = read(base, knowing: SourceItems())
        self.items = items
        let sides = [left, right].mapOnAllCores { read($0, knowing: items).0 }
        (self.base, self.left, self.right) = (before, sides[0], sides[1])
    }

    /// Whether a state has the file and nobody can read it there.
    var isUnreadable: Bool {
        [base, left, right].contains { if case .unreadable = $0 { true } else { false } }
    }
}
