/// Looks for the first question that is open in some terms.
struct InterviewWalk {
    private let document: TermsDocument
    private let passed: Set<TermPath>
    private let growing: Set<TermPath>
    private let detailed: [TermPath: Bool]

    init(
        _ document: TermsDocument, passed: Set<TermPath> = [], growing: Set<TermPath> = [],
        detailed: [TermPath: Bool] = [:]
    ) {
        self.document = document
        self.passed = passed.union(document.asked.map(\.path))
        self.growing = growing
        self.detailed = detailed
    }

    /// The order that is worth asking in: what somebody has to know before the rest.
    private static let order: [SectionName] = [
        .parties, .framework, .purpose, .governance, .commercials, .safeguards,
    ]

    /// The first question that is open.
    var first: Question? {
        for section in Self.order {
            let place = Place(path: TermPath(section: section.rawValue), groups: [], opening: nil)
            let value = document.sections[section]?.value
            if let question = question(in: section.fields, of: value, at: place) {
                return question
            }
        }
        return nil
    }

    /// The companies that agree, by id and name.
    var parties: [Question.Choice] {
        entries(of: "parties").filter { !$0.isIndependentSide }
            .map { Question.Choice(value: $0.key, label: $0.registeredName) }
    }

    private func entries(of map: String) -> [Value.Member] {
        document.sections[.parties]?.value?[map]?.members ?? []
    }

    /// Where the walk is.
    private struct Place {
        let path: TermPath
        let groups: [Field]
        /// The outermost group around it that has nothing yet.
        var opening: Field?

        func entering(_ field: Field) -> Place {
            Place(
                path: path.appending(field.name), groups: groups + [field], opening: opening)
        }

        func entering(_ key: String) -> Place {
            Place(path: path.appending(key), groups: groups, opening: opening)
        }
    }

    private func question(
        in fields: [Field], of value: Value?, at place: Place
    ) -> Question? {
        for field in fields where field.type.canBeAsked {
            let inner = place.entering(field)
            guard !passed.contains(inner.path) else { continue }
            let found = value?[field.name]
            if let question = question(
                about: field, found, isWanted: isWanted(field, beside: value, at: place),
                at: inner,
                groups: place.groups)
            {
                return question
            }
        }
        return nil
    }

    /// Whether a field is asked for where nothing is said yet.
    private func isWanted(_ field: Field, beside answers: Value?, at place: Place) -> Bool {
        field.isAskedFor(beside: answers) || detailed[place.path] == true
    }

    private func question(
        about field: Field, _ found: Value?, isWanted: Bool, at place: Place, groups: [Field]
    ) -> Question? {
        func ask(_ kind: Question.Kind) -> Question {
            Question(
                path: place.path, field: field, groups: groups, kind: kind,
                opening: place.opening,
                choices: choices(for: field.type), sharers: sharers(for: field.type))
        }
        switch field.type {
        case .object(let fields):
            guard found != nil || isWanted else { return nil }
            var inner = place
            if found == nil { inner.opening = place.opening ?? field }
            return question(in: fields, of: found, at: inner)
        case .list(let item, _) where item.hasIdentity:
            return question(
                aboutItemsOf: field, item.fields, found?.items ?? [], isWanted: isWanted, at: place)
        case .list(.reference, _):
            return (found?.items ?? []).isEmpty && isWanted ? ask(.value) : nil
        case .list(let item, _) where item.isScalar:
            let isEmpty = (found?.items ?? []).isEmpty
            return isEmpty && isWanted || growing.contains(place.path)
                ? ask(.entry(isFirst: isEmpty)) : nil
        case .map(.party, let type) where !type.fields.isEmpty:
            guard found != nil || isWanted else { return nil }
            return first(of: parties.map(\.value), in: place) { key, inner in
                question(in: type.fields, of: found?[key], at: inner)
            }
        case .map(.identifier, let type):
            return first(of: (found?.members ?? []).map(\.key), in: place) { key, inner in
                question(in: type.fields, of: found?[key], at: inner)
            }
        case .list: return nil
        default: return found == nil && isWanted ? ask(.value) : nil
        }
    }

    private func first(
        of keys: [String], in place: Place, _ question: (String, Place) -> Question?
    ) -> Question? {
        for key in keys {
            let inner = place.entering(key)
            guard !passed.contains(inner.path) else { continue }
            if let found = question(key, inner) { return found }
        }
        return nil
    }

    private func question(
        aboutItemsOf field: Field, _ fields: [Field], _ items: [Value.Item], isWanted: Bool,
        at place: Place
    ) -> Question? {
        let isGrowing = growing.contains(place.path)
        for item in items {
            guard let id = item.id else { continue }
            let inner = place.entering(id)
            guard !passed.contains(inner.path) else { continue }
            if let found = question(in: fields, of: item.value, at: inner) { return found }
            if isGrowing, detailed[inner.path] == nil, hasDetails(fields, item.value, at: inner) {
                return Question(
                    path: inner.path, field: field, groups: Array(place.groups.dropLast()),
                    kind: .details, opening: nil, choices: [], sharers: [])
            }
        }
        guard items.isEmpty && isWanted || isGrowing,
            let start = fields.first(where: { $0.type.canBeAsked })
        else { return nil }
        return Question(
            path: place.path, field: start, groups: place.groups,
            kind: .item(isFirst: items.isEmpty),
            opening: items.isEmpty ? place.opening ?? field : nil,
            choices: choices(for: start.type),
            sharers: sharers(for: start.type))
    }

    /// Whether something can be said about a new item that is not asked for.
    private func hasDetails(_ fields: [Field], _ value: Value, at place: Place) -> Bool {
        fields.contains { field in
            field.type.canBeAsked && value[field.name] == nil
                && !isWanted(field, beside: value, at: place)
        }
    }

    // MARK: Choices

    private func choices(for type: FieldType) -> [Question.Choice] {
        switch type {
        case .choice(let words):
            words.map { word in
                let isSaidByValue = word.label == FieldType.Choice(word.value).label
                let parts = [isSaidByValue ? nil : word.label, word.meaning].compactMap { $0 }
                return Question.Choice(
                    value: word.value,
                    label: parts.isEmpty ? word.value : parts.joined(separator: ": "))
            }
        case .reference(let targets): targets.flatMap(choices(among:))
        case .list(let item, _): choices(for: item)
        default: []
        }
    }

    private func choices(among target: FieldType.ReferenceTarget) -> [Question.Choice] {
        switch target {
        case .party, .person:
            entries(of: target == .party ? "parties" : "people").map {
                Question.Choice(value: $0.key, label: $0.registeredName)
            }
        case .word(let word): [Question.Choice(value: word, label: word)]
        case .item(let list):
            (TermPath(list).flatMap { document[$0] }?.items ?? []).compactMap(\.id)
                .map { Question.Choice(value: $0, label: $0) }
        case .sectionOrClause, .record: []
        }
    }

    private func sharers(for type: FieldType) -> [Question.Choice] {
        if case .map(.shareOfParty, _) = type { parties } else { [] }
    }
}

extension FieldType {
    /// Whether a person can be expected to type it: neither the id of an item, which is made, nor
    /// what programs write.
    fileprivate var canBeAsked: Bool {
        switch self {
        case .identifier, .uuid, .fingerprint, .sha256: false
        case .list(.fingerprint, _): false
        default: true
        }
    }
}
