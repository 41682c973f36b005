/// Checks that every reference in the terms points to something that exists.
struct ReferenceCheck {
    private(set) var findings: [Finding] = []
    private let parties: Set<String>
    private let people: Set<String>
    private let clauses: Set<String>
    private let sections: [SectionName: Section]

    init(sections: [SectionName: Section], clauses: [String]) {
        self.sections = sections
        self.clauses = Set(clauses)
        let registry = sections[.parties]?.value
        parties = Set(registry?["parties"]?.members.map(\.key) ?? [])
        people = Set(registry?["people"]?.members.map(\.key) ?? [])
        for name in SectionName.allCases {
            guard let section = sections[name], let value = section.value else { continue }
            check(
                value, as: .object(name.fields), at: TermPath(section: name.rawValue), in: section)
        }
    }

    private mutating func check(
        _ value: Value, as type: FieldType, at path: TermPath, in section: Section
    ) {
        switch (type, value) {
        case (.object(let fields), .object(let members)):
            for member in members {
                guard let field = fields.first(where: { $0.name == member.key }) else { continue }
                check(member.value, as: field.type, at: path.appending(member.key), in: section)
            }
        case (.map(let keys, let valueType), .object(let members)):
            for member in members {
                let memberPath = path.appending(member.key)
                if keys != .identifier {
                    resolve(member.key, among: [.party], at: memberPath, in: section)
                }
                check(member.value, as: valueType, at: memberPath, in: section)
            }
        case (.list(let itemType, _), .list(let items)):
            for (index, item) in items.enumerated() {
                let itemPath = path.appending(item.id ?? String(index + 1))
                check(item.value, as: itemType, at: itemPath, in: section)
            }
        case (.reference(let targets), .scalar(.text(let name))):
            resolve(name, among: targets, at: path, in: section)
        default:
            break
        }
    }

    private mutating func resolve(
        _ name: String, among targets: [FieldType.ReferenceTarget], at path: TermPath,
        in section: Section
    ) {
        let known = targets.flatMap { candidates(for: $0) }
        guard !known.contains(name) else { return }
        let nearest = Suggestion.nearest(to: name, in: known.sorted())
        let kinds = targets.map(describe).joined(separator: " or ")
        findings.append(
            Finding(
                rule: "unresolved-reference", file: section.name.file,
                position: position(of: path, in: section), path: path,
                message: "there is no \(kinds) `\(TextRules.visible(name))`"
                    + (nearest.map { "; did you mean `\($0)`?" } ?? ""),
                next: nearest == nil ? "Known: \(known.sorted().joined(separator: ", "))" : nil))
    }

    private func position(of path: TermPath, in section: Section) -> SourcePosition? {
        var path: TermPath? = path
        while let current = path {
            if let position = section.positions[current] { return position }
            path = current.parent
        }
        return nil
    }

    private func candidates(for target: FieldType.ReferenceTarget) -> [String] {
        switch target {
        case .party: Array(parties)
        case .person: Array(people)
        case .word(let word): [word]
        case .sectionOrClause:
            SectionName.allCases.filter { $0 != .framework && $0 != .parties }.map(\.rawValue)
                + clauses.map { "clauses/\($0)" }
        case .item(let list):
            TermPath(list).flatMap { path in
                SectionName(rawValue: path.section).flatMap {
                    sections[$0]?.value?[path: path.inner]
                }
            }?.items.compactMap(\.id) ?? []
        }
    }

    private func describe(_ target: FieldType.ReferenceTarget) -> String {
        switch target {
        case .party: "party"
        case .person: "person"
        case .word(let word): "`\(word)`"
        case .sectionOrClause: "section or clause"
        case .item(let list): "item of \(list)"
        }
    }
}
