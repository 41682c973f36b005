public import Terms

/// What changes between two states as a JSON Patch (RFC 6902) for the document that `show --json`
/// prints: it makes `sections`, `clauses` and `digest` of the old state those of the new one.
///
/// Items of lists go by their ids, so that one which moved is moved, and no index is guessed.
public struct TermsPatch: Sendable {
    private(set) var operations: [PatchOperation] = []

    /// Compares two states; nil where there is nothing, which is a document with neither sections
    /// nor clauses.
    public init(from old: TermsDocument?, to new: TermsDocument?) {
        if let old, let new, old.files.digest != new.files.digest {
            let pointer = JSONPointer().appending("digest")
            operations.append(.test(pointer, .text(old.files.digest.description)))
            operations.append(.replace(pointer, .text(new.files.digest.description)))
        }
        compare(
            Self.sections(of: old), Self.sections(of: new),
            at: JSONPointer().appending("sections"))
        compare(
            Self.clauses(of: old), Self.clauses(of: new), at: JSONPointer().appending("clauses"))
    }

    /// The patch as one JSON document, with a final line feed.
    public func json() throws -> String { try JSONText.of(operations) + "\n" }

    private static func sections(of document: TermsDocument?) -> [Value.Member] {
        SectionName.allCases.compactMap { name in
            document?.sections[name]?.value.map { Value.Member(key: name.rawValue, value: $0) }
        }
    }

    private static func clauses(of document: TermsDocument?) -> [Value.Member] {
        (document?.clauses ?? [:]).sorted { $0.key < $1.key }.map {
            Value.Member(key: $0.key, value: .scalar(.text($0.value)))
        }
    }

    // MARK: Values

    private mutating func compare(_ old: Value, _ new: Value, at pointer: JSONPointer) {
        switch (old, new) {
        case (.object(let before), .object(let after)): compare(before, after, at: pointer)
        case (.list(let before), .list(let after)): compare(before, after, at: pointer)
        default:
            let (before, after) = (JSONValue(old), JSONValue(new))
            if before != after { operations.append(.replace(pointer, after)) }
        }
    }

    private mutating func compare(
        _ old: [Value.Member], _ new: [Value.Member], at pointer: JSONPointer
    ) {
        let before = Dictionary(old.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
        let names = Set(new.map(\.key))
        for member in old where !names.contains(member.key) {
            operations.append(.remove(pointer.appending(member.key)))
        }
        for member in new {
            let place = pointer.appending(member.key)
            if let value = before[member.key] {
                compare(value, member.value, at: place)
            } else {
                operations.append(.add(place, JSONValue(member.value)))
            }
        }
    }

    /// What is gone is removed from the end on; then each place gets its item, from the first on.
    private mutating func compare(
        _ old: [Value.Item], _ new: [Value.Item], at pointer: JSONPointer
    ) {
        let names = ListName.all(of: new)
        let wanted = Set(names)
        var current = zip(ListName.all(of: old), old).map { (name: $0, item: $1) }
        for index in current.indices.reversed() where !wanted.contains(current[index].name) {
            operations.append(.remove(pointer.appending(String(index))))
            current.remove(at: index)
        }
        var there = Set(current.map(\.name))
        for (index, item) in new.enumerated() {
            let place = pointer.appending(String(index))
            if there.insert(names[index]).inserted {
                operations.append(.add(place, JSONValue(item.value)))
                current.insert((names[index], item), at: index)
                continue
            }
            if current[index].name != names[index],
                let from = current[index...].firstIndex(where: { $0.name == names[index] })
            {
                operations.append(.move(pointer.appending(String(from)), place))
                current.insert(current.remove(at: from), at: index)
            }
            compare(current[index].item.value, item.value, at: place)
        }
    }
}

/// A name by which an item of a list is found in another state of it: its id, or else its value,
/// and its number among those that have the same.
private struct ListName: Hashable {
    private var id: String?
    private var value: JSONValue?
    private var number = 1

    private init(_ item: Value.Item) {
        id = item.id
        value = item.id == nil ? JSONValue(item.value) : nil
    }

    /// The names of all items.
    static func all(of items: [Value.Item]) -> [ListName] {
        var counts: [ListName: Int] = [:]
        return items.map { item in
            var name = ListName(item)
            counts[name, default: 0] += 1
            name.number = counts[name] ?? 1
            return name
        }
    }
}
