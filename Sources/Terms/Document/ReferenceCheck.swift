/// Checks that every reference in the terms, or in a record, points to something that exists.
public struct ReferenceCheck: Sendable {
    /// The references that point nowhere.
    public private(set) var findings: [Finding] = []
    private let clauses: [String]
    private let sections: [SectionName: Section]
    private let records: [String: Set<String>]
    private var known: [FieldType.ReferenceTarget: Set<String>?] = [:]

    /// Looking for what was meant takes long; past this many findings nobody reads it.
    private static let suggestions = 100
    /// How many names are listed where none is near.
    private static let names = 20

    init(sections: [SectionName: Section], clauses: [String]) {
        self.sections = sections
        self.clauses = clauses
        records = [:]
        for name in SectionName.allCases {
            if let section = sections[name] { check(section.content) }
        }
    }

    /// Prepares to check files that refer to the terms and to what is on record, by its kind.
    public init(terms: TermsDocument, records: [String: Set<String>]) {
        sections = terms.sections
        clauses = terms.clauses.keys.sorted()
        self.records = records
    }

    /// Checks the references of a file. Linear in its size; what is known is gathered once.
    public mutating func check(_ file: FieldFile) {
        guard let value = file.value else { return }
        check(value, as: .object(file.fields), at: file.root, in: file)
    }

    private mutating func check(
        _ value: Value, as type: FieldType, at path: TermPath, in file: FieldFile
    ) {
        switch (type, value) {
        case (.object(let fields), .object(let members)):
            for member in members {
                guard let field = fields.first(where: { $0.name == member.key }) else { continue }
                check(member.value, as: field.type, at: path.appending(member.key), in: file)
            }
        case (.map(let keys, let valueType), .object(let members)):
            for member in members {
                let memberPath = path.appending(member.key)
                if keys != .identifier {
                    resolve(
                        member.key, among: [.party], at: memberPath, in: file,
                        position: file.keyPositions[memberPath])
                }
                check(member.value, as: valueType, at: memberPath, in: file)
            }
        case (.list(let itemType, _), .list(let items)):
            for (index, item) in items.enumerated() {
                let itemPath = path.appending(item.id ?? String(index + 1))
                check(item.value, as: itemType, at: itemPath, in: file)
            }
        case (.reference(let targets), .scalar(.text(let name))):
            resolve(name, among: targets, at: path, in: file)
        default:
            break
        }
    }

    private mutating func resolve(
        _ name: String, among targets: [FieldType.ReferenceTarget], at path: TermPath,
        in file: FieldFile, position: SourcePosition? = nil
    ) {
        var choices: [String] = []
        for target in targets {
            // Where the list itself has a mistake, that is what has to be mended.
            guard let names = names(of: target) else { return }
            if names.contains(name) { return }
            if findings.count < Self.suggestions { choices += names }
        }
        choices.sort()
        let nearest = Suggestion.nearest(to: name, in: choices)
        let kinds = targets.map(describe).joined(separator: " or ")
        let listed = choices.prefix(Self.names).joined(separator: ", ")
        let more = choices.count > Self.names ? ", ..." : ""
        findings.append(
            Finding(
                rule: "unresolved-reference", file: file.file,
                position: position ?? file.position(of: path), path: path,
                message: "there is no \(kinds) `\(TextRules.visible(name))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: nearest == nil && !listed.isEmpty ? "Known: \(listed)\(more)" : nil))
    }

    /// The names that a reference may hold, or nil where they could not be read.
    private mutating func names(of target: FieldType.ReferenceTarget) -> Set<String>? {
        if let names = known[target] { return names }
        let names = candidates(for: target).map(Set.init)
        known[target] = .some(names)
        return names
    }

    private func candidates(for target: FieldType.ReferenceTarget) -> [String]? {
        switch target {
        case .party:
            return keys(of: "parties")
        case .person:
            return keys(of: "people")
        case .word(let word):
            return [word]
        case .record(let kind):
            return records[kind]?.sorted() ?? []
        case .sectionOrClause:
            return SectionName.allCases.filter { $0 != .framework && $0 != .parties }
                .map(\.rawValue) + clauses.map { "clauses/\($0)" }
        case .item(let list):
            guard let path = TermPath(list), let name = SectionName(rawValue: path.section),
                let section = sections[name]
            else { return [] }
            guard let value = section.value, !section.leavesOut(path) else { return nil }
            return value[path: path.inner]?.items.compactMap(\.id) ?? []
        }
    }

    private func keys(of field: String) -> [String]? {
        let path = TermPath(section: SectionName.parties.rawValue).appending(field)
        guard let registry = sections[.parties], !registry.leavesOut(path) else { return nil }
        return registry.value?[field]?.members.map(\.key)
    }

    private func describe(_ target: FieldType.ReferenceTarget) -> String {
        switch target {
        case .party: "party"
        case .person: "person"
        case .word(let word): "`\(word)`"
        case .sectionOrClause: "section or clause"
        case .item(let list): "item of \(list)"
        case .record(let kind): "record among the \(kind)"
        }
    }
}
