public import Terms

/// How parties and people are called. Two of one name are told apart by their ids.
public struct Names: Hashable, Sendable {
    private var parties: [String: String] = [:]
    private var people: [String: String] = [:]
    private var titles: [String: String] = [:]

    /// Knows nobody; everybody goes by their id.
    public init() {}

    /// Knows who is named in some documents; where they differ, the first one counts.
    public init(_ documents: TermsDocument?...) {
        for registry in documents.compactMap({ $0?.sections[.parties]?.value }) {
            Self.add(registry["parties"], "name", to: &parties)
            Self.add(registry["people"], "name", to: &people)
            Self.add(registry["people"], "title", to: &titles)
        }
        Self.tellApart(&parties)
        Self.tellApart(&people)
    }

    /// The name of a party; its id where it is unknown.
    public func party(_ id: String) -> String { parties[id] ?? id }

    /// The name of a person, with the role in brackets where it is wanted and known.
    public func person(_ id: String, withRole: Bool = false) -> String {
        let name = people[id] ?? id
        guard withRole, people[id] != nil, let title = titles[id] else { return name }
        return "\(name) (\(title))"
    }

    func knowsParty(_ id: String) -> Bool { parties[id] != nil }
    func knowsPerson(_ id: String) -> Bool { people[id] != nil }

    private static func add(_ value: Value?, _ field: String, to names: inout [String: String]) {
        for member in value?.members ?? [] where names[member.key] == nil {
            names[member.key] = member.value[field]?.text
        }
    }

    private static func tellApart(_ names: inout [String: String]) {
        var counts: [String: Int] = [:]
        for name in names.values { counts[name, default: 0] += 1 }
        for (id, name) in names where (counts[name] ?? 0) > 1 { names[id] = "\(name) (\(id))" }
    }
}
